// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(int ageDays, int used, qint64 seats = 20)
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer(ageDays, seats).users(60, today, [&](int) { return used; });
    told.add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(20);
    });
    return told;
}

} // namespace

TEST_CASE("40 % of the licences are read by the age of the contract", "[health]")
{
    CHECK(micro(measure(book(90, 8), "licence_use")) == 62'500'000);
    CHECK(micro(measure(book(180, 8), "licence_use")) == 62'500'000);
    CHECK(micro(measure(book(181, 8), "licence_use")) == 40'000'000);
    CHECK(micro(measure(book(270, 8), "licence_use")) == 40'000'000);
    const Contribution grown = measure(book(365, 8), "licence_use");
    CHECK(micro(grown) == 27'500'000);
    CHECK(grown.why.arguments == Arguments{8.0, qint64(20), 40.0, qint64(13)});
    CHECK(grown.why.records.size() == 2);
}

TEST_CASE("a contract in its first two months, one without seats and one without a limit are not asked", "[health]")
{
    CHECK(measure(book(59, 8), "licence_use").why.key == u"not_applicable.age");
    CHECK(measure(book(365, 8, 0), "licence_use").why.key == u"not_applicable.no_seats");
    Told unlimited = book(365, 8);
    Plan plan;
    plan.id = 700'001;
    plan.unlimitedSeats = true;
    unlimited.facts.plan(plan);
    unlimited.add<Subscription>([](Subscription& row) {
        row.plan = PlanId(700'001);
        row.amount = Minor{100};
        row.start = ago(300);
    });
    CHECK(measure(unlimited, "licence_use").why.key == u"not_applicable.unlimited_seats");
}

TEST_CASE("where no contract of the book says its seats nobody knows who has none", "[health]")
{
    Told told;
    told.account(u"A"_s, u"mid"_s).users(60, today, [](int) { return 8; }).add<Subscription>([](Subscription& row) {
        row.amount = Minor{100'000};
        row.start = ago(365);
    });
    CHECK(measure(told, "licence_use").state == State::Unknown);
    CHECK(measure(told, "licence_use").missing == health::DataKind::Subscriptions);
    told.account(u"B"_s, u"mid"_s).customer();
    CHECK(measure(told, "licence_use").why.key == u"not_applicable.no_seats");
}

TEST_CASE("counts that nobody can count and counts below 0 stay within their bounds", "[health]")
{
    Told told;
    told.account(u"A"_s).customer(365, 1'000'000'000'000'000'000).users(60, today, [](int) { return 1e18; });
    CHECK(micro(measure(told, "licence_use")) == 100'000'000);
    CHECK_FALSE(isCapped(told.score(), "licence_empty"));
    Told below;
    below.account(u"A"_s).customer(365, 20).users(60, today, [](int) { return -5; });
    CHECK(measure(below, "licence_use").why.arguments.front() == Argument(0.0));
}

TEST_CASE("seats that are empty in a quiet period say nothing and cap nothing", "[health]")
{
    Told quiet = book(90, 1, 11);
    CHECK(isCapped(quiet.score(), "licence_empty"));
    quiet.add<QuietPeriod>([](QuietPeriod& row) {
        row.from = ago(60);
        row.to = ago(20);
    });
    CHECK(measure(quiet, "licence_use").why.key == u"not_applicable.quiet_period");
    CHECK_FALSE(isCapped(quiet.score(), "licence_empty"));
    Told over = book(90, 1, 11);
    over.add<QuietPeriod>([](QuietPeriod& row) {
        row.from = ago(80);
        row.to = ago(60);
    });
    CHECK(isCapped(over.score(), "licence_empty"));
}

TEST_CASE("licence use stays known for five weeks after the last file", "[health]")
{
    CHECK(micro(measure(book(365, 8), "licence_use", today.addDays(35))) == 27'500'000);
    CHECK(measure(book(365, 8), "licence_use", today.addDays(36)).gap == health::Gap::TooOld);
}

TEST_CASE("under a tenth of the licences after two months caps at red", "[health]")
{
    CHECK(isCapped(book(90, 1, 11).score(), "licence_empty"));
    CHECK_FALSE(isCapped(book(90, 1, 10).score(), "licence_empty"));
    CHECK_FALSE(isCapped(book(60, 1, 100).score(), "licence_empty"));
    CHECK_FALSE(isCapped(book(90, 1, 11).score(today.addDays(36)), "licence_empty"));
}

TEST_CASE("what exactly is missing of an account's usage is said", "[health]")
{
    constexpr qint64 featureMetric = 900'002;
    Told told;
    Metric metric;
    metric.id = featureMetric;
    metric.name = u"events"_s;
    metric.feature = u"reports"_s;
    metric.grain = u"day"_s;
    told.facts.metric(metric);
    told.account(u"Features only"_s, u"mid"_s).customer(365);
    UsageSeries series{MetricId(featureMetric), {}};
    for (int before = 60; before >= 0; --before)
        series.points.push_back({usageDay(ago(before)), 5.0});
    told.facts.usage(std::move(series));
    told.account(u"Silent"_s, u"mid"_s).customer(365);
    told.account(u"Users"_s, u"mid"_s).customer(365).users(60, today, [](int) { return 8; });
    const auto said = [&told](const char* id, const QString& name) {
        const Contribution read = measure(told, id, today, name);
        CHECK(read.gap == health::Gap::TooLittle);
        CHECK(read.missing == health::DataKind::Usage);
        return read.why.key;
    };
    CHECK(said("licence_use", u"Features only"_s) == u"unknown.no_seat_metric");
    CHECK(said("last_use", u"Features only"_s) == u"unknown.no_primary_metric");
    CHECK(said("licence_use", u"Silent"_s) == u"unknown.no_usage");
    CHECK(said("usage_trend", u"Silent"_s) == u"unknown.no_usage");
}
