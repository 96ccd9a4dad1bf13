// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/calendar.h"
#include "core/mail/message.h"
#include "core/mail/read_calendar.h"
#include "core/mail/read_message.h"
#include "tests/support/printers.h"

#include <QDateTime>

using namespace steward;
using namespace steward::mail;

namespace {

QByteArray crlf(QByteArray text) { return text.replace("\n", "\r\n"); }

ReadMessage read(const QByteArray& text)
{
    const auto message = readMessage(text);
    REQUIRE(message);
    return *message;
}

const QTimeZone berlin("Europe/Berlin");

Instant utc(int year, int month, int day, int hour, int minute)
{
    return {QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch()};
}

} // namespace

TEST_CASE("a message that Steward wrote is read as it was", "[mail]")
{
    mail::Message written;
    written.from = {QStringLiteral("J\u00f6rg, CSM \"A\""), QStringLiteral("joerg@steward.example")};
    written.to = {{QStringLiteral("Dana \u5c71\u7530"), QStringLiteral("dana@acme.example")},
                  {QString(), QStringLiteral("ops@acme.example")}};
    written.cc = {{QStringLiteral("Lee"), QStringLiteral("lee@acme.example")}};
    written.subject =
        QStringLiteral("Verl\u00e4ngerung: was wir vereinbart haben, und was noch offen ist \u2013 eine lange Zeile");
    written.text = QStringLiteral("Hallo Dana,\n\n= 50 % \u00fcber Plan.\nFrom here on: ok.\n.\nGr\u00fc\u00dfe");
    written.date = utc(2026, 11, 18, 11, 6);
    written.attachments = {{QStringLiteral("deck.pptx"), "application/octet-stream", QByteArray(500, 'x')}};
    const ReadMessage message = read(eml(written));
    CHECK(message.from == written.from);
    REQUIRE(message.others.size() == 3);
    CHECK(message.others[0] == written.to[0]);
    CHECK(message.others[1] == written.to[1]);
    CHECK(message.others[2] == written.cc[0]);
    CHECK(message.subject == written.subject);
    CHECK(message.text == written.text);
    CHECK(message.date == written.date);
    CHECK(message.id.endsWith(QStringLiteral("@steward.invalid")));
}

TEST_CASE("messages of other programs are read", "[mail]")
{
    const QByteArray outlook = crlf(R"(Received: from somewhere
From: "Amari, Dana" <Dana.Amari@ACME.example>
To: undisclosed-recipients:;
CC: team: a@x.example, "B, C" <b@x.example> (on leave, till May);
Subject: =?iso-8859-1?Q?Re:_K=FCndigung?= =?utf-8?B?IOKCrCA1MDA=?=
Date: Wed, 18 Nov 2026 12:06:40 +0100 (CET)
Message-ID: <abc@mail.example>
MIME-Version: 1.0
Content-Type: multipart/alternative;
	boundary="next; part"

preamble
--next; part
Content-Type: text/html; charset=utf-8

<p>not this</p>
--next; part
Content-Type: text/plain; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable

We leave, it costs 500 =80=
 more.

--next; part--
)");
    const ReadMessage message = read(outlook);
    CHECK(message.from == Address{QStringLiteral("Amari, Dana"), QStringLiteral("Dana.Amari@ACME.example")});
    REQUIRE(message.others.size() == 2);
    CHECK(message.others[0].address == QStringLiteral("a@x.example"));
    CHECK(message.others[1] == Address{QStringLiteral("B, C"), QStringLiteral("b@x.example")});
    CHECK(message.subject == QStringLiteral("Re: K\u00fcndigung \u20ac 500"));
    CHECK(message.text == QStringLiteral("We leave, it costs 500 \u20ac more."));
    CHECK(message.date == Instant{utc(2026, 11, 18, 11, 6).ms + 40'000});
    CHECK(message.id == QStringLiteral("abc@mail.example"));
}

TEST_CASE("of a message in HTML the words are kept, and nothing that would do something", "[mail]")
{
    const ReadMessage message = read(
        "From: dana@acme.example\nContent-Type: text/html\n\n<html><head><style>p{x:url(file:///etc)}</style>"
        "<script>alert(1)</script></head><body><p>Hello&nbsp;<b>you</b> &amp; all</p><img src=\"file:///etc/passwd\">"
        "<div>5 &lt; 6</div></body></html>");
    CHECK(message.text == QStringLiteral("Hello you & all\n5 < 6"));
}

TEST_CASE("what is no message is none", "[mail]")
{
    const QByteArray texts[] = {"",          "hello", "From: nobody\n\ntext", QByteArray(10'000, '\0'), "\xff\xfe\x00",
                                "a,b\n1,2\n"};
    for (const QByteArray& text : texts)
        CHECK_FALSE(readMessage(text));
}

TEST_CASE("a message that was cut short, and parts inside parts without end, are read as far as they go", "[mail]")
{
    CHECK(read("From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhalf a sen").text ==
          QStringLiteral("half a sen"));
    QByteArray deep = "From: a@x.example\n";
    for (int i = 0; i < 200; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\n\n--b" +
                QByteArray::number(i) + "\n";
    CHECK(read(deep + "\ntext").text.isEmpty());
}

TEST_CASE("a meeting that Steward wrote is read as it was", "[mail]")
{
    const Event event{"42@steward",
                      QStringLiteral("Check-in; with, Dana"),
                      QStringLiteral("Line 1\nLine 2"),
                      utc(2026, 11, 20, 9, 0),
                      utc(2026, 11, 20, 9, 45),
                      {QStringLiteral("CSM"), QStringLiteral("csm@steward.example")},
                      {{QStringLiteral("Dana: \u5c71, CFO"), QStringLiteral("dana@acme.example")}}};
    const auto events = readCalendar(ics({event}, {}), berlin);
    REQUIRE(events.size() == 1);
    CHECK(events[0].uid == QStringLiteral("42@steward"));
    CHECK(events[0].summary == event.summary);
    CHECK(events[0].text == event.text);
    CHECK(events[0].start == event.start);
    CHECK(events[0].end == event.end);
    CHECK(events[0].day == QDate(2026, 11, 20));
    CHECK(events[0].organizer == event.organizer);
    CHECK(events[0].attendees == event.attendees);
    CHECK_FALSE(events[0].isCancelled);
}

TEST_CASE("meetings of other programs are read: zones, whole days, lengths, series, who declined", "[mail]")
{
    const auto events = readCalendar(crlf(R"(BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID="W. Europe Standard Time":20260715T100000
DURATION:PT1H30M
SUMMARY:Summer
 time
ATTENDEE;PARTSTAT=DECLINED:mailto:no@acme.example
ATTENDEE;PARTSTAT=ACCEPTED;CN="Dana":MAILTO:dana@acme.example
BEGIN:VALARM
SUMMARY:not this
DURATION:PT5M
END:VALARM
END:VEVENT
BEGIN:VEVENT
RECURRENCE-ID:20260716T080000Z
UID:2
DTSTART;VALUE=DATE:20260717
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260718T233000Z
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:no day
END:VEVENT
END:VCALENDAR
)"),
                                     berlin);
    REQUIRE(events.size() == 3);
    CHECK(events[0].start == utc(2026, 7, 15, 8, 0));
    CHECK(events[0].end == utc(2026, 7, 15, 9, 30));
    CHECK(events[0].summary == QStringLiteral("Summertime"));
    REQUIRE(events[0].attendees.size() == 1);
    CHECK(events[0].attendees[0] == Address{QStringLiteral("Dana"), QStringLiteral("dana@acme.example")});
    CHECK(events[1].uid == QStringLiteral("2@20260716T080000Z"));
    CHECK(events[1].day == QDate(2026, 7, 17));
    CHECK_FALSE(events[1].start);
    CHECK(events[1].isCancelled);
    CHECK(events[2].day == QDate(2026, 7, 19)); // at half past one in Berlin
}
