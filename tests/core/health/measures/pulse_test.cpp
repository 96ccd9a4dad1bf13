// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a pulse counts for ninety days and then its weight goes to the others", "[health]")
{
    Told told;
    told.account(u"A"_s).customer().users(300, today, [](int) { return 12; });
    const auto rate = [](int daysAgo, qint64 rating) {
        return [=](Pulse& row) {
            row.day = ago(daysAgo);
            row.rating = rating;
            row.reasons = {u"trust_lost"_s};
        };
    };
    const Contribution never = measure(told, "pulse");
    CHECK(never.gap == health::Gap::TooLittle);
    CHECK(never.why.key == u"unknown.never_rated");
    told.add<Pulse>(rate(91, 6));
    CHECK(measure(told, "pulse").gap == health::Gap::TooOld);
    CHECK(micro(measure(told, "pulse", ago(1))) == 100'000'000);
    told.add<Pulse>(rate(90, 2));
    const Contribution fresh = measure(told, "pulse");
    CHECK(micro(fresh) == 20'000'000);
    CHECK(fresh.why.key == u"measure.pulse.rated");
    CHECK(fresh.why.arguments.at(1) == Argument(u"2"_s));
    CHECK_FALSE(isCapped(told.score(), "pulse_severe"));
    told.add<Pulse>(rate(3, 1));
    CHECK(isCapped(told.score(), "pulse_severe"));
}
