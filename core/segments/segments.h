// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/segment.h"
#include "core/portfolio/figure.h"
#include "core/portfolio/group_by.h"
#include "core/segments/rule.h"

#include <functional>

namespace steward::segments {

/// A segment of the book: what it asks of us, and who belongs to it by rule. Without a rule only by hand.
struct Segment
{
    GroupRules rules;
    QString name; ///< as written by people; an account may name it instead of the id
    std::optional<Rule> rule;
};

/// The same segment as shipped or edited in the book.
[[nodiscard]] Segment segmentOf(const content::Segment& definition);

enum class MemberBy
{
    Nothing, ///< in no segment
    Hand,    ///< set on the account: wins over every rule
    Rule
};
struct Membership
{
    QString segment; ///< id; a name set by hand that no segment has stays as written
    MemberBy by = MemberBy::Nothing;
    QString reason; ///< why it was set by hand
};
/// The value set by hand on that day, else the first segment whose rule holds.
[[nodiscard]] Membership membershipOf(const AccountFacts& facts, const std::vector<Segment>& segments,
                                      const Given& given);

/// ARR of an account in the book's currency, handed in by the caller; none where it is not known.
using ArrOf = std::function<std::optional<Money>(const AccountFacts&)>;

/// The snapshot before an edit and its grouping, by the same segments, the same facts of the book and on the same day.
struct Before
{
    const Portfolio& portfolio;
    const Grouping& grouping;
};

/// Every account's segment on the day. arrOf may be empty: then no rule about ARR holds; it is asked only where a
/// segment has a rule. before: an account that is the same in memory keeps its group.
[[nodiscard]] Grouping makeGrouping(const Portfolio& portfolio, const std::vector<Segment>& segments, QDate day,
                                    const ArrOf& arrOf, const Before* before = nullptr);

/// Touches planned for one account in the days from `period.from` to `period.to`, by its group's cadence and the month
/// of its contract; a fraction is what is left of an interval. 0 where none are planned or the contract begins later.
[[nodiscard]] double plannedTouches(const GroupRules& rules, QDate contractStart, const Period& period);

/// What one of us has to do in a quarter and has done. Accounts count for the CSM on the first day.
struct Load
{
    PersonId person; ///< none: accounts nobody holds
    qint64 accounts = 0;
    double plannedTouches = 0;
    qint64 doneTouches = 0; ///< that took place, notes left out
    qint64 plannedMinutes = 0;
    std::optional<qint64> availableMinutes; ///< none: nobody entered the hours
};
/// By person id. starts gives the first day of each account's contract.
[[nodiscard]] std::vector<Load> loads(const Portfolio& portfolio, const Grouping& grouping, const Period& quarter,
                                      const std::function<QDate(const AccountFacts&)>& startOf);

} // namespace steward::segments
