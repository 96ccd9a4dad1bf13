// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

void addTicket(Told& told, const QString& priority, int openedAgo, std::optional<int> closedAgo = {},
               bool isEscalated = false)
{
    told.add<Ticket>([&](Ticket& row) {
        row.priority = priority;
        row.subject = u"Export fails"_s;
        row.opened = ago(openedAgo);
        row.closed = closedAgo ? ago(*closedAgo) : QDate();
        row.escalated = isEscalated;
    });
}

Told book()
{
    Told told;
    told.account(u"A"_s).customer();
    return told;
}

} // namespace

TEST_CASE("urgent and escalated tickets that are open count whole, old high ones half", "[health]")
{
    Told told = book();
    addTicket(told, u"low"_s, 90);
    CHECK(measure(told, "tickets_open").state == State::KnownZero);
    CHECK(micro(measure(told, "tickets_open")) == 100'000'000);
    addTicket(told, u"high"_s, 7);
    CHECK(measure(told, "tickets_open").state == State::KnownZero);
    addTicket(told, u"high"_s, 8);
    CHECK(micro(measure(told, "tickets_open")) == 80'000'000);
    CHECK(measure(told, "tickets_open").why.key == u"measure.tickets_open.high");
    addTicket(told, u"urgent"_s, 3);
    CHECK(micro(measure(told, "tickets_open")) == 40'000'000);
    addTicket(told, u"low"_s, 20, {}, true);
    const Contribution two = measure(told, "tickets_open");
    CHECK(micro(two) == 12'500'000);
    CHECK(two.why.arguments == Arguments{qint64(2), qint64(20), u"Export fails"_s});
    CHECK(two.why.records.size() == 3);
}

TEST_CASE("a ticket closed later is open when looking back, and without tickets in the book nothing is known",
          "[health]")
{
    Told told = book();
    addTicket(told, u"urgent"_s, 10, 5);
    CHECK(measure(told, "tickets_open").state == State::KnownZero);
    CHECK(micro(measure(told, "tickets_open", ago(6))) == 55'000'000);
    CHECK(measure(book(), "tickets_open").gap == health::Gap::NotConnected);
}
