// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/nps.h"

#include "tests/support/printers.h"

#include <cmath>

using namespace steward::feedback;

TEST_CASE("NPS of the worked cases", "[nps][golden]")
{
    const auto [p, n, d, expected] = GENERATE(table<qint64, qint64, qint64, double>({
        {27, 66, 7, 20},
        {18, 11, 2, 51.6129},
        {0, 3, 0, 0},
        {1, 0, 0, 100},
        {0, 0, 3, -100},
        {86, 73, 240, -38.5965},
    }));
    CHECK(*npsOf({p, n, d}) == Approx(expected).margin(0.0001));
}

TEST_CASE("no answers: no value, not 0", "[nps][golden]")
{
    CHECK_FALSE(npsOf({}));
    CHECK_FALSE(adjustedWald({}));
    CHECK_FALSE(plainMargin({}));
}

TEST_CASE("half points fall into one part, what is off the scale into none", "[nps][golden]")
{
    CHECK(npsPartOf(6.5) == NpsPart::Detractor);
    CHECK(npsPartOf(7) == NpsPart::Passive);
    CHECK(npsPartOf(8.5) == NpsPart::Passive);
    CHECK(npsPartOf(9) == NpsPart::Promoter);
    CHECK(npsPartOf(0) == NpsPart::Detractor);
    CHECK(npsPartOf(10) == NpsPart::Promoter);
    for (const double off : {-1.0, -0.5, 10.5, 11.0, std::nan("")})
        CHECK_FALSE(npsPartOf(off));
}

TEST_CASE("every score on the scale is in exactly one part", "[nps]")
{
    NpsCount count;
    qint64 answers = 0;
    for (int tenth = 0; tenth <= 100; ++tenth, ++answers)
        count.add(*npsPartOf(tenth / 10.0));
    CHECK(count.total() == answers);
    CHECK(count == NpsCount{11, 20, 70});
}

TEST_CASE("intervals of the worked cases", "[nps][golden]")
{
    struct Case
    {
        NpsCount count;
        double variance, margin, point, adjusted, low, high;
    };
    const auto each = GENERATE(values<Case>({
        {{162, 108, 54}, 0.5556, 8.12, 33.03, 8.08, 24.95, 41.11},
        {{27, 66, 7}, 0.30, 10.74, 19.42, 10.70, 8.72, 30.12},
        {{270, 660, 70}, 0.30, 3.39, 19.94, 3.39, 16.55, 23.33},
        {{5, 3, 2}, 0.61, 48.41, 23.08, 42.13, -19.05, 65.21},
        {{3, 0, 0}, 0, 0, 50.00, 56.58, -6.58, 100},
        {{0, 3, 0}, 0, 0, 0, 40.01, -40.01, 40.01},
    }));
    CHECK(npsVariance(each.count) == Approx(each.variance).margin(0.0001));
    CHECK(plainMargin(each.count)->margin == Approx(each.margin).margin(0.0051));
    const auto range = *adjustedWald(each.count);
    CHECK(range.point == Approx(each.point).margin(0.0051));
    CHECK(range.margin == Approx(each.adjusted).margin(0.0051));
    CHECK(range.interval.low == Approx(each.low).margin(0.0101));
    CHECK(range.interval.high == Approx(each.high).margin(0.0101));
}

TEST_CASE("a change is significant only where the answers carry it", "[nps][golden]")
{
    const auto small = npsChange({50, 30, 20}, {60, 25, 15});
    REQUIRE(small);
    CHECK(small->difference == Approx(15));
    CHECK(small->z == Approx(1.39).margin(0.01));
    CHECK(small->p == Approx(0.163).margin(0.001));
    CHECK_FALSE(small->isSignificant());
    const auto large = npsChange({500, 300, 200}, {600, 250, 150});
    CHECK(large->z == Approx(4.41).margin(0.01));
    CHECK(large->p == Approx(0.00001).margin(0.000005));
    CHECK(large->isSignificant());
    CHECK_FALSE(npsChange({}, {1, 2, 3}));
    CHECK_FALSE(npsChange({0, 3, 0}, {0, 3, 0}));
}

TEST_CASE("when everybody answered nothing is left to guess", "[nps]")
{
    CHECK(finitePopulationFactor(100, 100) == 0.0);
    CHECK(finitePopulationFactor(101, 51) == Approx(std::sqrt(0.5)));
    CHECK(finitePopulationFactor(0, 50) == 1.0);
}
