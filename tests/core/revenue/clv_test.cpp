// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/clv.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::revenue;

namespace {

ClvInput input(qint64 euros, double margin, double churn)
{
    ClvInput value;
    value.mrrPerAccount = {euros * 100, Currency("EUR")};
    value.grossMargin = margin;
    value.monthlyChurn = churn;
    value.losses = 40;
    return value;
}

} // namespace

TEST_CASE("what a customer is worth, by the worked cases", "[revenue][golden]")
{
    const auto [euros, margin, churn, cents] = GENERATE(table<qint64, double, double, qint64>({
        {100, 0.80, 0.05, 160'000},
        {200, 0.85, 0.03, 566'667},
        {500, 0.70, 0.02, 1'750'000},
        {1'000, 0.75, 0.01, 7'500'000},
        {50, 0.90, 0.10, 45'000},
    }));
    const auto figure = clv(input(euros, margin, churn));
    REQUIRE(figure.isKnown());
    CHECK(*figure.value == Money{cents, Currency("EUR")});
    CHECK(figure.method == Code("clv.churn"));
}

TEST_CASE("no churn is not infinite: at least the months of the limit", "[revenue][golden]")
{
    const auto figure = clv(input(100, 0.80, 0));
    REQUIRE(figure.isKnown());
    CHECK(*figure.value == Money{480'000, Currency("EUR")});
    CHECK(figure.method == Code("clv.at-least"));
}

TEST_CASE("negative churn gives no value, few losses a rough one", "[revenue][golden]")
{
    CHECK_FALSE(clv(input(100, 0.80, -0.02)).isKnown());
    CHECK_FALSE(clv(input(100, 1.80, 0.02)).isKnown());
    ClvInput few = input(100, 0.80, 0.05);
    few.losses = 9;
    CHECK(clv(few).method == Code("clv.churn.rough"));
}
