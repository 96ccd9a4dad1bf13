// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/runs.h"

#include "core/work/acts.h"
#include "tests/core/work/work_fixture.h"

/// Steps of a run that follow what they are counted from.
using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const content::Play& renewalPlay() { return entryOf(shippedContent().plays, u"renewal"_s); }

/// A year's contract to be renewed in so many days, with the renewal play begun ten days ago and its tasks.
Told running(int renewsIn, int taskMoved = -1, int taskDone = -1, int plannedFor = 200)
{
    Told book;
    book.account(u"A"_s, u"mid"_s).add<Subscription>([&](Subscription& row) {
        row.id = 77;
        row.amount = Minor{1'200'000};
        row.billingPeriod = u"year"_s;
        row.start = ago(165);
        row.renewalDate = today.addDays(renewsIn);
    });
    Told planned;
    planned.account(u"A"_s, u"mid"_s).add<Subscription>([&](Subscription& row) {
        row.amount = Minor{1'200'000};
        row.billingPeriod = u"year"_s;
        row.start = ago(165);
        row.renewalDate = today.addDays(plannedFor);
    });
    const Portfolio facts = planned.facts.build();
    const auto run = work::plannedRun(renewalPlay(), facts.at(0), facts.book(), ago(10), {});
    book.add<PlaybookRun>([&](PlaybookRun& row) {
        row.id = 500;
        row.playbook = u"renewal"_s;
        row.version = 1;
        row.started = ago(10);
    });
    for (std::size_t i = 0; i < run.tasks.size(); ++i)
        book.add<Task>([&](Task& row) {
            const AccountId account = row.account;
            const qint64 id = row.id;
            row = run.tasks[i];
            row.account = account;
            row.id = id;
            row.run = PlaybookRunId(500);
            if (int(i) == taskMoved)
                row.due = today.addDays(3);
            if (int(i) == taskDone) {
                row.status = u"done"_s;
                row.doneOn = ago(1);
            }
        });
    return book;
}

std::vector<Task> following(const Told& before, const Told& after)
{
    const Portfolio then = before.facts.build();
    const Portfolio now = after.facts.build();
    return work::tasksThatFollow(
        then.at(0), now.at(0), now.book(), [](const PlaybookRun&) { return &renewalPlay(); }, today);
}

} // namespace

TEST_CASE("a renewal date that moves takes the open steps counted from it along, and nothing else")
{
    constexpr int done = 1;
    constexpr int byHand = 3;
    const Told before = running(200, byHand, done);
    const Told after = running(260, byHand, done);
    const auto moved = following(before, after);
    const auto& steps = renewalPlay().steps;
    REQUIRE(std::ranges::all_of(steps, [](const auto& each) { return each.at.from == content::StepFrom::Renewal; }));
    CHECK(moved.size() == steps.size() - 2);
    const Portfolio facts = after.facts.build();
    for (const Task& task : moved) {
        const auto& step = entryOf(steps, task.originKey);
        CHECK(step.id != steps[done].id);
        CHECK(step.id != steps[byHand].id);
        // By the rule: 60 days later, then back to a working day.
        CHECK(task.due == work::dueDay(step.at, work::anchorsOf(facts.at(0), facts.book(), ago(10)),
                                       calendarOf(facts.book(), facts.at(0).account)));
        CHECK(task.due.dayOfWeek() < 6);
        CHECK(task.due <= today.addDays(260 + step.at.days + (step.at.days > 0 ? 2 : 0)));
    }
}

TEST_CASE("where the renewal stays, or is no longer known, the steps stay")
{
    CHECK(following(running(200), running(200)).empty());
    CHECK(following(running(200), running(-400)).empty());
}

TEST_CASE("steps counted from the start stay where they are when the renewal moves")
{
    const content::Play& play = entryOf(shippedContent().plays, u"sponsor_left"_s);
    Told book;
    book.account(u"A"_s, u"mid"_s).customer();
    const Portfolio facts = book.facts.build();
    const auto run = work::plannedRun(play, facts.at(0), facts.book(), ago(4), {});
    const auto withRun = [&](int renewsIn) {
        Told told;
        told.account(u"A"_s, u"mid"_s).customer();
        told.facts.with([&](Account& account) { account.renewalDate = today.addDays(renewsIn); });
        told.add<PlaybookRun>([&](PlaybookRun& row) {
            row.id = 500;
            row.playbook = play.id;
            row.started = ago(4);
        });
        for (const Task& task : run.tasks)
            told.add<Task>([&](Task& row) {
                const auto kept = std::pair(row.id, row.account);
                row = task;
                std::tie(row.id, row.account) = kept;
                row.run = PlaybookRunId(500);
            });
        return told;
    };
    const Portfolio then = withRun(100).facts.build();
    const Portfolio now = withRun(150).facts.build();
    CHECK(work::tasksThatFollow(
              then.at(0), now.at(0), now.book(), [&](const PlaybookRun&) { return &play; }, today)
              .empty());
}

namespace {

/// The play of a sponsor who left, begun so many days ago, with those tasks.
Told begun(int daysAgo, const std::vector<Task>& tasks = {})
{
    Told book;
    book.account(u"A"_s, u"mid"_s).add<PlaybookRun>([&](PlaybookRun& row) {
        row.id = 500;
        row.playbook = u"sponsor_left"_s;
        row.version = 1;
        row.started = ago(daysAgo);
    });
    for (const Task& each : tasks)
        book.add<Task>([&](Task& row) {
            const AccountId account = row.account;
            const qint64 id = row.id;
            row = each;
            row.account = account;
            row.id = id;
            row.run = PlaybookRunId(500);
        });
    return book;
}

work::RunSteps stepsOf(const Told& book)
{
    const Portfolio facts = book.facts.build();
    const content::Play& play = entryOf(shippedContent().plays, u"sponsor_left"_s);
    return work::stepsOf(facts.at(0).of<PlaybookRun>().all().front(), facts.at(0), facts.book(), play, today);
}

} // namespace

TEST_CASE("a run without tasks has one next step, the same once its steps are tasks", "[work]")
{
    const int daysAgo = GENERATE(0, 3, 20, 30, 90);
    INFO(daysAgo);
    const work::RunSteps before = stepsOf(begun(daysAgo));
    CHECK_FALSE(before.isWritten);
    REQUIRE(before.next);
    const Task& next = before.tasks[*before.next];
    const bool isLast = *before.next + 1 == before.tasks.size();
    CHECK((next.due >= today || isLast));
    const work::RunSteps after = stepsOf(begun(daysAgo, before.tasks));
    CHECK(after.isWritten);
    REQUIRE(after.next);
    CHECK(after.tasks[*after.next].originKey == next.originKey);
    CHECK(after.tasks[*after.next].due == next.due);
}

TEST_CASE("what is next in a run is its first open step, and nothing where all are over", "[work]")
{
    std::vector<Task> tasks = stepsOf(begun(0)).tasks;
    tasks[0].status = u"done"_s;
    tasks[0].doneOn = today;
    tasks[1].status = u"cancelled"_s;
    const work::RunSteps steps = stepsOf(begun(0, tasks));
    REQUIRE(steps.next);
    CHECK(*steps.next == 2);
    CHECK(steps.isNext(steps.tasks[2]));
    CHECK_FALSE(steps.isNext(steps.tasks[3]));
    for (Task& each : tasks)
        each.status = u"cancelled"_s;
    CHECK_FALSE(stepsOf(begun(0, tasks)).next);
}
