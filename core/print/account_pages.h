// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"
#include "core/print/one_page.h"

#include <QLocale>

/// Pages about one account: what the next of us must know, and what we agreed with the customer.
namespace steward::print {

/// Everything a page is made from. facts: as of the day.
struct AccountBasis
{
    const AccountFacts& facts;
    const BookFacts& book;
    const content::Content& content;
    QDate day;
    QLocale locale;
};

/// The handover pack (content 6.2): the brief, contract, why they bought, promises made, what they dislike, the people,
/// three next steps, what the last CSM would do first. For our own eyes only.
[[nodiscard]] OnePage handoverPage(const AccountBasis& basis, const health::AccountScore& score);

/// The success plan for the customer: goals in their words with where they stand, what onboarding solves and what it
/// leaves out, milestones, who does what next.
/// Nothing of ours stands in it: no score, no risk, no figure of theirs that they did not see. Tasks of ours only where
/// they are promises to them.
[[nodiscard]] OnePage planPage(const AccountBasis& basis, const QString& vendor);

} // namespace steward::print
