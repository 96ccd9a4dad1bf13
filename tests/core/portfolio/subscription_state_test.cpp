// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_state.h"

#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

Subscription yearly(qint64 amount)
{
    Subscription subscription;
    subscription.id = 5;
    subscription.amount = Minor{amount};
    subscription.billingPeriod = QStringLiteral("year");
    subscription.start = day("2025-01-01");
    return subscription;
}

} // namespace

TEST_CASE("a subscription is in force from its start up to the day it ended on")
{
    Subscription subscription = yearly(1'200);
    subscription.endedOn = day("2026-01-01");
    const auto mrr = [&](const char* on) { return subscriptionMrr(subscription, {}, nullptr, day(on)); };
    CHECK_FALSE(mrr("2024-12-31"));
    CHECK(mrr("2025-01-01")->toMinor() == 100);
    CHECK(mrr("2025-12-31")->toMinor() == 100);
    CHECK_FALSE(mrr("2026-01-01"));
    CHECK_FALSE(isInForce(subscription, day("2026-01-01")));
}

TEST_CASE("a trial and a free plan make no customer")
{
    Subscription trial = yearly(1'200);
    trial.trial = true;
    CHECK(isInForce(trial, day("2026-01-01")));
    CHECK_FALSE(isPaid(trial, nullptr, day("2026-01-01")));
    Plan free;
    free.free = true;
    CHECK_FALSE(isPaid(yearly(0), &free, day("2026-01-01")));
    CHECK(isPaid(yearly(0), nullptr, day("2026-01-01")));
}

TEST_CASE("seats and amount follow the newest phase begun that names them")
{
    SubscriptionPhase second;
    second.subscription = SubscriptionId(5);
    second.from = day("2026-01-01");
    second.amount = Minor{2'400};
    second.seats = 20;
    SubscriptionPhase other = second;
    other.subscription = SubscriptionId(6);
    other.seats = 99;
    SubscriptionPhase seatsOnly = second;
    seatsOnly.from = day("2026-03-01");
    seatsOnly.amount.reset();
    seatsOnly.seats = 30;
    Subscription subscription = yearly(1'200);
    subscription.seats = 10;
    const std::vector phases{second, other, seatsOnly};
    CHECK(subscriptionMrr(subscription, phases, nullptr, day("2025-12-31"))->toMinor() == 100);
    CHECK(subscriptionMrr(subscription, phases, nullptr, day("2026-03-01"))->toMinor() == 200);
    CHECK(seatsOn(subscription, phases, day("2025-12-31")) == 10);
    CHECK(seatsOn(subscription, phases, day("2026-02-28")) == 20);
    CHECK(seatsOn(subscription, phases, day("2026-03-01")) == 30);
}

TEST_CASE("a plan is found by its id")
{
    std::vector<Plan> plans(2);
    plans[0].id = 3;
    plans[1].id = 4;
    BookFacts book;
    book.plans = Rows(plans);
    CHECK(planOf(book, PlanId(4)) == &book.plans[1]);
    CHECK(planOf(book, PlanId(5)) == nullptr);
    CHECK(planOf(book, PlanId()) == nullptr);
}
