// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// So many tickets in the last four weeks and in the twenty-four before.
Told book(int now, int before, int ageDays = 400)
{
    Told told;
    told.account(u"A"_s).customer(ageDays);
    for (int i = 0; i < before; ++i)
        told.add<Ticket>([&](Ticket& row) {
            row.opened = ago(30 + i * 2);
            row.category = u"reports"_s;
        });
    for (int i = 0; i < now; ++i)
        told.add<Ticket>([&](Ticket& row) {
            row.opened = ago(i);
            row.category = i == 0 ? u"login"_s : u"reports"_s;
        });
    return told;
}

} // namespace

TEST_CASE("tickets are compared with what is usual for the account itself", "[health]")
{
    CHECK(micro(measure(book(12, 72), "tickets_trend")) == 100'000'000);
    const Contribution twice = measure(book(12, 36), "tickets_trend");
    CHECK(micro(twice) == 50'000'000);
    CHECK(twice.why.key == u"measure.tickets_trend.trend");
    CHECK(twice.why.arguments == Arguments{12.0, 6.0, u"reports"_s});
    CHECK(micro(measure(book(0, 12), "tickets_trend")) == 90'000'000);
    CHECK(micro(measure(book(3, 0), "tickets_trend")) == 0);
}

TEST_CASE("few tickets are no trend, and a young account has none", "[health]")
{
    CHECK(measure(book(2, 5), "tickets_trend").gap == health::Gap::TooLittle);
    CHECK(measure(book(2, 6), "tickets_trend").takesPart());
    CHECK(measure(book(3, 5), "tickets_trend").takesPart());
    Told young = book(3, 6, 89);
    young.add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(30);
    });
    CHECK(measure(young, "tickets_trend").state == State::NotApplicable);
}

TEST_CASE("a young account is compared with the weeks there were", "[health]")
{
    // 112 days old: 84 days before the last 28, three tickets a month in them.
    Told told = book(3, 9, 111);
    told.add<Milestone>([](Milestone& row) {
        row.kind = u"activation"_s;
        row.reached = ago(30);
    });
    CHECK(micro(measure(told, "tickets_trend")) == 100'000'000);
}
