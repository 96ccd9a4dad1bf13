// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/runs.h"

#include "core/portfolio/standing.h"
#include "core/work/acts.h"
#include "core/work/ticks.h"

#include <algorithm>
#include <tuple>

namespace steward::work {

namespace {

/// An edit before and after.
struct Turn
{
    const AccountFacts& before;
    const AccountFacts& after;
    PlayAnchors then;
    PlayAnchors now;
    WorkingCalendar calendar;
    QDate today;
};

bool follow(Task& task, const content::PlayStep& step, const Turn& turn)
{
    if (task.due != dueDay(step.at, turn.then, turn.calendar))
        return false;
    const QDate due = dueDay(step.at, turn.now, turn.calendar);
    if (!due.isValid() || due == task.due)
        return false;
    task.due = due;
    return true;
}

/// Only what was not so before: a step that a person opened again stays open.
bool tickNow(Task& task, const content::PlayStep& step, const PlaybookRun& run, const Turn& turn)
{
    const auto tick = tickOf(step, turn.after, run.started, turn.now.renewal, turn.today);
    if (!tick || tickOf(step, turn.before, run.started, turn.then.renewal, turn.today))
        return false;
    markDone(task, *tick, run.started);
    return true;
}

/// The steps a run of which nothing was written down has left on the day.
std::vector<Task> leftOf(std::vector<Task> tasks, const content::Play& play, QDate day)
{
    bool isLeft = false;
    for (Task& task : tasks) {
        const auto* step = content::findById(play.steps, task.originKey);
        if (!isOpen(task))
            continue;
        if (step && step->at.from == content::StepFrom::Daily)
            task.due = std::max(task.due, day);
        if (task.due.isValid() && task.due < day)
            task.status = QStringLiteral("cancelled");
        isLeft = isLeft || isOpen(task);
    }
    const auto last = std::ranges::find(tasks.rbegin(), tasks.rend(), QStringLiteral("cancelled"), &Task::status);
    if (!isLeft && last != tasks.rend())
        last->status = QStringLiteral("open");
    return tasks;
}

Status saveAll(book::Edit& edit, std::vector<Task> tasks)
{
    for (Task& each : tasks)
        if (const auto saved = edit.save(each); !saved)
            return tl::unexpected(saved.error());
    return {};
}

} // namespace

RunSteps stepsOf(const PlaybookRun& run, const AccountFacts& facts, const BookFacts& book, const content::Play& play,
                 QDate day)
{
    RunSteps steps;
    steps.tasks = tasksOf(run, facts, &play);
    steps.isWritten = !steps.tasks.empty();
    if (!steps.isWritten)
        steps.tasks = leftOf(plannedRun(play, facts, book, run.started, day, {}).tasks, play, day);
    const auto next = std::ranges::find_if(steps.tasks, [](const Task& task) { return isOpen(task); });
    if (next != steps.tasks.end())
        steps.next = std::size_t(next - steps.tasks.begin());
    return steps;
}

std::vector<Task> tasksThatFollow(const AccountFacts& before, const AccountFacts& after, const BookFacts& book,
                                  const PlayOfRun& playOf, QDate today)
{
    std::vector<Task> moved;
    for (const PlaybookRun& run : after.of<PlaybookRun>()) {
        if (run.ended.isValid() || run.archivedOn.isValid())
            continue;
        const content::Play* play = playOf(run);
        if (!play)
            continue;
        const Turn turn{before,
                        after,
                        anchorsOf(before, book, run.started),
                        anchorsOf(after, book, run.started),
                        calendarOf(book, after.account),
                        today};
        for (Task& task : tasksOf(run, after, play)) {
            const auto* step = content::findById(play->steps, task.originKey);
            if (!step || !isOpen(task))
                continue;
            const bool isMoved = follow(task, *step, turn);
            if (tickNow(task, *step, run, turn) || isMoved)
                moved.push_back(std::move(task));
        }
    }
    return moved;
}

std::vector<StepChange> stepChanges(const content::Play& from, const content::Play& to)
{
    const auto facts = [](const content::PlayStep& step) {
        return std::tie(step.title.en, step.at, step.owner, step.with, step.isOptional);
    };
    std::vector<StepChange> changes;
    for (const content::PlayStep& each : to.steps) {
        const auto* before = content::findById(from.steps, each.id);
        if (!before || facts(*before) != facts(each))
            changes.push_back({before, &each});
    }
    for (const content::PlayStep& each : from.steps)
        if (!content::findById(to.steps, each.id))
            changes.push_back({&each, nullptr});
    return changes;
}

Status moveRun(book::Edit& edit, PlaybookRun run, const AccountFacts& facts, const BookFacts& book,
               const content::Play* from, const content::Play& to)
{
    const PlannedRun planned = plannedRun(to, facts, book, run.started, edit.today(), run.why);
    const PlayAnchors anchors = anchorsOf(facts, book, run.started);
    const WorkingCalendar calendar = calendarOf(book, facts.account);
    std::vector<Task> changed;
    std::vector<Task> own = tasksOf(run, facts, &to);
    for (Task& task : own) {
        if (!isOpen(task))
            continue;
        const auto next = std::ranges::find(planned.tasks, task.originKey, &Task::originKey);
        if (next == planned.tasks.end()) {
            task.status = QStringLiteral("cancelled");
        } else {
            const auto* step = from ? content::findById(from->steps, task.originKey) : nullptr;
            if (!step || task.due == dueDay(step->at, anchors, calendar))
                task.due = next->due;
            task.title = next->title;
        }
        changed.push_back(task);
    }
    for (Task task : planned.tasks) {
        if (std::ranges::find(own, task.originKey, &Task::originKey) != own.end())
            continue;
        task.run = PlaybookRunId(run.id);
        task.created = edit.today();
        if (task.due.isValid())
            task.due = std::max(task.due, edit.today());
        changed.push_back(std::move(task));
    }
    run.version = to.version;
    if (const auto saved = edit.save(run); !saved)
        return tl::unexpected(saved.error());
    return saveAll(edit, std::move(changed));
}

} // namespace steward::work
