// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("ease is the mean of two answers or more from 1 to 7", "[health]")
{
    Told told;
    told.account(u"A"_s, u"self"_s).customer();
    const auto rate = [&](double score, int daysAgo, qint64 high = 7) {
        told.add<Survey>([&](Survey& row) {
            row.kind = u"ces"_s;
            row.score = score;
            row.day = ago(daysAgo);
            row.scaleHigh = high;
        });
    };
    rate(7, 10);
    CHECK(measure(told, "ces").gap == health::Gap::TooLittle);
    rate(4, 179);
    CHECK(micro(measure(told, "ces")) == 85'000'000);
    CHECK(measure(told, "ces").why.arguments == Arguments{5.5, qint64(2)});
    rate(1, 180);
    rate(1, 5, 5);
    CHECK(micro(measure(told, "ces")) == 85'000'000);
}
