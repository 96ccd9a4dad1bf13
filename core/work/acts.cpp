// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/acts.h"

#include "core/portfolio/standing.h"

#include <algorithm>
#include <set>

namespace steward::work {

namespace {

template <class T>
Status saved(book::Edit& edit, T& record)
{
    const auto id = edit.save(record);
    return id ? Status() : tl::unexpected(id.error());
}

/// What was decided about the signal on that day already; else a new row.
SignalDecision rowOf(const Signal& signal, const AccountFacts* facts, QDate day)
{
    if (facts)
        for (const SignalDecision& each : facts->of<SignalDecision>())
            if (each.signal == signal.signal && each.key == signal.key && each.day == day)
                return each;
    SignalDecision row;
    row.account = signal.account;
    row.signal = signal.signal;
    row.key = signal.key;
    row.day = day;
    return row;
}

/// A promise that is dismissed is not kept any more, unless somebody is on it or the record is put right.
bool endsPromise(const Signal& signal, const Decision& decision)
{
    return signal.signal == u"promise.due" && !decision.dismissedReason.isEmpty() &&
           decision.dismissedReason != u"already_on_it" && decision.dismissedReason != u"wrong_data";
}

Status dropTasks(book::Edit& edit, const Signal& signal)
{
    for (const RecordRef& record : signal.say.records)
        if (record.entity == Entity::Task)
            if (auto done = edit.change<Task>(record.id, [](Task& task) { task.status = QStringLiteral("cancelled"); });
                !done)
                return done;
    return {};
}

Status noteWord(book::Edit& edit, AccountId account, const Decision& decision)
{
    Touch note;
    note.account = account;
    note.kind = QStringLiteral("note");
    note.day = edit.today();
    note.text = decision.word;
    if (decision.by.isValid())
        note.persons = {decision.by};
    return saved(edit, note);
}

} // namespace

Status start(book::Edit& edit, PlannedRun& planned)
{
    const auto run = edit.save(planned.run);
    if (!run)
        return tl::unexpected(run.error());
    for (Task& task : planned.tasks) {
        task.run = *run;
        if (auto done = saved(edit, task); !done)
            return done;
    }
    return {};
}

Status decide(book::Edit& edit, const Portfolio& facts, std::span<const Signal> signalList, const Decision& decision)
{
    std::set<AccountId> accounts;
    for (const Signal& each : signalList) {
        if (!each.account.isValid())
            continue;
        SignalDecision row = rowOf(each, facts.find(each.account), edit.today());
        row.snoozedTo = decision.snoozedTo;
        row.dismissedReason = decision.dismissedReason;
        row.by = decision.by;
        row.figure = each.figure > 0 ? std::optional(each.figure) : std::nullopt;
        const bool isOpen = !decision.snoozedTo.isValid() && decision.dismissedReason.isEmpty();
        row.seen = isOpen ? std::nullopt : std::optional(true);
        if (auto done = saved(edit, row); !done)
            return done;
        if (endsPromise(each, decision))
            if (auto done = dropTasks(edit, each); !done)
                return done;
        accounts.insert(each.account);
    }
    for (const AccountId account : accounts)
        if (!decision.word.trimmed().isEmpty())
            if (auto done = noteWord(edit, account, decision); !done)
                return done;
    return {};
}

bool isForHumans(const Signal& signal, std::span<const Worth> worths)
{
    if (signal.signal == u"detractor.reply" || signal.signal == u"csat.low" || signal.signal == u"ticket.urgent")
        return true;
    const auto own = std::ranges::lower_bound(worths, signal.account, {}, &Worth::account);
    if (own == worths.end() || own->account != signal.account || !own->isPooled)
        return true;
    if (!own->arr)
        return false;
    const auto richer =
        std::ranges::count_if(worths, [&](const Worth& each) { return each.arr && *each.arr > *own->arr; });
    const auto known = std::ranges::count_if(worths, [](const Worth& each) { return each.arr.has_value(); });
    constexpr int fifth = 5;
    return richer * fifth < known;
}

Status setDone(book::Edit& edit, Task task, bool isDone)
{
    task.status = isDone ? QStringLiteral("done") : QStringLiteral("open");
    task.doneOn = isDone ? edit.today() : QDate();
    return saved(edit, task);
}

Status reschedule(book::Edit& edit, Task task, QDate due)
{
    task.due = due;
    task.dueAt.reset();
    task.snoozedTo = {};
    return saved(edit, task);
}

Status snooze(book::Edit& edit, Task task, QDate to)
{
    task.snoozedTo = to;
    return saved(edit, task);
}

Status assign(book::Edit& edit, Task task, PersonId person)
{
    task.assignee = person;
    return saved(edit, task);
}

Status endRun(book::Edit& edit, PlaybookRun run, std::span<const Task> tasks, const QString& outcome)
{
    run.ended = edit.today();
    run.outcome = outcome;
    if (auto done = saved(edit, run); !done)
        return done;
    for (Task task : tasks) {
        if (task.run.value() != run.id || !isOpen(task))
            continue;
        task.status = QStringLiteral("cancelled");
        if (auto done = saved(edit, task); !done)
            return done;
    }
    return {};
}

std::vector<Task> tasksOf(const PlaybookRun& run, const AccountFacts& facts, const content::Play* play)
{
    std::vector<Task> tasks;
    for (const Task& each : facts.of<Task>())
        if (each.run.isValid() && each.run.value() == run.id && !each.archivedOn.isValid())
            tasks.push_back(each);
    const auto place = [play](const Task& task) {
        const auto* step = play ? content::findById(play->steps, task.originKey) : nullptr;
        return step ? step - play->steps.data() : std::ptrdiff_t(1000);
    };
    std::ranges::stable_sort(tasks, {}, [&](const Task& task) { return std::pair(place(task), task.originKey); });
    return tasks;
}

} // namespace steward::work
