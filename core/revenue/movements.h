// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"
#include "core/portfolio/group_by.h"
#include "core/portfolio/subscription_mrr.h"
#include "core/revenue/bridge.h"

namespace steward::revenue {

/// In which months a subscription counts.
enum class MrrRule
{
    MonthEnd, ///< in force on the last day of the month: start <= last < ended on
    Overlap   ///< in force at any time of the month, its last one included: start <= last, ended on >= first
};

enum class MovementKind
{
    Added,
    Expansion,
    Contraction,
    Churn,
    Reactivation
};

struct Query
{
    Month from;
    Month to; ///< included
    MrrRule rule = MrrRule::MonthEnd;
    GroupBy by = GroupBy::None;
    AccountId account; ///< one account only; none: the whole book
    Cancellation cancellation = Cancellation::EndOfPaidTerm;
};

/// One month of one group. Amounts in the book's currency.
struct RevenueRow
{
    Group group;
    Month month;
    Bridge bridge;
    std::vector<std::pair<Currency, Mrr>> unconverted; ///< MRR at the end in currencies without a rate, by currency
    qint64 customersStart = 0;
    qint64 customersEnd = 0;
    qint64 customersAdded = 0;
    qint64 customersLost = 0;
    qint64 customersReturned = 0;
    /// "revenue.subscriptions.month_end", "revenue.subscriptions.overlap", "revenue.movements" (the book's MRR
    /// movements of that month were used), "revenue.snapshots" (its monthly snapshots were), "revenue.unknown".
    Code method;
    /// false: the book has no subscriptions, only movements or snapshots, and this month lies after what they tell of;
    /// the amounts are those last known and nothing moved.
    bool isKnown = true;

    [[nodiscard]] Rates rates() const { return isKnown ? ratesOf(bridge) : Rates(); }
    [[nodiscard]] std::optional<double> logoChurn() const
    {
        return isKnown ? logoChurnRate(customersStart, customersLost) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> retention() const
    {
        const auto lost = logoChurn();
        return lost ? std::optional(1 - *lost) : std::nullopt;
    }
};

/// What happened to one account in one month: the evidence behind the rows.
struct AccountMovement
{
    AccountId account;     ///< none: facts whose account nobody knows
    std::size_t group = 0; ///< position in Table::groups
    Month month;
    MovementKind kind = MovementKind::Added;
    Mrr before; ///< at this month's rates
    Mrr after;
    friend bool operator==(const AccountMovement&, const AccountMovement&) = default;
};

struct Table
{
    Currency currency;                      ///< the book adds up in it
    std::vector<Group> groups;              ///< ordered by name, record
    std::vector<RevenueRow> rows;           ///< by group, then month; every month of the query for every group
    std::vector<AccountMovement> movements; ///< by account, then month
};

/// MRR month by month and what moved it, by one rule set (content: KPI texts "New, expansion, ..."):
/// an account with nothing before and something after is added when it was a customer at no earlier month end, else
/// reactivated; from
/// something to nothing is churn; in between up is expansion, down is contraction. Inside the grace days of its group
/// an account keeps its last MRR. Computed in the subscription's currency, converted at the rate of the month's first
/// day; the change of rate is its own column. An account counts in the group it is in on the month's first day (one
/// that is no customer then: on its last). Linear in subscriptions plus account months.
[[nodiscard]] Table movements(const Portfolio& portfolio, const Grouping& grouping, const Query& query);

/// The subscriptions (else imported movements or snapshots) that a movement was computed from.
[[nodiscard]] Evidence evidenceOf(const AccountMovement& movement, const Portfolio& portfolio, const Query& query);

/// Retention over a longer period, by comparing each account at its start with the same account at its end: one
/// RevenueRow whose month is the last one. GRR is capped by account over the whole period.
[[nodiscard]] RevenueRow overPeriod(const Portfolio& portfolio, const Grouping& grouping, const Query& query);

/// Spans whose end no other follows within the grace days are prolonged by them; a shorter gap is closed.
void extendByGrace(std::vector<PaidSpan>& spans, int graceDays);

} // namespace steward::revenue
