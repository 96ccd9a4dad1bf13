// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/subscription_mrr.h"

/// One subscription on one day. For sums over time see paidSpans().
namespace steward {

/// From start (unknown: always) up to, not including, ended_on. No grace.
[[nodiscard]] bool isInForce(const Subscription& subscription, QDate day);
/// In force, not a trial and not free: makes its account a customer. plan may be nullptr.
[[nodiscard]] bool isPaid(const Subscription& subscription, const Plan* plan, QDate day);

/// nullptr where there is none.
[[nodiscard]] const Plan* planOf(const BookFacts& book, PlanId id);

/// What it brings a month on the day, in its own currency (paidSpans()); none: not in force, nothing recurring, or
/// nobody knows the price.
[[nodiscard]] std::optional<Mrr> subscriptionMrr(const Subscription& subscription,
                                                 std::span<const SubscriptionPhase> phases, const Plan* plan,
                                                 QDate day);

/// Seats bought on a day: of the newest phase begun that names seats, else its own. phases: of the account, any order.
[[nodiscard]] std::optional<qint64> seatsOn(const Subscription& subscription, std::span<const SubscriptionPhase> phases,
                                            QDate day);

} // namespace steward
