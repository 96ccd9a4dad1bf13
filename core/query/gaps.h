// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/score.h"
#include "core/query/account_lines.h"

namespace steward::query {

/// A kind of data of which the score knows too little, and what it would be worth to know more.
struct DataGap
{
    health::DataKind kind = health::DataKind::Count;
    health::Gap why = health::Gap::None;
    health::Explanation say;         ///< of the first account concerned
    QStringList measures;            ///< unknown for want of it, in the content's order; none: it would change scores
                                     ///< and caps that are known
    std::vector<AccountId> accounts; ///< concerned, in id order
    Mrr value;                       ///< of these accounts, in the book's currency
    int withoutValue = 0;            ///< of these accounts, have no amount or no rate
    double gain = 0;                 ///< share of their scores' weight that would become known: mean by value, plain
                                     ///< where none has a value
};

/// What one gap is: everything missing of a kind of data, or what is missing for one reason.
enum class GapsBy
{
    Kind,
    Reason
};

/// What is missing, most worth first: by value times share, then by accounts times share. Of each account, what is
/// known and the gains of its gaps add up to 1. lines and scores (with evidence) are of the same day and in id order;
/// only accounts that have both count.
[[nodiscard]] std::vector<DataGap> gapsOf(std::span<const AccountLine> lines,
                                          std::span<const health::AccountScore> scores, GapsBy by = GapsBy::Reason);

} // namespace steward::query
