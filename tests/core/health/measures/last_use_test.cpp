// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Used up to so many days before today; data to today.
Told usedUntil(int daysAgo)
{
    Told told;
    told.account(u"A"_s).customer().users(200, today, [&](int before) { return before >= daysAgo ? 12 : 0; });
    return told;
}

} // namespace

TEST_CASE("last use counts working days to the end of the data", "[health]")
{
    CHECK(micro(measure(usedUntil(0), "last_use")) == 100'000'000);
    CHECK(measure(usedUntil(0), "last_use").why.key == u"measure.last_use.today");
    // A Thursday: two weeks are ten working days.
    const Contribution two = measure(usedUntil(14), "last_use");
    CHECK(micro(two) == 50'000'000);
    CHECK(two.why.arguments == Arguments{ago(14), 10.0});
    CHECK(micro(measure(usedUntil(42), "last_use")) == 0);
    // Twelve days later and no new file: nothing moved.
    CHECK(micro(measure(usedUntil(0), "last_use", today.addDays(12))) == 100'000'000);
    CHECK(measure(usedUntil(0), "last_use", today.addDays(15)).gap == health::Gap::TooOld);
}

TEST_CASE("nobody who has adopted it used it for over twenty working days: not above red", "[health]")
{
    const AccountScore twenty = usedUntil(28).score();
    CHECK(std::ranges::none_of(twenty.caps, [](const auto& cap) { return cap.cap == u"no_use"; }));
    const AccountScore more = usedUntil(29).score();
    REQUIRE(std::ranges::count(more.caps, u"no_use"_s, &health::CapStep::cap) == 1);
    CHECK(std::ranges::find(more.caps, u"no_use"_s, &health::CapStep::cap)->why.arguments == Arguments{ago(29)});
}

TEST_CASE("who works through another way has not stopped", "[health]")
{
    Told told = usedUntil(60);
    Metric metric;
    metric.id = 900'001;
    metric.name = u"api_calls"_s;
    metric.grain = u"day"_s;
    told.facts.metric(metric);
    told.facts.usage({MetricId(metric.id), {{usageDay(ago(5)), 3.0}}});
    CHECK_FALSE(isCapped(told.score(), "no_use"));
}

TEST_CASE("nothing counted above 0 ever is said so", "[health]")
{
    CHECK(measure(usedUntil(200), "last_use").why.key == u"measure.last_use.never");
}

TEST_CASE("working days of a quiet period that is over do not count as days without use", "[health]")
{
    Told told = usedUntil(14);
    told.add<QuietPeriod>([](QuietPeriod& row) {
        row.from = ago(13);
        row.to = ago(7);
    });
    CHECK(measure(told, "last_use").why.arguments.at(1) == Argument(5.0));
}
