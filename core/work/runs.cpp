// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/runs.h"

#include "core/portfolio/standing.h"
#include "core/work/acts.h"

#include <algorithm>

namespace steward::work {

namespace {

bool follows(content::StepFrom from)
{
    return from == content::StepFrom::Renewal || from == content::StepFrom::Review ||
           from == content::StepFrom::Kickoff;
}

Status saveAll(book::Edit& edit, std::vector<Task> tasks)
{
    for (Task& each : tasks)
        if (const auto saved = edit.save(each); !saved)
            return tl::unexpected(saved.error());
    return {};
}

} // namespace

std::vector<Task> tasksThatFollow(const AccountFacts& before, const AccountFacts& after, const BookFacts& book,
                                  const PlayOfRun& playOf)
{
    std::vector<Task> moved;
    for (const PlaybookRun& run : after.of<PlaybookRun>()) {
        if (run.ended.isValid() || run.archivedOn.isValid())
            continue;
        const content::Play* play = playOf(run);
        if (!play)
            continue;
        const PlayAnchors then = anchorsOf(before, book, run.started);
        const PlayAnchors now = anchorsOf(after, book, run.started);
        const WorkingCalendar calendar = calendarOf(book, after.account);
        for (Task& task : tasksOf(run, after, play)) {
            const auto* step = content::findById(play->steps, task.originKey);
            if (!step || !isOpen(task) || !follows(step->at.from) || task.due != dueDay(step->at, then, calendar))
                continue;
            const QDate due = dueDay(step->at, now, calendar);
            if (!due.isValid() || due == task.due)
                continue;
            task.due = due;
            moved.push_back(std::move(task));
        }
    }
    return moved;
}

Status moveRun(book::Edit& edit, PlaybookRun run, const AccountFacts& facts, const BookFacts& book,
               const content::Play* from, const content::Play& to)
{
    const PlannedRun planned = plannedRun(to, facts, book, run.started, run.why);
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
