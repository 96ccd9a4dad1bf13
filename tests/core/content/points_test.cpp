// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/points.h"
#include "tests/support/printers.h"

#include <limits>

using namespace steward::content;

namespace {

Points rule(std::initializer_list<std::pair<double, int>> pairs)
{
    std::vector<Point> points;
    for (const auto& [x, score] : pairs)
        points.push_back({Fixed{static_cast<qint64>(x * 1000)}, score});
    return Points(std::move(points));
}

} // namespace

TEST_CASE("points are linear between and flat outside", "[points]")
{
    const Points trend = rule({{-60, 0}, {-40, 15}, {-25, 35}, {-10, 65}, {0, 80}, {10, 90}, {25, 100}});
    struct Row
    {
        Ratio x;
        qint64 micro;
    };
    const auto row = GENERATE(values<Row>({
        {{-41, 1}, 14'250'000},
        {{-100, 1}, 0},
        {{-60, 1}, 0},
        {{-40, 1}, 15'000'000},
        {{0, 1}, 80'000'000},
        {{1, 2}, 80'500'000},
        {{-1, 3}, 79'500'000},
        {{25, 1}, 100'000'000},
        {{400, 1}, 100'000'000},
    }));
    CHECK(trend.at(row.x).micro == row.micro);
}

TEST_CASE("the published linear rule of another product: an NPS of 0, 7, 10 is -5, +2, +5", "[points]")
{
    const Points planhat = rule({{0, 0}, {10, 100}}); // its -5 to +5 as 0 to 100
    const auto itsValue = [&](qint64 nps) { return planhat.at({nps, 1}).micro / (10 * Score::perPoint) - 5; };
    CHECK(itsValue(0) == -5);
    CHECK(itsValue(7) == 2);
    CHECK(itsValue(10) == 5);
    CHECK(itsValue(12) == 5);
    CHECK(itsValue(-3) == -5);
}

TEST_CASE("a score that is no whole number is rounded once, half up, to a millionth", "[points]")
{
    const Points payment = rule({{0, 100}, {7, 85}, {14, 65}, {30, 30}, {45, 10}, {60, 0}});
    CHECK(payment.at({3, 1}).micro == 93'571'429);  // 93 4/7
    CHECK(payment.at({41, 1}).micro == 15'333'333); // 15 1/3
    const Points steep = rule({{0, 0}, {1, 1}});
    CHECK(steep.at({1, 2'000'000}).micro == 1);
    CHECK(steep.at({1, 2'000'001}).micro == 0);
}

TEST_CASE("the x of a point may have three decimals", "[points]")
{
    const Points value = rule({{0.5, 100}, {0.8, 90}, {1, 70}, {1.25, 40}, {1.5, 20}, {2, 0}});
    CHECK(value.at({45, 90}).micro == 100'000'000);
    CHECK(value.at({9, 8}).micro == 55'000'000);
    CHECK(value.at({4, 5}).micro == 90'000'000);
}

TEST_CASE("the largest ratios do not overflow", "[points]")
{
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    const Points trend = rule({{-60, 0}, {0, 80}, {25, 100}});
    CHECK(trend.at({huge, 1}).micro == 100'000'000);
    CHECK(trend.at({-huge, 1}).micro == 0);
    CHECK(trend.at({1, huge}).micro == 80'000'000);
    CHECK(trend.at({huge, huge}).micro == 80'800'000);
}

TEST_CASE("points that do not rise in x are told from those that do", "[points]")
{
    CHECK(rule({{0, 0}, {1, 50}, {2, 100}}).rises());
    CHECK_FALSE(rule({{0, 0}, {2, 50}, {1, 100}}).rises());
    CHECK_FALSE(rule({{0, 0}, {0, 50}}).rises());
}

TEST_CASE("the farthest points allowed do not overflow with the largest ratios", "[points]")
{
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    const Points wide = rule({{-1'000'000, 0}, {1'000'000, 100}});
    CHECK(wide.at({0, huge}).micro == 50'000'000);
    CHECK(wide.at({huge, huge}).micro == 50'000'050);
    CHECK(wide.at({-huge, 1}).micro == 0);
}
