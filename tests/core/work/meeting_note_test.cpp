// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/meeting_note.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::work;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate thursday(2026, 11, 19);
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

NoteLine read(const QString& line) { return readLine(line, thursday, british); }

} // namespace

TEST_CASE("a line's first letter says what it is, and a day in it when")
{
    struct Case
    {
        QString line;
        NoteLine read;
    };
    const Case cases[] = {
        {u"Myhre has run logistics since 5 Nov."_s,
         {Mark::None, u"Myhre has run logistics since 5 Nov."_s, {}, {}, {}}},
        {u"! Send the mapping plan with dates fri"_s,
         {Mark::OurPromise, u"Send the mapping plan with dates"_s, thursday.addDays(1), {}, {35, 3}}},
        {u"!Call K. Rasmussen about #4417 tomorrow !high"_s,
         {Mark::OurPromise, u"Call K. Rasmussen about #4417"_s, thursday.addDays(1), u"high"_s, {31, 8}}},
        {u"> Myhre names a sponsor by end of month"_s,
         {Mark::TheirPromise, u"Myhre names a sponsor"_s, QDate(2026, 11, 30), {}, {24, 15}}},
        {u"  ? Is the Bergen site still planned for Q1"_s,
         {Mark::Question, u"Is the Bergen site still planned for Q1"_s, {}, {}, {}}},
        {u"\" We gave up on mapping on friday\""_s, {Mark::Words, u"We gave up on mapping on friday"_s, {}, {}, {}}},
        {u"\u201cNever again\u201d"_s, {Mark::Words, u"Never again"_s, {}, {}, {}}},
        {u"* Budget review in January may cut seats"_s,
         {Mark::Risk, u"Budget review in January may cut seats"_s, {}, {}, {}}},
        {u"+ Rate lookup saves dispatch two hours a day"_s,
         {Mark::Value, u"Rate lookup saves dispatch two hours a day"_s, {}, {}, {}}},
        {u"> list of carriers 3 dec"_s, {Mark::TheirPromise, u"list of carriers"_s, QDate(2026, 12, 3), {}, {19, 5}}},
        {u"!"_s, {Mark::OurPromise, {}, {}, {}, {}}},
        {u""_s, {}},
    };
    for (const Case& each : cases) {
        INFO(each.line.toStdString());
        const NoteLine line = read(each.line);
        CHECK(line.mark == each.read.mark);
        CHECK(line.text == each.read.text);
        CHECK(line.due == each.read.due);
        CHECK(line.priority == each.read.priority);
        CHECK(line.day == each.read.day);
    }
}

TEST_CASE("every mark has its sign, and a note says only what its lines say")
{
    for (const Mark mark : {Mark::OurPromise, Mark::TheirPromise, Mark::Question, Mark::Words, Mark::Risk, Mark::Value})
        CHECK(markOf(QString(signOf(mark))) == mark);
    CHECK(signOf(Mark::None).isNull());
    const auto lines = readNote(u"!\n\n> \nplain\n! one\r\n   \n+ two"_s, thursday, british);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == u"plain");
    CHECK(lines[1].text == u"one");
    CHECK(lines[2].mark == Mark::Value);
}

TEST_CASE("whatever is typed is read, at once and without a day in what is long")
{
    QString hostile = u"! <b>bold</b> \u202e reversed \u0007 %1 {name} [[gap]] '; DROP TABLE touch; --"_s;
    CHECK(read(hostile).text == hostile.mid(2).simplified());
    const QString line = u"! "_s + u"word "_s.repeated(40'000) + u"friday"_s;
    CHECK_FALSE(read(line).due.isValid());
    CHECK(read(line).text.endsWith(u"friday"));
    CHECK(readNote(u"! a fri\n"_s.repeated(2'000), thursday, british).size() == 2'000);
}

TEST_CASE("how grave a risk of the note is can be said in its place, and only there")
{
    const QString note = u"! Send it !high\n* Budget may go !low by fri\nplain * !low\n  * Sponsor leaves\n*"_s;
    const auto said = [&](int risk, const char* priority) {
        return work::withRiskPriority(note, risk, QString::fromLatin1(priority)).split(u'\n');
    };
    CHECK(said(0, "urgent") == QStringList{u"! Send it !high"_s, u"* Budget may go by fri !urgent"_s, u"plain * !low"_s,
                                           u"  * Sponsor leaves"_s, u"*"_s});
    CHECK(said(0, "normal")[1] == u"* Budget may go by fri"_s);
    CHECK(said(1, "high")[3] == u"* Sponsor leaves !high"_s);
    CHECK(said(1, "high")[1] == u"* Budget may go !low by fri"_s);
    CHECK(said(2, "high").join(u'\n') == note);
}

TEST_CASE("a note and the invitation it is written on come apart as they were put together")
{
    for (const QString& note : {u""_s, u"one"_s, u"one\n\ntwo\n"_s, u"\u2014 \u2014 \u2014"_s})
        for (const QString& invitation : {u""_s, u"Agenda:\n* one\n> two"_s}) {
            const WrittenText read = writtenText(textWhileWritten(note, invitation));
            CHECK(read.isBegun);
            CHECK(read.note == note);
            CHECK(read.invitation == invitation);
        }
    CHECK_FALSE(writtenText(u"Agenda"_s).isBegun);
    CHECK(writtenText(u"Agenda"_s).invitation == u"Agenda");
    CHECK(textWhenHeld(u" said \n"_s, {}) == u"said");
    CHECK(textWhenHeld({}, u"Agenda"_s) == u"Agenda");
    CHECK(writtenText(textWhenHeld(u"said"_s, u"Agenda"_s)).note == u"said");
}
