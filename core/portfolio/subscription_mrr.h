// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// When a subscription that was cancelled inside its paid term stops counting.
enum class Cancellation
{
    EndOfPaidTerm, ///< notice given: at the renewal date
    DayOfNotice    ///< notice given: on that day
};

/// Days in which one subscription brings one recurring amount. An invalid from: since ever; to is the first day it no
/// longer does, invalid: open.
struct PaidSpan
{
    SubscriptionId subscription;
    PlanId plan;
    QDate from;
    QDate to;
    Mrr mrr; ///< more than 0, net of discounts
    Currency currency;
    std::optional<qint64> seats;
    bool continues = false; ///< the next phase of the same subscription begins where this one ends

    [[nodiscard]] bool contains(QDate day) const
    {
        return (!from.isValid() || day >= from) && (!to.isValid() || day < to);
    }
    friend bool operator==(const PaidSpan&, const PaidSpan&) = default;
};

/// Months of a billing period: month 1, quarter 3, half_year 6, year 12, multi_year its term; unnamed counts as a
/// month. none: one_off, or multi_year without a term.
[[nodiscard]] std::optional<int> billingMonths(const Subscription& subscription);

/// What one subscription brings over time: its amount (else the price of its plan), less discount, stepped by its
/// phases. Empty for trials, free plans, one-off charges and where no amount is known. plans ordered by id.
[[nodiscard]] std::vector<PaidSpan> paidSpans(const Subscription& subscription,
                                              std::span<const SubscriptionPhase> phases, std::span<const Plan> plans,
                                              Cancellation rule = Cancellation::EndOfPaidTerm);

/// All spans of an account by (from, subscription). An amount without a currency is in the account's.
[[nodiscard]] std::vector<PaidSpan> paidSpans(const AccountFacts& facts, const BookFacts& book,
                                              Cancellation rule = Cancellation::EndOfPaidTerm);

/// What the account brings a month on a day, by currency.
[[nodiscard]] std::vector<std::pair<Currency, Mrr>> mrrOn(std::span<const PaidSpan> spans, QDate day);

} // namespace steward
