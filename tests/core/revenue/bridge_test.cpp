// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/bridge.h"

#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::revenue;

namespace {

Mrr euros(qint64 amount) { return *Mrr::perTerm(amount * 100, 1); }

struct Parts
{
    qint64 start, added, expansion, contraction, churn, reactivation;
};

Bridge bridge(const Parts& p)
{
    return {euros(p.start),
            euros(p.added),
            euros(p.expansion),
            euros(p.contraction),
            euros(p.churn),
            euros(p.reactivation),
            Mrr(),
            euros(p.start + p.added + p.expansion + p.reactivation - p.contraction - p.churn)};
}

} // namespace

TEST_CASE("churn and retention rates are those of the worked cases", "[revenue][golden]")
{
    const Rates plain = ratesOf(bridge({100, 0, 10, 10, 10, 0}));
    CHECK(*plain.grossChurn == Approx(0.20));
    CHECK(*plain.netChurn == Approx(0.10));

    const Rates grown = ratesOf(bridge({100, 0, 25, 5, 5, 5}));
    CHECK(*grown.netChurn == Approx(-0.20));

    const Rates yearly = ratesOf(bridge({200'000, 0, 20'000, 4'000, 6'000, 0}));
    CHECK(*yearly.nrr == Approx(1.05));
    CHECK(*yearly.grr == Approx(0.95));
    CHECK(*yearly.expansion == Approx(0.10));
}

TEST_CASE("net churn and NRR differ by reactivation, which classic NRR leaves out", "[revenue][golden]")
{
    const Rates rates = ratesOf(bridge({100, 0, 0, 0, 10, 5}));
    CHECK(*rates.netChurn == Approx(0.05));
    CHECK(*rates.nrr == Approx(0.90));
    CHECK(*rates.nrrWithReactivation == Approx(0.95));
}

TEST_CASE("new customers are in no rate", "[revenue][golden]")
{
    const Rates rates = ratesOf(bridge({100, 500, 0, 0, 0, 0}));
    CHECK(*rates.nrr == Approx(1.0));
    CHECK(*rates.grr == Approx(1.0));
    CHECK(*rates.grossChurn == Approx(0.0));
}

TEST_CASE("nobody at the start: no rate has a value", "[revenue][golden]")
{
    const Rates rates = ratesOf(bridge({0, 500, 0, 0, 0, 100}));
    CHECK_FALSE(rates.grossChurn);
    CHECK_FALSE(rates.netChurn);
    CHECK_FALSE(rates.grr);
    CHECK_FALSE(rates.nrr);
    CHECK_FALSE(rates.nrrWithReactivation);
    CHECK_FALSE(logoChurnRate(0, 0));
}

TEST_CASE("a change of rate is neither loss nor growth", "[revenue]")
{
    Bridge fx = bridge({100, 0, 11, 0, 0, 0});
    fx.fx = euros(10);
    fx.end += euros(10);
    REQUIRE(fx.addsUp());
    CHECK(*ratesOf(fx).nrr == Approx(1.10));
}

TEST_CASE("logo churn of the worked cases", "[revenue][golden]")
{
    CHECK(*logoChurnRate(200, 10) == Approx(0.05));
    CHECK(*logoChurnRate(200, 0) == 0.0);
    CHECK(yearlyFromMonthly(0.03) == Approx(0.306).margin(0.0005));
}

TEST_CASE("rates from two levels alone", "[revenue][golden]")
{
    CHECK(*levelChurnRate(euros(100), euros(120), euros(10)) == Approx(-0.10));
    // A published glossary example holds only when its exit amount is the one before churn: 35,000 - 5,000.
    CHECK(1 - *levelChurnRate(euros(27'000), euros(35'000), euros(5'000)) == Approx(1.1111).margin(0.0001));
    CHECK_FALSE(levelChurnRate(Mrr(), euros(120), euros(10)));
}

TEST_CASE("a rounded bridge adds up to the cent, the ends stay as rounded", "[revenue]")
{
    std::mt19937_64 random(7);
    std::uniform_int_distribution<qint64> part(0, 2'000'000'000);
    std::uniform_int_distribution<qint64> change(-1'000'000'000, 1'000'000'000);
    for (int i = 0; i < 20'000; ++i) {
        const auto any = [&] { return Mrr::fromUnits(part(random)); };
        Bridge exact{any(), any(), any(), any(), any(), any(), Mrr::fromUnits(change(random)), {}};
        exact.end = exact.start + exact.added + exact.expansion + exact.reactivation + exact.fx - exact.contraction -
                    exact.churn;
        REQUIRE(exact.addsUp());
        const RoundedBridge shown = rounded(exact);
        REQUIRE(shown.start + shown.added + shown.expansion + shown.reactivation + shown.fx - shown.contraction -
                    shown.churn ==
                shown.end);
        REQUIRE(shown.start == exact.start.toMinor());
        REQUIRE(shown.end == exact.end.toMinor());
    }
}

TEST_CASE("what rounding leaves over goes to the largest part", "[revenue]")
{
    // Three parts of a third of a cent: 1/3 + 1/3 + 2/3 = 4/3.
    const Mrr third = Mrr::fromUnits(Mrr::perMinor / 3);
    Bridge exact;
    exact.added = third + third;
    exact.expansion = third;
    exact.reactivation = third;
    exact.end = third + third + third + third;
    const RoundedBridge shown = rounded(exact);
    CHECK(shown.end == 1);
    CHECK(shown.added == 1);
    CHECK(shown.expansion == 0);
}
