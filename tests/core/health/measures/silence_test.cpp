// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Told book()
{
    Told told;
    told.account(u"A"_s, u"mid"_s).customer();
    return told;
}

} // namespace

TEST_CASE("silence runs from the last thing the customer said, whatever it was", "[health]")
{
    Told told = book();
    CHECK(measure(told, "silence").gap == health::Gap::NotConnected);
    told.add<Ticket>([](Ticket& row) { row.opened = ago(90); });
    const Contribution ticket = measure(told, "silence");
    CHECK(micro(ticket) == 45'000'000);
    CHECK(ticket.why.arguments == Arguments{qint64(90)});
    told.facts.nps(8, ago(60));
    CHECK(micro(measure(told, "silence")) == 75'000'000);
    told.add<Touch>([](Touch& row) {
        row.kind = u"email"_s;
        row.direction = u"out"_s;
        row.day = ago(1);
    });
    CHECK(micro(measure(told, "silence")) == 75'000'000);
    told.add<Touch>([](Touch& row) {
        row.kind = u"email"_s;
        row.direction = u"in"_s;
        row.day = ago(2);
    });
    CHECK(micro(measure(told, "silence")) == 100'000'000);
}

TEST_CASE("one call typed in does not make the silence of everybody else longer", "[health]")
{
    Told told;
    told.facts.source(u"ticket"_s, ago(20));
    for (const QString& name : {u"A"_s, u"B"_s, u"C"_s})
        told.account(name, u"mid"_s).customer().add<Ticket>([](Ticket& row) { row.opened = ago(60); });
    CHECK(measure(told, "silence").why.arguments == Arguments{qint64(40)});
    told.add<Touch>([](Touch& row) { // of C
        row.kind = u"call"_s;
        row.day = ago(1);
    });
    CHECK(measure(told, "silence").why.arguments == Arguments{qint64(40)});
}
