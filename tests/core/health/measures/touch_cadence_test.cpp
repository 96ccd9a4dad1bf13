// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book(const QString& segment, std::optional<int> heldAgo)
{
    Told told;
    told.account(u"A"_s, segment).customer();
    told.account(u"B"_s, u"mid"_s).customer().add<Touch>([](Touch& row) {
        row.kind = u"call"_s;
        row.day = ago(1);
    });
    if (heldAgo)
        told.account(u"C"_s, segment).customer().add<Touch>([&](Touch& row) {
            row.kind = u"meeting"_s;
            row.day = ago(*heldAgo);
        });
    return told;
}

} // namespace

TEST_CASE("conversations are read against the rhythm of the segment", "[health]")
{
    const Contribution mid = measure(book(u"mid"_s, 60), "touch_cadence", today, u"C"_s);
    CHECK(micro(mid) == 50'000'000);
    CHECK(mid.why.arguments == Arguments{qint64(30), ago(60), u"meeting"_s});
    CHECK(micro(measure(book(u"enterprise"_s, 21), "touch_cadence", today, u"C"_s)) == 75'000'000);
    // A start-up is met every 21 days up to its sixth month, then every 45.
    CHECK(micro(measure(book(u"startup"_s, 45), "touch_cadence", today, u"C"_s)) == 100'000'000);
    CHECK(micro(measure(book(u"mid"_s, {}), "touch_cadence")) == 0);
    CHECK(measure(book(u"mid"_s, {}), "touch_cadence").why.key == u"measure.touch_cadence.never");
}

TEST_CASE("conversations say nothing until half of the accounts have one in half a year", "[health]")
{
    Told told = book(u"mid"_s, {});
    told.account(u"D"_s, u"mid"_s).customer();
    CHECK(measure(told, "touch_cadence").gap == health::Gap::NotPractised);
    CHECK(measure(told, "touch_cadence", today, u"B"_s).gap == health::Gap::NotPractised);
    CHECK(measure(book(u"mid"_s, {}), "touch_cadence", today.addDays(178)).takesPart());
    CHECK(measure(book(u"mid"_s, {}), "touch_cadence", today.addDays(179)).gap == health::Gap::NotPractised);
}
