// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/satisfaction.h"

#include "tests/support/printers.h"

using namespace steward::feedback;

namespace {

std::vector<CesAnswer> answers(std::initializer_list<double> scores)
{
    std::vector<CesAnswer> all;
    for (const double score : scores)
        all.push_back({score, QDate(2026, 1, 1)});
    return all;
}

} // namespace

TEST_CASE("CSAT of the worked cases", "[csat][golden]")
{
    CHECK(*csatOf({74, 107}) == Approx(69.16).margin(0.005));
    CHECK(*csatOf({160, 200}) == Approx(80));
    CHECK(*csatOf({30, 50}) == Approx(60));
    CHECK_FALSE(csatOf({}));
    CHECK_FALSE(csatInterval({}));
}

TEST_CASE("CSAT intervals are Wilson's", "[csat][golden]")
{
    CHECK(csatInterval({74, 107})->low == Approx(59.9).margin(0.05));
    CHECK(csatInterval({74, 107})->high == Approx(77.1).margin(0.05));
    CHECK(csatInterval({3, 3})->low == Approx(43.8).margin(0.05));
    CHECK(csatInterval({3, 3})->high == Approx(100));
}

TEST_CASE("4 and 5 of 5 are satisfied, 9 and 10 of 10", "[csat][golden]")
{
    CHECK(isSatisfied(4, 1, 5) == true);
    CHECK(isSatisfied(3, 1, 5) == false);
    CHECK(isSatisfied(9, 1, 10) == true);
    CHECK(isSatisfied(8, 1, 10) == false);
    CHECK_FALSE(isSatisfied(0, 1, 5));
    CHECK_FALSE(isSatisfied(6, 1, 5));
    CHECK(isSatisfied(0, 0, 10) == false);
    CHECK_FALSE(isSatisfied(5, 1, 6));
}

TEST_CASE("CES names its method", "[ces][golden]")
{
    CHECK(*cesOf(answers({7, 6, 4}), CesMethod::Mean7).value == Approx(5.67).margin(0.005));
    CHECK(*cesOf(answers({5, 6, 7, 5, 6, 7, 5, 5, 1, 4}), CesMethod::Agree7).value == Approx(80));
    std::vector<CesAnswer> five;
    for (int i = 0; i < 5; ++i)
        five.push_back({5.0 - i % 2, QDate()});
    for (int i = 0; i < 5; ++i)
        five.push_back({1.0 + i % 3, QDate()});
    CHECK(*cesOf(five, CesMethod::Agree5).value == Approx(50));
    CHECK_FALSE(cesOf({}, CesMethod::Mean7).value);
    CHECK(cesOf(answers({8, 0, 7}), CesMethod::Mean7).counted == 1);
}

TEST_CASE("the mean leaves out what is over a year older than the newest answer", "[ces][golden]")
{
    const std::vector<CesAnswer> two{{7, {2021, 1, 31}}, {1, {2020, 1, 15}}};
    const Ces result = cesOf(two, CesMethod::Mean7);
    CHECK(result.counted == 1);
    CHECK(*result.value == 7);
    const std::vector<CesAnswer> near{{7, {2021, 1, 31}}, {1, {2020, 1, 31}}};
    CHECK(cesOf(near, CesMethod::Mean7).counted == 2);
}
