// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/chart.h"

#include "core/deck/chart_workbook.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace steward::deck;

TEST_CASE("an axis starts at zero, holds the largest value and has at most five steps of a round size", "[deck]")
{
    const auto [largest, most, step] = GENERATE(table<double, double, double>({{231, 250, 50},
                                                                               {300, 300, 100},
                                                                               {1, 1, 0.2},
                                                                               {0.7, 0.8, 0.2},
                                                                               {41'234, 50'000, 10'000},
                                                                               {12, 12.5, 2.5},
                                                                               {0, 1, 1},
                                                                               {-3, 1, 1}}));
    const AxisScale scale = axisFor(largest);
    CHECK(scale.most == Approx(most));
    CHECK(scale.step == Approx(step));
}

TEST_CASE("an axis of whole counts has no line between two of them", "[deck]")
{
    const auto [largest, most, step] =
        GENERATE(table<double, double, double>({{2, 2, 1}, {1, 1, 1}, {0, 1, 1}, {12, 15, 5}, {231, 250, 50}}));
    const AxisScale scale = axisFor(largest, true);
    CHECK(scale.most == Approx(most));
    CHECK(scale.step == Approx(step));
}

TEST_CASE("what is no number counts as unknown", "[deck]")
{
    Series series;
    series.values = {1.0, std::nullopt, std::numeric_limits<double>::quiet_NaN(),
                     std::numeric_limits<double>::infinity()};
    CHECK(lastKnown(series) == 0u);
    CHECK_FALSE(valueAt(series, 2));
    CHECK_FALSE(valueAt(series, 3));
    CHECK_FALSE(valueAt(series, 4));
    CHECK_FALSE(lastKnown({}));
}

TEST_CASE("every kind of chart has a name it is found by", "[deck]")
{
    for (const ChartKind kind :
         {ChartKind::Line, ChartKind::Columns, ChartKind::Stacked, ChartKind::Bars, ChartKind::Doughnut})
        CHECK(chartKindNamed(nameOf(kind)) == kind);
    CHECK_FALSE(chartKindNamed(u"pie"));
    CHECK_FALSE(chartKindNamed({}));
}

TEST_CASE("columns of a workbook are named as spreadsheets name them", "[deck]")
{
    CHECK(columnName(0) == "A");
    CHECK(columnName(25) == "Z");
    CHECK(columnName(26) == "AA");
    CHECK(columnName(701) == "ZZ");
    CHECK(columnName(702) == "AAA");
}

TEST_CASE("figures too wide for every point stand at the first, the largest between and the last", "[deck]")
{
    const auto labelled = [](std::vector<std::optional<double>> values, Labels labels) {
        const Series series{QStringLiteral("Calls"), std::move(values), Ink::Accent, {}, labels};
        std::vector<std::size_t> at;
        for (std::size_t i = 0; i < series.values.size(); ++i)
            if (isLabelledAt(series, i))
                at.push_back(i);
        return at;
    };
    using At = std::vector<std::size_t>;
    CHECK(labelled({5, 7, 6, 9, 4, 3}, Labels::Ends) == At{0, 3, 5});
    CHECK(labelled({std::nullopt, 7, 6, 9, 4, 3, std::nullopt}, Labels::Ends) == At{1, 3, 5});
    // Beside an end the largest has no room, nor has the first beside the last.
    CHECK(labelled({5, 9, 6, 7, 4, 3}, Labels::Ends) == At{0, 5});
    CHECK(labelled({9, 5, 6, 7}, Labels::Ends) == At{0, 3});
    CHECK(labelled({5, 7}, Labels::Ends) == At{1});
    CHECK(labelled({5}, Labels::Ends) == At{0});
    CHECK(labelled({std::nullopt}, Labels::Ends).empty());
    CHECK(labelled({5, std::nullopt, 6}, Labels::Values) == At{0, 2});
    CHECK(labelled({5, 6, 7}, Labels::Last) == At{2});
    CHECK(labelled({5, 6, 7}, Labels::None).empty());
}
