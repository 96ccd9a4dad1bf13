// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/book/edit.h"

/// The sample book (content.md 9): invented firms whose 18 months tell 21 stories.
namespace steward::sample {

constexpr int mostAccounts = 100'000;

struct SampleOptions
{
    int accounts = 60;   ///< 1 to mostAccounts; every 60 tell all stories once
    quint64 seed = 1;    ///< the same seed gives the same book
    QDate asOf;          ///< the last day anything happened; planned dates may be later
    Progress progress{}; ///< in accounts
};

/// Writes the whole book inside one edit of an empty book, labelled "edit.sample". What is recorded carries the day it
/// happened, so that both ways of looking back work. Fails with what the edit or the shipped content say, or
/// "cancelled".
[[nodiscard]] Status writeSample(book::Edit& edit, const SampleOptions& options);

} // namespace steward::sample
