// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/calendar.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::mail;

namespace {

Event event()
{
    Event made;
    made.uid = "review-1@steward.invalid";
    made.summary = QStringLiteral("Check-in");
    made.start = {1'795'000'000'000};
    made.end = {1'795'001'800'000};
    return made;
}

QByteArray unfolded(QByteArray text) { return text.replace("\r\n ", ""); }

} // namespace

TEST_CASE("a meeting is one event at moments that need no zone", "[mail]")
{
    CHECK(ics({event()}, {1'794'000'000'000}) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Steward//Steward//EN\r\n"
          "CALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:review-1@steward.invalid\r\n"
          "DTSTAMP:20261106T212000Z\r\nDTSTART:20261118T110640Z\r\n"
          "DTEND:20261118T113640Z\r\nSUMMARY:Check-in\r\nSTATUS:TENTATIVE\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("text and names of people cannot leave their line", "[mail]")
{
    Event made = event();
    made.summary = QStringLiteral("A; B, C\\D\nEND:VEVENT");
    made.text = QStringLiteral("one\r\ntwo\x01\nthree");
    made.attendees = {{QStringLiteral("Ünal \"the boss\", CFO: Acme\r\nATTENDEE:x"), QStringLiteral("u@acme.example")},
                      {QStringLiteral("Nobody"), {}}};
    const QByteArray text = unfolded(ics({made}, {0}));
    CHECK(text.contains("\r\nSUMMARY:A\\; B\\, C\\\\D END:VEVENT\r\n"));
    CHECK(text.contains("\r\nDESCRIPTION:one\\ntwo\\nthree\r\n"));
    CHECK(text.contains("\r\nATTENDEE;CN=\"Ünal 'the boss', CFO: Acme ATTENDEE:x\";ROLE=REQ-PARTICIPANT;"));
    CHECK(text.count("\r\nATTENDEE") == 1);
    CHECK(text.count("END:VEVENT\r\n") == 2); // once as text
}

TEST_CASE("a task is something to be done on a day, whatever its text says", "[mail]")
{
    const Todo todo{"task-7@steward.invalid",
                    QStringLiteral("Call Acme; now\r\nEND:VTODO"),
                    QStringLiteral("Acme"),
                    QDate(2026, 11, 20),
                    1,
                    false};
    CHECK(ics(std::vector{todo}, {1'794'000'000'000}) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Steward//Steward//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VTODO\r\n"
          "UID:task-7@steward.invalid\r\nDTSTAMP:20261106T212000Z\r\nSUMMARY:Call Acme\\; now END:VTODO\r\n"
          "DESCRIPTION:Acme\r\nDUE;VALUE=DATE:20261120\r\nPRIORITY:1\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\n"
          "END:VCALENDAR\r\n");
    const Todo bare{"task-8@steward.invalid", QStringLiteral("Later"), {}, {}, 0, true};
    const QByteArray text = ics(std::vector{bare}, {0});
    CHECK_FALSE(text.contains("DUE"));
    CHECK_FALSE(text.contains("PRIORITY"));
    CHECK(text.contains("STATUS:COMPLETED"));
}

TEST_CASE("lines are folded at 75 bytes, never inside a letter", "[mail]")
{
    Event made = event();
    made.summary = QStringLiteral("フェンルタ精機とのチェックイン、").repeated(20);
    const QByteArray text = ics({made}, {0});
    for (const QByteArray& line : text.split('\n')) {
        CHECK(line.size() <= 76); // with '\r'
        CHECK(QString::fromUtf8(line).toUtf8() == line);
    }
    CHECK(QString::fromUtf8(unfolded(text)).contains(made.summary));
}
