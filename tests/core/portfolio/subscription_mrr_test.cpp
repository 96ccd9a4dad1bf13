// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_mrr.h"

#include "tests/support/printers.h"

using namespace steward;

namespace {

Subscription subscription(qint64 minor, const char16_t* period)
{
    Subscription s;
    s.id = 1;
    s.amount = Minor{minor};
    s.currency = Currency("EUR");
    s.billingPeriod = QString::fromUtf16(period);
    s.start = {2026, 1, 10};
    return s;
}

std::vector<qint64> minors(const std::vector<PaidSpan>& spans)
{
    std::vector<qint64> all;
    for (const PaidSpan& span : spans)
        all.push_back(span.mrr.toMinor());
    return all;
}

} // namespace

TEST_CASE("an amount is spread over its billing period", "[mrr]")
{
    CHECK(minors(paidSpans(subscription(200'000, u"year"), {}, {})) == std::vector<qint64>{16'667});
    CHECK(minors(paidSpans(subscription(30'000, u"quarter"), {}, {})) == std::vector<qint64>{10'000});
    CHECK(minors(paidSpans(subscription(60'000, u"half_year"), {}, {})) == std::vector<qint64>{10'000});
    CHECK(minors(paidSpans(subscription(7'000, u""), {}, {})) == std::vector<qint64>{7'000});
    Subscription threeYears = subscription(360'000, u"multi_year");
    CHECK(paidSpans(threeYears, {}, {}).empty());
    threeYears.termMonths = 36;
    CHECK(minors(paidSpans(threeYears, {}, {})) == std::vector<qint64>{10'000});
}

TEST_CASE("trials, free plans, one-off charges and unknown amounts bring nothing", "[mrr]")
{
    Subscription trial = subscription(100, u"month");
    trial.trial = true;
    CHECK(paidSpans(trial, {}, {}).empty());
    CHECK(paidSpans(subscription(100, u"one_off"), {}, {}).empty());
    Plan free;
    free.id = 5;
    free.free = true;
    Subscription onFree = subscription(100, u"month");
    onFree.plan = PlanId(5);
    CHECK(paidSpans(onFree, {}, std::span(&free, 1)).empty());
    Subscription unknown = subscription(0, u"month");
    unknown.amount.reset();
    CHECK(paidSpans(unknown, {}, {}).empty());
}

TEST_CASE("a subscription without an amount costs what its plan says for its period", "[mrr]")
{
    Plan plan;
    plan.id = 5;
    plan.currency = Currency("USD");
    plan.monthlyPrice = Minor{2'900};
    plan.yearlyPrice = Minor{29'000};
    Subscription s = subscription(0, u"year");
    s.amount.reset();
    s.currency = Currency();
    s.plan = PlanId(5);
    const auto yearly = paidSpans(s, {}, std::span(&plan, 1));
    REQUIRE(yearly.size() == 1);
    CHECK(yearly[0].mrr.toMinor() == 2'417);
    CHECK(yearly[0].currency == Currency("USD"));
    s.billingPeriod = QStringLiteral("quarter");
    CHECK(minors(paidSpans(s, {}, std::span(&plan, 1))) == std::vector<qint64>{2'900});
}

TEST_CASE("discounts are taken off", "[mrr]")
{
    Subscription s = subscription(10'000, u"month");
    s.discountPercent = 12.5;
    CHECK(minors(paidSpans(s, {}, {})) == std::vector<qint64>{8'750});
    s.discountAmount = Minor{2'000};
    CHECK(minors(paidSpans(s, {}, {})) == std::vector<qint64>{7'000});
}

TEST_CASE("phases step the amount, days are half-open", "[mrr]")
{
    Subscription s = subscription(10'000, u"month");
    s.endedOn = {2026, 12, 31};
    SubscriptionPhase phase;
    phase.subscription = SubscriptionId(1);
    phase.from = {2026, 7, 1};
    phase.amount = Minor{12'000};
    phase.seats = 20;
    const auto spans = paidSpans(s, std::span(&phase, 1), {});
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].to == QDate(2026, 7, 1));
    CHECK(spans[1].mrr.toMinor() == 12'000);
    CHECK(spans[1].seats == 20);
    CHECK(spans[1].to == QDate(2026, 12, 31));
    CHECK(mrrOn(spans, {2026, 6, 30})[0].second.toMinor() == 10'000);
    CHECK(mrrOn(spans, {2026, 7, 1})[0].second.toMinor() == 12'000);
    CHECK(mrrOn(spans, {2026, 12, 31}).empty());
    phase.from = s.start;
    CHECK(minors(paidSpans(s, std::span(&phase, 1), {})) == std::vector<qint64>{12'000});
}

TEST_CASE("cancelled inside the paid term ends with the term, a setting makes it the day of notice", "[mrr]")
{
    Subscription s = subscription(10'000, u"month");
    s.noticeGivenOn = {2026, 6, 15};
    s.renewalDate = {2027, 1, 10};
    CHECK(paidSpans(s, {}, {})[0].to == QDate(2027, 1, 10));
    CHECK(paidSpans(s, {}, {}, Cancellation::DayOfNotice)[0].to == QDate(2026, 6, 15));
    s.endedOn = {2026, 8, 1};
    CHECK(paidSpans(s, {}, {}, Cancellation::DayOfNotice)[0].to == QDate(2026, 8, 1));
}

TEST_CASE("an account's spans are ordered and take its currency where they name none", "[mrr]")
{
    AccountFacts facts;
    facts.account.currency = Currency("USD");
    Subscription a = subscription(100, u"month");
    Subscription b = subscription(200, u"month");
    b.id = 2;
    b.currency = Currency();
    b.start = {2025, 1, 1};
    facts.set(std::vector<Subscription>{a, b});
    const auto spans = paidSpans(facts, BookFacts());
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].subscription == SubscriptionId(2));
    CHECK(spans[0].currency == Currency("USD"));
}

TEST_CASE("what began and ended on one day was in force on none", "[mrr]")
{
    Subscription s = subscription(10'000, u"month");
    s.endedOn = s.start;
    const auto spans = paidSpans(s, {}, {});
    REQUIRE(spans.size() == 1);
    CHECK(mrrOn(spans, s.start).empty());
    s.endedOn = s.start.addDays(-1);
    CHECK(paidSpans(s, {}, {}).empty());
}
