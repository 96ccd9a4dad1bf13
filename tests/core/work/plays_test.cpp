// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/plays.h"

#include "tests/core/work/work_fixture.h"

/// Plays: days of steps, offers, runs.
using namespace steward;
using namespace steward::tests;
using content::StepDay;
using content::StepFrom;
using namespace Qt::Literals::StringLiterals;

namespace {

const content::Play& play(const char* id) { return entryOf(shippedContent().plays, QString::fromLatin1(id)); }

} // namespace

TEST_CASE("a step says from what its days are counted, and whether they are working days")
{
    CHECK(content::stepDayFrom(u"+0") == StepDay{StepFrom::Start, 0, false});
    CHECK(content::stepDayFrom(u"+1w") == StepDay{StepFrom::Start, 1, true});
    CHECK(content::stepDayFrom(u"R-180") == StepDay{StepFrom::Renewal, -180, false});
    CHECK(content::stepDayFrom(u"K") == StepDay{StepFrom::Kickoff, 0, false});
    CHECK(content::stepDayFrom(u"Q-3w") == StepDay{StepFrom::Review, -3, true});
    CHECK(content::stepDayFrom(u"fix+2w") == StepDay{StepFrom::Fix, 2, true});
    CHECK(content::stepDayFrom(u"paid") == StepDay{StepFrom::Payment, 0, false});
    for (const QStringView bad : {u"", u"tomorrow", u"R180", u"+x", u"+1000"})
        CHECK_FALSE(content::stepDayFrom(bad));
}

TEST_CASE("a date on a free day moves forward, one before a renewal or review moves back")
{
    const QDate friday(2026, 11, 20);
    const WorkingCalendar calendar({}, {QDate(2026, 11, 23)}); // Monday is a holiday
    work::PlayAnchors anchors;
    anchors.start = friday;
    anchors.renewal = friday.addDays(100);
    anchors.review = QDate(2026, 11, 24);
    const auto day = [&](QStringView at) { return work::dueDay(*content::stepDayFrom(at), anchors, calendar); };
    CHECK(day(u"+0") == friday);
    CHECK(day(u"+1w") == QDate(2026, 11, 24));
    CHECK(day(u"+2") == QDate(2026, 11, 24));
    CHECK(day(u"R-99") == friday);
    CHECK(anchors.renewal.addDays(6).dayOfWeek() == Qt::Saturday);
    CHECK(day(u"R+6") == anchors.renewal.addDays(8));
    CHECK(day(u"Q-1w") == friday);
    CHECK(day(u"Q-1") == friday);
    CHECK_FALSE(day(u"K+7").isValid());
}

TEST_CASE("drafts are checked for length, apology, worn phrases and fields, ours and others")
{
    using content::DraftFault;
    const auto fault = [](QStringView body, bool isComplaint = false) {
        const auto issues = content::checkDraft(u"Subject", body, isComplaint);
        return issues.empty() ? std::optional<DraftFault>() : issues.front().fault;
    };
    CHECK_FALSE(fault(u"Hello {first}, how is {goal}? {csm}"));
    CHECK(fault(u"Hello {first}, your {goaal}") == DraftFault::Field);
    CHECK(fault(u"Hello {first}, Just checking in on you") == DraftFault::Phrase);
    CHECK(fault(u"Hello {first}, we apologise", true) == DraftFault::NoApology);
    CHECK_FALSE(fault(u"Hello {first}, I am sorry for that", true));
    CHECK(fault(u"word "_s.repeated(131)) == DraftFault::TooLong);
    CHECK(content::gapsOf(u"Cause: [[one plain sentence]]. Fixed: [[when]].") ==
          QStringList{u"one plain sentence"_s, u"when"_s});
}

TEST_CASE("every play that a signal names is there, and every signal that a play names")
{
    const content::Content& content = shippedContent();
    CHECK(content.plays.size() == 16);
    for (const content::SignalKind& each : content.signalRules.kinds)
        CHECK((each.play.isEmpty() || content::findById(content.plays, each.play)));
    for (const content::Play& each : content.plays) {
        INFO(each.id.toStdString());
        CHECK(each.steps.size() >= 4);
        for (const QString& id : each.signalIds)
            CHECK(entryOf(content.signalRules.kinds, id).play == each.id);
    }
}

TEST_CASE("a play would start where something it answers is open and it does not run already")
{
    Told book;
    for (const char* name : {"A", "B", "C"})
        book.account(QString::fromLatin1(name), u"mid"_s).customer().users(200, today, [&](int before) {
            return before < 28 && *name != 'C' ? 20 : 40;
        });
    const auto facts = book.facts.build();
    const auto started = work::wouldStart(play("usage_drop"), watched(book), facts, shippedContent().journeys, today);
    CHECK(started == std::vector{book.facts.id(u"A"_s), book.facts.id(u"B"_s)});
    Told running;
    running.account(u"A"_s, u"mid"_s).customer().users(200, today, [](int before) { return before < 28 ? 20 : 40; });
    running.add<PlaybookRun>([](PlaybookRun& row) {
        row.playbook = u"usage_drop"_s;
        row.started = ago(3);
    });
    CHECK(
        work::wouldStart(play("usage_drop"), watched(running), running.facts.build(), shippedContent().journeys, today)
            .empty());
    CHECK(work::wouldStart(play("detractor"), watched(book), facts, shippedContent().journeys, today).empty());
}

TEST_CASE("a planned run has a task for each step, due by its anchors, and waits for the customer where they move")
{
    Told book;
    book.account(u"A"_s, u"mid"_s).add<Subscription>([](Subscription& row) {
        row.amount = Minor{1'200'000};
        row.billingPeriod = u"year"_s;
        row.start = ago(185);
        row.renewalDate = today.addDays(180);
    });
    const auto facts = book.facts.build();
    const auto planned = work::plannedRun(play("renewal"), facts.at(0), facts.book(), today, u"Renewal comes"_s);
    REQUIRE(planned.tasks.size() == play("renewal").steps.size());
    CHECK(planned.run.started == today);
    CHECK(planned.tasks.front().due == today);
    for (std::size_t i = 0; i < planned.tasks.size(); ++i) {
        CHECK(planned.tasks[i].originKey == play("renewal").steps[i].id);
        CHECK(planned.tasks[i].due.isValid());
        CHECK(planned.tasks[i].due.dayOfWeek() < 6);
        CHECK((planned.tasks[i].waitingFor == u"customer") == (play("renewal").steps[i].owner == u"customer"));
    }
}
