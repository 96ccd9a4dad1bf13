// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quarter.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/portfolio.h"

/// Whose review is due in a quarter.
namespace steward::qbr {

enum class DueState
{
    NotDue,
    Due,
    Held ///< in the quarter or about it
};

/// How the review of one account stands in a quarter.
struct Due
{
    AccountId account;
    DueState state = DueState::NotDue;
    QDate lastHeld;                 ///< newest one, up to the quarter's end; invalid: none
    std::optional<Instant> meeting; ///< of this quarter's review, where it has a time
};

/// Due: customers with a review planned for the quarter, or whose segment's rhythm (reviews a year) says so counted
/// from the last one held, else from the start of the contract; none held for the quarter yet.
[[nodiscard]] Due dueOf(const AccountFacts& facts, const BookFacts& book, int reviewsPerYear, Quarter quarter,
                        QDate asOf);
/// A customer in no segment: nobody says how often it is reviewed.
[[nodiscard]] bool lacksRhythm(const AccountFacts& facts, const BookFacts& book, const Grouping& grouping, QDate asOf);
/// The accounts that are due, in id order.
[[nodiscard]] std::vector<AccountId> dueIn(const Portfolio& portfolio, const Grouping& grouping, Quarter quarter,
                                           QDate asOf);

} // namespace steward::qbr
