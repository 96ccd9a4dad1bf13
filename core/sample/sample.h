// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/book/edit.h"

#include <functional>

/// The sample book (content.md 9): invented firms whose 18 months tell 21 stories.
namespace steward::sample {

constexpr int mostAccounts = 100'000;

struct SampleOptions
{
    int accounts = 60;          ///< 1 to mostAccounts; every 60 tell all stories once
    quint64 seed = 1;           ///< the same seed gives the same book
    QDate asOf;                 ///< the last day anything happened; planned dates may be later
    Progress progress{};        ///< in accounts
    int accountsInEdit = 2'000; ///< at most, as far as firms that mean each other stay in one edit
};

/// Runs work as one edit of the book, labelled "edit.sample"; accounts: how many it writes.
using SampleEdit = std::function<Status(int accounts, const std::function<Status(book::Edit&)>& work)>;

/// Writes the whole book into an empty one, in edits of some thousand accounts, so that memory does not grow with the
/// book: who needs it whole or not at all throws the book away when it fails. What is recorded carries the day it
/// happened, so that both ways of looking back work. Fails with what the edit or the shipped content say, or
/// "cancelled".
[[nodiscard]] Status writeSample(const SampleEdit& edit, const SampleOptions& options);

} // namespace steward::sample
