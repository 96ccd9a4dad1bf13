// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Users a day: one level in the last four weeks, another before.
Told book(double before, double now, int history = 200, QDate end = today)
{
    Told told;
    told.account(u"A"_s).customer().users(history, end, [&](int daysBefore) { return daysBefore < 28 ? now : before; });
    return told;
}

} // namespace

TEST_CASE("usage of 41 a day that fell to 24.19 scores 14.25", "[health]")
{
    const Contribution trend = measure(book(41, 24.19), "usage_trend");
    CHECK(micro(trend) == 14'250'000);
    CHECK(trend.why.key == u"measure.usage_trend.down");
    CHECK(trend.why.arguments.at(0) == Argument(u"active_users"_s));
    CHECK(trend.why.arguments.at(1) == Argument(41.0));
    CHECK(trend.why.dataTo == today);
    CHECK(trend.why.records == std::vector<RecordRef>{{Entity::Metric, Told::usersMetric}});
}

TEST_CASE("steady usage scores 80 and growth more", "[health]")
{
    CHECK(micro(measure(book(30, 30), "usage_trend")) == 80'000'000);
    CHECK(measure(book(30, 30), "usage_trend").why.key == u"measure.usage_trend.flat");
    CHECK(micro(measure(book(30, 33), "usage_trend")) == 90'000'000);
    CHECK(micro(measure(book(30, 60), "usage_trend")) == 100'000'000);
}

TEST_CASE("the windows of the trend end with the data, not with the day asked about", "[health]")
{
    const Told told = book(30, 30);
    CHECK(micro(measure(told, "usage_trend", today.addDays(12))) == 80'000'000);
    const Contribution late = measure(told, "usage_trend", today.addDays(15));
    CHECK(late.state == State::Unknown);
    CHECK(late.gap == health::Gap::TooOld);
    CHECK(late.why.key == u"unknown.too_old");
    CHECK(late.why.arguments == Arguments{u"usage"_s, today});
}

TEST_CASE("a trend needs six weeks of history, and enough people to speak of one", "[health]")
{
    CHECK(measure(book(30, 30, 41), "usage_trend").gap == health::Gap::TooLittle);
    CHECK(measure(book(30, 30, 42), "usage_trend").takesPart());
    CHECK(measure(book(4.9, 30), "usage_trend").state == State::NotApplicable);
    CHECK(measure(book(5, 30), "usage_trend").takesPart());
    // Too few people wins over too little history.
    CHECK(measure(book(4, 4, 41), "usage_trend").state == State::NotApplicable);
}

TEST_CASE("a young account and one in a quiet period have no trend", "[health]")
{
    Told young;
    young.account(u"A"_s, u"mid"_s).customer(59).users(58, today, [](int) { return 30; });
    // Younger than 60 days is onboarding, which has no trend: an activated account shows it.
    young.add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(5);
    });
    CHECK(measure(young, "usage_trend").why.key == u"not_applicable.age");

    Told quiet = book(30, 5);
    CHECK(micro(measure(quiet, "usage_trend")) == 0);
    quiet.add<QuietPeriod>([](QuietPeriod& row) {
        row.from = ago(20);
        row.to = today.addDays(20);
    });
    const Contribution inside = measure(quiet, "usage_trend");
    CHECK(inside.state == State::NotApplicable);
    CHECK(inside.why.key == u"not_applicable.quiet_period");
    CHECK(measure(quiet, "last_use").state == State::NotApplicable);
}

TEST_CASE("a fall that came in the same weeks last year moves half way to calm and says so", "[health]")
{
    Told told;
    const auto seasonal = [](int before) { return before % 364 < 28 ? 10 : 30; };
    told.account(u"A"_s).customer(900).users(600, today, seasonal);
    const Contribution trend = measure(told, "usage_trend");
    // A fall of two thirds scores 0.
    CHECK(micro(trend) == 40'000'000);
    CHECK(trend.why.key == u"measure.usage_trend.down_last_year");
}

TEST_CASE("a week without work in it does not look like a fall", "[health]")
{
    // Used on working days only: the mean is per working day.
    Told told;
    told.account(u"A"_s).customer().users(200, today, [](int before) { return ago(before).dayOfWeek() <= 5 ? 30 : 0; });
    CHECK(micro(measure(told, "usage_trend")) == 80'000'000);
}

TEST_CASE("no trend is read from seconds or errors, unless somebody marked them as what counts", "[health]")
{
    for (const std::optional<bool> primary : {std::optional<bool>(), std::optional(true)}) {
        Told told;
        told.account(u"A"_s, u"mid"_s).customer();
        Metric metric;
        metric.id = 800'001;
        metric.name = u"usage_duration_secs"_s;
        metric.primary = primary;
        told.facts.metric(metric);
        UsageSeries series{MetricId(metric.id), {}};
        for (int before = 100; before >= 0; --before)
            series.points.push_back({usageDay(ago(before)), before < 28 ? 600.0 : 3600.0});
        told.facts.usage(std::move(series));
        const Contribution trend = measure(told, "usage_trend");
        CHECK(trend.takesPart() == primary.has_value());
        CHECK(measure(told, "last_use").takesPart());
    }
}

TEST_CASE("a better metric whose samples begin later leaves the days before their metric", "[health]")
{
    Told told;
    told.account(u"A"_s).customer();
    Metric calls;
    calls.id = 800'001;
    calls.name = u"api_calls"_s;
    calls.grain = u"day"_s;
    told.facts.metric(calls);
    UsageSeries series{MetricId(calls.id), {}};
    for (int before = 299; before >= 0; --before)
        series.points.push_back({usageDay(ago(before)), 30.0});
    told.facts.usage(std::move(series));
    const std::vector<RecordRef> byCalls{{Entity::Metric, calls.id}};
    CHECK(measure(told, "usage_trend").why.records == byCalls);
    told.users(60, today, [](int) { return 12; });
    const std::vector<RecordRef> byUsers{{Entity::Metric, Told::usersMetric}};
    CHECK(measure(told, "usage_trend").why.records == byUsers);
    CHECK(measure(told, "usage_trend", ago(60)).why.records == byCalls);
    CHECK(micro(measure(told, "usage_trend", ago(60))) == 80'000'000);
}
