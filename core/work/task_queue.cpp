// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/task_queue.h"

#include "core/portfolio/holders.h"
#include "core/portfolio/standing.h"

#include <algorithm>
#include <tuple>

namespace steward::work {

namespace {

int urgencyOf(const QString& priority)
{
    if (priority == u"urgent")
        return 0;
    if (priority == u"high")
        return 1;
    return priority == u"low" ? 3 : 2;
}

bool isBefore(const QueuedTask& a, const QueuedTask& b)
{
    const auto place = [](const QueuedTask& each) {
        const qint64 due = each.task.due.isValid() ? each.task.due.toJulianDay() : 0;
        // What is closed lies with the newest in front.
        const bool isClosed = each.state == TaskState::Done || each.state == TaskState::Dropped;
        const qint64 when = isClosed ? -each.task.doneOn.toJulianDay() : due;
        return std::tuple(each.state, when, urgencyOf(each.task.priority), each.task.created, each.task.id);
    };
    return place(a) < place(b);
}

} // namespace

QString nameOf(TaskState state)
{
    switch (state) {
    case TaskState::Overdue:
        return QStringLiteral("overdue");
    case TaskState::Today:
        return QStringLiteral("today");
    case TaskState::Later:
        return QStringLiteral("later");
    case TaskState::Undated:
        return QStringLiteral("undated");
    case TaskState::Snoozed:
        return QStringLiteral("snoozed");
    case TaskState::Done:
        return QStringLiteral("done");
    case TaskState::Dropped:
        return QStringLiteral("dropped");
    }
    return {};
}

TaskState stateOn(const Task& task, QDate day)
{
    if (!isOpen(task))
        return task.doneOn.isValid() || task.status == u"done" ? TaskState::Done : TaskState::Dropped;
    if (task.snoozedTo.isValid() && task.snoozedTo > day)
        return TaskState::Snoozed;
    if (!task.due.isValid())
        return TaskState::Undated;
    if (task.due == day)
        return TaskState::Today;
    return task.due < day ? TaskState::Overdue : TaskState::Later;
}

std::vector<QueuedTask> taskQueue(const Portfolio& facts, const TaskQuestion& question)
{
    std::vector<QueuedTask> queue;
    for (const AccountFacts& account : facts) {
        if (question.account.isValid() && account.id() != question.account)
            continue;
        for (const Task& task : account.of<Task>()) {
            QueuedTask each{task, account.id(), task.assignee, stateOn(task, question.day)};
            if (!each.owner.isValid())
                each.owner = csmOn(account, question.day);
            const bool isClosed = each.state == TaskState::Done || each.state == TaskState::Dropped;
            if ((isClosed && !question.withClosed) || (question.owner.isValid() && each.owner != question.owner))
                continue;
            queue.push_back(std::move(each));
        }
    }
    std::ranges::sort(queue, isBefore);
    return queue;
}

std::vector<mail::Todo> todosOf(std::span<const QueuedTask> tasks, const Portfolio& facts)
{
    const auto priorityOf = [](const QString& priority) {
        constexpr std::pair<QStringView, int> known[] = {{u"urgent", 1}, {u"high", 2}, {u"normal", 5}, {u"low", 9}};
        for (const auto& [name, number] : known)
            if (priority == name)
                return number;
        return 0;
    };
    std::vector<mail::Todo> todos;
    for (const QueuedTask& each : tasks) {
        const AccountFacts* account = facts.find(each.account);
        QStringList text;
        if (account)
            text << account->account.name;
        if (!each.task.note.isEmpty())
            text << each.task.note;
        todos.push_back(
            {QByteArray("task-" + QByteArray::number(each.task.id) + "@steward.invalid"),
             account ? QString(each.task.title + QStringLiteral(" (") + account->account.name + u')') : each.task.title,
             text.join(u'\n'), each.task.due, priorityOf(each.task.priority), each.state == TaskState::Done});
    }
    return todos;
}

} // namespace steward::work
