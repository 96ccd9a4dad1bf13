// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/portfolio/portfolio.h"

/// A goal that several customers share: each of them has it as a goal of its own, held together by a customer group.
namespace steward::query {

struct SharedGoal
{
    struct Member
    {
        AccountId account;
        const Goal* goal = nullptr; ///< nullptr: it has none any more
        /// It takes no part: the goal is dropped there, or gone.
        [[nodiscard]] bool isOut() const { return !goal || goal->status == u"dropped"; }
    };
    QString name;
    std::vector<Member> members; ///< in the order of the group
    qsizetype out = 0;           ///< of them
    qsizetype met = 0;
    std::optional<double> now;    ///< of all who take part and say one; none: nobody does, or it is nothing to add up
    std::optional<double> target; ///< of those that say one
};
/// none: no such group. facts: as of the day.
[[nodiscard]] std::optional<SharedGoal> sharedGoal(const Portfolio& facts, CustomerGroupId group);

/// Gives the goal to others as well. Where it is shared already they join its group. What each reaches is its own:
/// they begin without figures.
[[nodiscard]] Status shareGoal(book::Edit& edit, const Portfolio& facts, const Goal& goal, const QString& name,
                               std::span<const AccountId> others);

} // namespace steward::query
