// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_state.h"

namespace steward {

bool isInForce(const Subscription& subscription, QDate day)
{
    return !(subscription.start.isValid() && subscription.start > day) &&
           !(subscription.endedOn.isValid() && subscription.endedOn <= day);
}

bool isPaid(const Subscription& subscription, const Plan* plan, QDate day)
{
    return isInForce(subscription, day) && !subscription.trial.value_or(false) && !(plan && plan->free.value_or(false));
}

const Plan* planOf(const BookFacts& book, PlanId id)
{
    for (const Plan& each : book.plans)
        if (id.isValid() && each.id == id.value())
            return &each;
    return nullptr;
}

std::optional<Mrr> subscriptionMrr(const Subscription& subscription, std::span<const SubscriptionPhase> phases,
                                   const Plan* plan, QDate day)
{
    const auto plans = plan ? std::span(plan, 1) : std::span<const Plan>();
    for (const PaidSpan& each : paidSpans(subscription, phases, plans))
        if (each.contains(day))
            return each.mrr;
    return std::nullopt;
}

std::optional<qint64> seatsOn(const Subscription& subscription, std::span<const SubscriptionPhase> phases, QDate day)
{
    const SubscriptionPhase* newest = nullptr;
    for (const SubscriptionPhase& each : phases)
        if (each.subscription.value() == subscription.id && each.seats && !(each.from.isValid() && each.from > day) &&
            (!newest || each.from >= newest->from))
            newest = &each;
    return newest ? newest->seats : subscription.seats;
}

} // namespace steward
