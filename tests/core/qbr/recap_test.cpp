// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/recap.h"
#include "core/qbr/follow_up.h"
#include "core/qbr/record.h"
#include "tests/core/qbr/review_fixture.h"

#include <QTimeZone>

using namespace steward;
using namespace steward::tests;

namespace {

const QTimeZone berlin("Europe/Berlin");

Instant at(QDate day, int hour, int minute = 0)
{
    return {QDateTime(day, QTime(hour, minute), berlin).toMSecsSinceEpoch()};
}

/// A review in the third quarter with a sponsor who was there and a decider who was not.
const QString ownActions = QStringLiteral(
    R"([{"what":"Half a day on reports","who":"us","due":"2026-12-01","why":"ours alone"},
        {"what":"Second site","who":"","due":""},{"what":"Old one","who":"us","due":"2026-08-01","state":"done"}])");

PortfolioBuilder reviewed(Instant start, std::optional<Instant> end, const QString& actions = ownActions)
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto person = [&](qint64 id, const QString& name, const QString& role, const QString& channel = {}) {
        book.make<Contact>([&](Contact& each) {
            each.id = id;
            each.name = name;
            each.email = QString(name.section(u' ', 0, 0).toLower() + QStringLiteral("@a.example"));
            each.preferredChannel = channel;
        });
        book.make<ContactRole>([&](ContactRole& each) {
            each.contact = ContactId(id);
            each.role = role;
            each.from = {2026, 1, 1};
        });
    };
    person(71, QStringLiteral("Dana Amari"), QStringLiteral("sponsor"), QStringLiteral("video"));
    person(72, QStringLiteral("Ben Olsen"), QStringLiteral("decision_maker"));
    person(73, QStringLiteral("Uma Quiet"), QStringLiteral("champion"), QStringLiteral("none"));
    person(74, QStringLiteral("Piet Vos"), QStringLiteral("user"));
    book.make<Qbr>([&](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.meetingStart = start;
        each.meetingEnd = end;
        each.attendees = {ContactId(71), ContactId(74)};
        each.actions.text = actions;
    });
    return book;
}

qbr::Recap recapOf(const PortfolioBuilder& builder, QDate day = {2026, 10, 1})
{
    const Portfolio utc = builder.build();
    BookFacts facts = utc.book();
    facts.zone = berlin;
    const Portfolio book = utc.withBook(std::move(facts), {}, 2);
    static const Grouping grouping;
    const qbr::Packs packs(book, grouping, shippedContent());
    const auto recap =
        qbr::recapOf(book, packs.of({builder.id(QStringLiteral("A")), third, day, QStringLiteral("Linnhaven")}));
    REQUIRE(recap);
    return *recap;
}

QString local(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, berlin).toString(QStringLiteral("ddd yyyy-MM-dd HH:mm"));
}

} // namespace

TEST_CASE("a recap is due 24 hours after the meeting ended, whatever day that is", "[qbr]")
{
    struct Case
    {
        Instant start;
        std::optional<Instant> end;
        QString due;
    };
    const auto each = GENERATE(values<Case>({
        // Friday afternoon: Saturday.
        {at({2026, 9, 25}, 16), at({2026, 9, 25}, 17), QStringLiteral("Sat 2026-09-26 17:00")},
        // Over midnight: from the end, which is a day later.
        {at({2026, 9, 24}, 23, 30), at({2026, 9, 25}, 0, 30), QStringLiteral("Sat 2026-09-26 00:30")},
        // The night clocks go back has 25 hours, the one they go forward 23.
        {at({2026, 10, 24}, 16), at({2026, 10, 24}, 17), QStringLiteral("Sun 2026-10-25 16:00")},
        {at({2026, 3, 28}, 16), at({2026, 3, 28}, 17), QStringLiteral("Sun 2026-03-29 18:00")},
        // Nobody wrote down when it ended: an hour.
        {at({2026, 9, 25}, 16), std::nullopt, QStringLiteral("Sat 2026-09-26 17:00")},
    }));
    const qbr::Recap recap = recapOf(reviewed(each.start, each.end));
    CHECK(local(recap.due) == each.due);
    CHECK_FALSE(recap.isLate(recap.due));
    CHECK(recap.isLate({recap.due.ms + 1}));
}

TEST_CASE("check-ins are with each stakeholder, at the meeting's time of day also when the clocks changed", "[qbr]")
{
    // Two weeks after Thursday 15 October clocks have gone back; the 29th is a Thursday.
    const qbr::Recap recap = recapOf(reviewed(at({2026, 10, 15}, 14), at({2026, 10, 15}, 15)));
    REQUIRE(recap.checkIns.size() == 2);
    CHECK(recap.checkIns[0].name == u"Dana Amari");
    CHECK(recap.checkIns[0].channel == u"video");
    CHECK(local(recap.checkIns[0].start) == u"Thu 2026-10-29 14:00");
    CHECK(local(recap.checkIns[1].start) == u"Thu 2026-10-29 14:30");
    CHECK(recap.checkIns[1].name == u"Ben Olsen");
    // Not on a Saturday.
    CHECK(local(recapOf(reviewed(at({2026, 9, 26}, 14), {})).checkIns[0].start) == u"Mon 2026-10-12 14:00");
}

TEST_CASE("the recap goes to who was there, in copy to the stakeholders who were not, with every open action", "[qbr]")
{
    const qbr::Recap recap = recapOf(reviewed(at({2026, 9, 25}, 16), at({2026, 9, 25}, 17)));
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const mail::Message message = print::recapMessage(recap, wording, {0}, berlin);
    CHECK(message.subject == u"A: what we agreed on 25 September 2026");
    REQUIRE(message.to.size() == 2);
    CHECK(message.to[0].address == u"dana@a.example");
    REQUIRE(message.cc.size() == 1);
    CHECK(message.cc[0].name == u"Ben Olsen");
    CHECK(message.text.startsWith(u"Hello Dana and Piet,\n"));
    CHECK(message.text.contains(u"- Half a day on reports - Linnhaven - 1 December 2026 - ours\n"));
    CHECK(message.text.contains(u"- Second site - [[who]] - [[by when]] - ours\n"));
    CHECK(message.text.contains(u"For Ben Olsen, who could not be there: [["));
    CHECK(message.text.contains(u"First check-in: 9 October 2026."));
    CHECK_FALSE(message.text.contains(u"Old one"));
    CHECK_FALSE(message.text.contains(u"ours alone"));
    const auto events = print::checkInEvents(recap, wording);
    REQUIRE(events.size() == 2);
    CHECK(events[0].summary == u"A and Linnhaven: check-in after our review of Q3 2026");
    CHECK(events[0].text.contains(u"By video, as you prefer."));
    CHECK(events[0].uid != events[1].uid);
    CHECK(print::checkInEvents(recap, wording)[0].uid == events[0].uid);
}

TEST_CASE("a recap greets by first names, however the list of people writes them", "[qbr]")
{
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto greeted = [&](const QString& name) {
        qbr::Recap recap = recapOf(reviewed(at({2026, 9, 25}, 16), {}));
        recap.guests = {{ContactId(71), name, {}, true}};
        return print::recapMessage(recap, wording, {0}, berlin).text.section(u'\n', 0, 0);
    };
    CHECK(greeted(QStringLiteral("Dana Amari")) == u"Hello Dana,");
    CHECK(greeted(QStringLiteral("Müller, Jürgen")) == u"Hello Jürgen,");
    CHECK(greeted(QStringLiteral("van Dam, Ana")) == u"Hello Ana,");
    CHECK(greeted(QStringLiteral("Dana Amari, PhD")) == u"Hello Dana,");
    CHECK(greeted(QStringLiteral("Müller,")) == u"Hello Müller,");
}

TEST_CASE("of two reviews in one quarter the one to come is what the recap is about, and nothing of it is past",
          "[qbr]")
{
    PortfolioBuilder builder = reviewed(at({2026, 7, 3}, 15), at({2026, 7, 3}, 16));
    const auto add = [&](PortfolioBuilder& to, const Instant& start, QDate held) {
        to.make<Qbr>([&](Qbr& each) {
            each.quarter = {2026, 7, 1};
            each.meetingStart = start;
            each.heldOn = held;
        });
    };
    add(builder, at({2026, 10, 20}, 15), {});
    add(builder, at({2026, 10, 12}, 15), {});
    add(builder, at({2026, 7, 9}, 15), {2026, 7, 9});
    const QDate day(2026, 9, 30);
    // The first of them is open too, and its day is past: nobody wrote down that it was held.
    CHECK(local(recapOf(builder, day).start) == u"Fri 2026-07-03 15:00");
    CHECK(recapOf(builder, day).checkIns.empty());
    CHECK(recapOf(builder, {2026, 7, 17}).checkIns.size() == 2);
    PortfolioBuilder held = aBook();
    held.account(QStringLiteral("A"));
    add(held, at({2026, 7, 9}, 15), {2026, 7, 9});
    add(held, at({2026, 7, 3}, 15), {2026, 7, 3});
    CHECK(local(recapOf(held, day).start) == u"Thu 2026-07-09 15:00");
    add(held, at({2026, 10, 12}, 15), {});
    CHECK(local(recapOf(held, day).start) == u"Mon 2026-10-12 15:00");
}

TEST_CASE("a figure that was found out long after the meeting is not what was said in it", "[qbr]")
{
    const auto figure = [](QDate looked) {
        PortfolioBuilder builder = reviewed(at({2026, 7, 3}, 15), at({2026, 7, 3}, 16));
        builder.make<Goal>([&](Goal& each) {
            each.outcome = QStringLiteral("Plan by noon");
            each.status = QStringLiteral("on_track");
            each.baseline = 22;
            each.current = 15;
            each.target = 11;
            each.lastReviewed = looked;
        });
        return recapOf(builder).goal->now;
    };
    CHECK(figure({2026, 7, 3}) == 15);
    CHECK(figure({2026, 7, 4}) == 15);
    CHECK_FALSE(figure({2026, 8, 14}));
}

TEST_CASE("what the last review left open is no agreement of this one", "[qbr]")
{
    PortfolioBuilder builder = reviewed(at({2026, 9, 25}, 16), at({2026, 9, 25}, 17), {});
    builder.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 4, 1};
        each.heldOn = {2026, 5, 20};
        each.actions.text = QStringLiteral(R"([{"what":"Second plan","who":"Ben Olsen","due":"2026-07-01"}])");
    });
    const qbr::Recap recap = recapOf(builder);
    CHECK(recap.actions.empty());
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString text = print::recapMessage(recap, wording, {0}, berlin).text;
    CHECK(text.contains(u"Agreed:\n- [[what - who - by when - ours or yours]]\n\n"
                        "Still open from our last review:\n- Second plan - Ben Olsen - 1 July 2026 - yours\n"));
    const Portfolio book = builder.build();
    CHECK(qbr::followUpsOf(*book.find(builder.id(QStringLiteral("A"))), book.book(), recap, QStringLiteral("Check-in"))
              .tasks.empty());
}

TEST_CASE("a review without a meeting has no recap", "[qbr]")
{
    PortfolioBuilder builder = aBook();
    builder.account(QStringLiteral("A"));
    const Portfolio book = builder.build();
    static const Grouping grouping;
    const qbr::Packs packs(book, grouping, shippedContent());
    CHECK_FALSE(qbr::recapOf(book, packs.of({builder.id(QStringLiteral("A")), third, today, {}})));
}

TEST_CASE("actions become tasks and check-ins conversations, once", "[qbr]")
{
    PortfolioBuilder builder = reviewed(at({2026, 9, 25}, 16), at({2026, 9, 25}, 17));
    const qbr::Recap recap = recapOf(builder);
    const auto made = [&](PortfolioBuilder& of) {
        const Portfolio book = of.build();
        return qbr::followUpsOf(*book.find(of.id(QStringLiteral("A"))), book.book(), recap, QStringLiteral("Check-in"));
    };
    const qbr::FollowUps first = made(builder);
    REQUIRE(first.tasks.size() == 2); // what is done needs none
    CHECK(first.tasks[0].title == u"Half a day on reports");
    CHECK(first.tasks[0].due == QDate(2026, 12, 1));
    CHECK(first.tasks[0].category == u"promise");
    CHECK(first.tasks[0].waitingFor.isEmpty());
    CHECK_FALSE(first.tasks[0].note.contains(u"ours alone"));
    REQUIRE(first.checkIns.size() == 2);
    CHECK(first.checkIns[0].kind == u"video");
    CHECK(first.checkIns[0].contacts == std::vector{ContactId(71)});
    CHECK(first.checkIns[1].kind == u"call");
    CHECK(first.checkIns[1].planned == true);
    for (const Task& each : first.tasks)
        builder.make<Task>([&](Task& task) { task = each; });
    for (const Touch& each : first.checkIns)
        builder.make<Touch>([&](Touch& touch) { touch = each; });
    CHECK(made(builder).isEmpty());
}

TEST_CASE("what the customer has to do waits for them, with the name", "[qbr]")
{
    PortfolioBuilder builder = reviewed(at({2026, 9, 25}, 16), {});
    qbr::Recap recap = recapOf(builder);
    recap.actions = {{QStringLiteral("Name a lead"), QStringLiteral("Dana Amari"), {2026, 10, 9}, false, false}};
    const Portfolio book = builder.build();
    const auto made =
        qbr::followUpsOf(*book.find(builder.id(QStringLiteral("A"))), book.book(), recap, QStringLiteral("Check-in"));
    REQUIRE(made.tasks.size() == 1);
    CHECK(made.tasks[0].waitingFor == u"customer");
    CHECK(made.tasks[0].note == u"Dana Amari");
    CHECK(made.tasks[0].category == u"qbr");
}

TEST_CASE("an end before the start is a slip: the recap is owed 25 hours after the start", "[qbr]")
{
    const qbr::Recap recap = recapOf(reviewed(at({2026, 9, 25}, 16), at({2026, 9, 25}, 15)));
    CHECK(recap.due.ms - recap.start.ms == 25 * 3'600'000LL);
    CHECK(recap.end.ms - recap.start.ms == 3'600'000LL);
}

TEST_CASE("a task follows its action and a check-in its meeting when they change, instead of being made twice", "[qbr]")
{
    const QString before = QStringLiteral(R"([{"what":"Send plan","who":"us","due":"2026-12-10"}])");
    const auto followUps = [](const PortfolioBuilder& builder, int hour, const QString& actions) {
        Qbr review;
        review.actions.text = actions;
        qbr::Recap recap = recapOf(reviewed(at({2026, 9, 25}, hour), at({2026, 9, 25}, hour + 1)));
        recap.actions.clear();
        for (const qbr::ActionEntry& each : qbr::actionEntries(review))
            recap.actions.push_back({each.what, {}, each.due, true, false, true, false, false, each.id});
        const Portfolio book = builder.build();
        return qbr::followUpsOf(*book.find(builder.id(QStringLiteral("A"))), book.book(), recap,
                                QStringLiteral("Check-in"));
    };
    PortfolioBuilder builder = reviewed(at({2026, 9, 25}, 14), at({2026, 9, 25}, 15));
    const qbr::FollowUps first = followUps(builder, 14, before);
    REQUIRE(first.tasks.size() == 1);
    REQUIRE_FALSE(first.checkIns.empty());
    for (Task each : first.tasks) {
        each.id = 901;
        builder.row(each);
    }
    qint64 id = 910;
    for (Touch each : first.checkIns) {
        each.id = id++;
        builder.row(each);
    }
    CHECK(followUps(builder, 14, before).isEmpty());
    // The words and the day of the action, and the time of the meeting, were corrected.
    std::vector<qbr::ActionEntry> entries = [&] {
        Qbr review;
        review.actions.text = before;
        return qbr::actionEntries(review);
    }();
    entries[0].what = QStringLiteral("Send the plan to all");
    entries[0].due = {2026, 12, 12};
    entries.push_back({QStringLiteral("Send plan"), QStringLiteral("us"), {}, {}, {2026, 12, 20}});
    const qbr::FollowUps again = followUps(builder, 16, qbr::actionsJson(entries).text);
    REQUIRE(again.tasks.size() == 2);
    CHECK(again.tasks[0].id == 901);
    CHECK(again.tasks[0].title == u"Send the plan to all");
    CHECK(again.tasks[0].due == QDate(2026, 12, 12));
    CHECK(again.tasks[1].id == 0);
    REQUIRE(again.checkIns.size() == first.checkIns.size());
    for (const Touch& each : again.checkIns)
        CHECK(each.id >= 910);
    CHECK(again.checkIns[0].at->ms - first.checkIns[0].at->ms == 2 * 3'600'000);
}
