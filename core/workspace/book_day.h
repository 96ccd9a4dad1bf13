// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/today.h"
#include "core/workspace/numbers.h"

namespace steward {

/// How often a play ended as it should.
struct PlayRecord
{
    int ended = 0;
    int worked = 0;
};

/// The day's work of a book: what each account asks of us. Immutable; made from numbers that have scores.
struct BookDay
{
    Numbers numbers;
    std::vector<work::Worth> worths; ///< of every account, by id
    work::Watched watched;
    std::map<QString, PlayRecord> plays; ///< by play

    /// none: it asks for nothing.
    [[nodiscard]] const work::AccountSignals* find(AccountId account) const;
};
using Day = std::shared_ptr<const BookDay>;

/// Takes some times as long as the scores of all accounts: not for the thread that paints. Errors of work::Watch.
[[nodiscard]] Result<Day> dayOf(const Numbers& scored);
/// After an edit of some accounts: what the others ask is taken over from before. Null where that cannot be done:
/// another day, other definitions, many edits. Accounts that were not edited may ask for something else by it (rules
/// that compare accounts): dayOf() is right for sure.
[[nodiscard]] Result<Day> dayAfter(const Numbers& scored, const BookDay& before);

/// The order of the day of the accounts that a person holds; none: of all.
[[nodiscard]] work::Today todayOf(const BookDay& day, PersonId csm);

/// Both in id order.
[[nodiscard]] std::vector<work::Worth> worthsOf(std::span<const query::AccountLine> lines, const Grouping& grouping);

} // namespace steward
