// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/forecast.h"

#include "core/revenue/renewals.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::revenue;

TEST_CASE("a weighted forecast carries its spread", "[revenue][golden]")
{
    const std::vector<Chance> chances{{12'000, 0.9}, {30'000, 0.6}, {8'000, 0.25}};
    const Forecast result = forecast(chances);
    CHECK(result.due == 50'000);
    CHECK(result.expected == 30'800);
    CHECK(*result.rate == Approx(0.616));
    CHECK(result.deviation == 15'523);
    CHECK(result.low == 10'907);
    CHECK(result.high == 50'000);
}

TEST_CASE("nothing due: no rate, amount 0", "[revenue][golden]")
{
    const Forecast result = forecast({});
    CHECK(result.due == 0);
    CHECK(result.expected == 0);
    CHECK_FALSE(result.rate);
    CHECK_FALSE(renewalRate({}).rate);
}

TEST_CASE("more than came up is growth, not renewal", "[revenue][golden]")
{
    // Won final 110 of 100, forecast 80 of 100, lost 0 of 50: so far 100 of 250, with what is expected 180.
    const std::vector<Outcome> soFar{{100, 110}, {100, 0}, {50, 0}};
    CHECK(renewalRate(soFar).due == 250);
    CHECK(renewalRate(soFar).renewed == 100);
    CHECK(renewalRate(soFar).growth == 10);
    CHECK(*renewalRate(soFar).rate == Approx(0.4));
    const std::vector<Outcome> expected{{100, 110}, {100, 80}, {50, 0}};
    CHECK(renewalRate(expected).renewed == 180);
}

TEST_CASE("199 a month for seven months", "[revenue][golden]")
{
    const Mrr mrr = *Mrr::perTerm(19'900, 1);
    CHECK(termAmount(mrr, 7) == 139'300);
    CHECK(mrr.toArrMinor() == 238'800);
    CHECK(termMonths({2026, 1, 1}, {2026, 8, 1}) == 7);
}

TEST_CASE("terms are rounded to whole months, 15 days make one", "[revenue][golden]")
{
    CHECK(termMonths({2026, 1, 1}, {2026, 3, 20}) == 3);
    CHECK(termMonths({2026, 1, 1}, {2026, 3, 10}) == 2);
    CHECK(termMonths({2026, 1, 1}, {2026, 1, 11}) == 1);
    CHECK(termMonths({2026, 1, 31}, {2026, 2, 28}) == 1);
    CHECK(termMonths({2024, 2, 29}, {2025, 2, 28}) == 12);
    CHECK_FALSE(termMonths({2026, 1, 1}, {2026, 1, 1}));
    CHECK_FALSE(termMonths({}, {2026, 1, 1}));
}
