// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/since.h"
#include "core/workspace/numbers.h"
#include "ui/account/rows.h"

#include <QLocale>

/// "Since...": what changed from a day on, in words.
namespace steward::today {

/// A line with what it opens; a head opens nothing.
struct SinceEntry
{
    account::Line line;
    AccountId account;
    RecordRef record; ///< an account: its page
};

struct SinceAsked
{
    QDate from;
    PersonId csm; ///< none: all accounts
    std::vector<query::Author> authors;
};
/// Whose score fell and rose by five points or into another band, who left, what hurts, whose time to give notice is
/// running, contracts, stages, and what was changed by whom; in each the most valuable account first. numbers: with
/// scores. Takes about as long as the scores of all accounts: not for the thread that paints.
[[nodiscard]] std::vector<SinceEntry> sinceEntries(const BookNumbers& numbers, const SinceAsked& asked,
                                                   const QLocale& locale);

/// A day that lies behind, as people type it: a date, "3 nov" or "monday" (the last one), "-3". Invalid: it is none.
[[nodiscard]] QDate pastDayFrom(const QString& text, QDate today, const QLocale& locale);

} // namespace steward::today
