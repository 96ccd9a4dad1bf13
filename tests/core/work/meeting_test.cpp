// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/meeting.h"

#include "core/content/content.h"
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::work;
using namespace Qt::Literals::StringLiterals;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

const QDate thursday(2026, 11, 19);
constexpr qint64 noteId = 4711;

const content::Content& shipped()
{
    static const content::Content content = content::shipped().value();
    return content;
}

/// A book with one account, two of its people, and one goal.
struct Desk : TestBook
{
    Desk()
    {
        today = thursday;
        edit([this](book::Edit& edit) -> Status {
            account.name = u"Halvorsen Freight"_s;
            myhre.name = u"Tor Myhre"_s;
            nygaard.name = u"Siri Nygaard"_s;
            goal.outcome = u"The second site is live"_s;
            goal.shortName = u"Second site live"_s;
            goal.status = u"on_track"_s;
            goal.current = 1;
            if (auto saved = edit.save(us); !saved)
                return tl::unexpected(saved.error());
            if (auto saved = edit.save(account); !saved)
                return tl::unexpected(saved.error());
            myhre.account = nygaard.account = goal.account = AccountId(account.id);
            if (auto saved = edit.save(myhre); !saved)
                return tl::unexpected(saved.error());
            if (auto saved = edit.save(nygaard); !saved)
                return tl::unexpected(saved.error());
            return edit.save(goal).map([](auto) {});
        });
    }
    void load() { everything = must(book->load({})); }
    [[nodiscard]] const AccountFacts& facts() const { return *everything.find(AccountId(account.id)); }
    [[nodiscard]] MeetingBook reading() const
    {
        return {facts(), shipped().words, thursday, QLocale(QLocale::English, QLocale::UnitedKingdom), PersonId(us.id)};
    }
    Touch begun()
    {
        load();
        Touch touch = newMeeting(reading(), noteId);
        touch.kind = u"video"_s;
        touch.contacts = {ContactId(myhre.id), ContactId(nygaard.id)};
        return touch;
    }
    void type(const Touch& touch, const QString& note)
    {
        now.ms += 1000;
        must(book->edit({Code("edit.typing-note"), {account.name}}, u"Ana"_s,
                        [&](book::Edit& edit) { return keepNote(edit, touch, note, {}); }));
        load();
    }
    void make(const MeetingRecords& records)
    {
        edit([&](book::Edit& edit) { return write(edit, records); });
        load();
    }
    Person us = [] {
        Person person;
        person.name = u"Ana"_s;
        return person;
    }();
    Account account;
    Contact myhre;
    Contact nygaard;
    Goal goal;
    Portfolio everything;
};

const QString sixMarks = u"Myhre has run logistics since 5 Nov.\n"
                         "\"Myhre: The list of carriers is slow to load\n"
                         "! Send the mapping plan with dates fri\n"
                         "> Siri Nygaard names a sponsor by end of month\n"
                         "+ Second site live 2 of 4\n"
                         "* budget review in January may cut seats !high\n"
                         "? Is the Bergen site still planned\n"_s;

} // namespace

TEST_CASE("a conversation captured with six marks becomes exactly the records it says, and one undo takes them back")
{
    Desk desk;
    const Touch touch = desk.begun();
    desk.type(touch, sixMarks);
    const QByteArray typed = desk.hash();
    const auto* open = meetingOf(desk.facts(), thursday);
    REQUIRE(open);
    CHECK(open->id == noteId);
    CHECK(writtenText(open->text).note == sixMarks);
    CHECK_FALSE(open->tookPlace);

    const MeetingRecords records = meetingRecords(desk.reading(), *open, sixMarks, {});
    CHECK(records.count() == 8);
    desk.now.ms += 27 * 60'000;
    desk.make(records);

    const AccountFacts& facts = desk.facts();
    REQUIRE(facts.of<Touch>().size() == 1);
    const Touch& held = facts.of<Touch>()[0];
    CHECK(held.kind == u"video");
    CHECK(held.tookPlace == true);
    CHECK(held.planned == false);
    CHECK(held.text == sixMarks.trimmed());
    CHECK(held.contacts == touch.contacts);
    CHECK(held.minutes == 27);
    REQUIRE(held.recapOwedUntil);
    CHECK(held.recapOwedUntil->ms == held.at->ms + (24 * 60 + 27) * 60'000);

    REQUIRE(facts.of<Task>().size() == 3);
    for (const Task& each : facts.of<Task>()) {
        INFO(each.title.toStdString());
        CHECK(each.origin == u"meeting");
        CHECK(each.originKey == QString::number(noteId));
        CHECK(each.assignee == PersonId(desk.us.id));
        if (each.category == u"insight") {
            CHECK(each.title == u"Is the Bergen site still planned");
            CHECK_FALSE(each.due.isValid());
        } else if (each.waitingFor == u"customer") {
            CHECK(each.title == u"Siri Nygaard names a sponsor");
            CHECK(each.due == QDate(2026, 11, 30));
            CHECK(each.promisedTo == ContactId(desk.nygaard.id));
        } else {
            CHECK(each.title == u"Send the mapping plan with dates");
            CHECK(each.category == u"promise");
            CHECK(each.due == thursday.addDays(1));
            CHECK_FALSE(each.promisedTo.isValid());
        }
    }
    REQUIRE(facts.of<Feedback>().size() == 1);
    CHECK(facts.of<Feedback>()[0].words == u"The list of carriers is slow to load");
    CHECK(facts.of<Feedback>()[0].contact == ContactId(desk.myhre.id));
    CHECK(facts.of<Feedback>()[0].theme == u"speed");
    REQUIRE(facts.of<Risk>().size() == 1);
    CHECK(facts.of<Risk>()[0].severity == u"high");
    CHECK(facts.of<Risk>()[0].kind == u"other");
    REQUIRE(facts.of<Value>().size() == 1);
    CHECK(facts.of<Value>()[0].goal == GoalId(desk.goal.id));
    CHECK_FALSE(facts.of<Value>()[0].confirmedBy.isValid());
    REQUIRE(facts.of<Goal>().size() == 1);
    CHECK(facts.of<Goal>()[0].current == 2);
    CHECK(facts.of<Goal>()[0].lastReviewed == thursday);
    CHECK_FALSE(meetingOf(facts, thursday));

    must(desk.book->undo());
    CHECK(desk.hash() == typed);
    desk.load();
    REQUIRE(meetingOf(desk.facts(), thursday));
    CHECK(writtenText(meetingOf(desk.facts(), thursday)->text).note == sixMarks);
    must(desk.book->undo());
    desk.load();
    CHECK(desk.facts().of<Touch>().isEmpty());
}

TEST_CASE("what is not wanted is not made, and a note without marks is a conversation alone that owes nothing")
{
    Desk desk;
    const Touch touch = desk.begun();
    const auto some = meetingRecords(desk.reading(), touch, sixMarks, {}, {Making::Goal, Making::Risk, Making::Words});
    CHECK(some.count() == 5);
    CHECK(some.goals.empty());
    CHECK(some.values.size() == 1);
    const auto plain = meetingRecords(desk.reading(), touch, u"Nice talk"_s, u"Agenda"_s);
    CHECK(plain.count() == 1);
    desk.make(plain);
    CHECK_FALSE(desk.facts().of<Touch>()[0].recapOwedUntil);
    CHECK(writtenText(desk.facts().of<Touch>()[0].text).invitation == u"Agenda");
}

TEST_CASE("a risk may say its kind, and the only one who took part is meant")
{
    Desk desk;
    Touch touch = desk.begun();
    touch.contacts = {ContactId(desk.nygaard.id)};
    const auto records =
        meetingRecords(desk.reading(), touch,
                       u"* competitor: They look at another tool\n! Send it\n\"All good\n* 12:30 is too late"_s, {});
    REQUIRE(records.risks.size() == 2);
    CHECK(records.risks[0].kind == u"competitor");
    CHECK(records.risks[0].text == u"They look at another tool");
    CHECK(records.risks[0].severity == u"medium");
    CHECK(records.risks[1].text == u"12:30 is too late");
    CHECK(records.ours[0].promisedTo == ContactId(desk.nygaard.id));
    CHECK(records.words[0].contact == ContactId(desk.nygaard.id));
}

TEST_CASE("the note goes on the planned conversation of today, and on one that was begun before it")
{
    Desk desk;
    desk.edit([&](book::Edit& edit) -> Status {
        for (const int day : {-3, 0, 1}) {
            Touch planned;
            planned.account = AccountId(desk.account.id);
            planned.kind = u"meeting"_s;
            planned.subject = QString::number(day);
            planned.text = u"Agenda"_s;
            planned.day = thursday.addDays(day);
            planned.planned = true;
            if (auto saved = edit.save(planned); !saved)
                return tl::unexpected(saved.error());
        }
        return {};
    });
    desk.load();
    const Touch* today = meetingOf(desk.facts(), thursday);
    REQUIRE(today);
    CHECK(today->subject == u"0");
    Touch begun = newMeeting(desk.reading(), noteId);
    begun.day = thursday.addDays(-1);
    desk.type(begun, u"unfinished"_s);
    CHECK(meetingOf(desk.facts(), thursday)->id == noteId);
    desk.edit(
        [&](book::Edit& edit) { return keepAsNote(edit, *meetingOf(desk.facts(), thursday), u"unfinished"_s, {}); });
    desk.load();
    CHECK(meetingOf(desk.facts(), thursday)->subject == u"0");
    CHECK(std::ranges::count(desk.facts().of<Touch>(), u"note"_s, &Touch::kind) == 1);
}
