// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/calendar.h"
#include "core/portfolio/portfolio.h"

#include <span>

/// Our own tasks in the order in which they are worked off.
namespace steward::work {

enum class TaskState : quint8
{
    Overdue,
    Today,
    Later, ///< due on a later day
    Undated,
    Snoozed, ///< put off to a later day
    Done,
    Dropped
};
/// "overdue"
[[nodiscard]] QString nameOf(TaskState state);
[[nodiscard]] TaskState stateOn(const Task& task, QDate day);

struct QueuedTask
{
    Task task;
    AccountId account;
    PersonId owner; ///< its assignee, else who holds the account; none: nobody
    TaskState state = TaskState::Undated;
    /// Somebody else has the next move.
    [[nodiscard]] bool isWaiting() const { return !task.waitingFor.isEmpty() && task.waitingFor != u"me"; }
};

struct TaskQuestion
{
    QDate day;
    AccountId account;       ///< none: all
    PersonId owner;          ///< none: all
    bool withClosed = false; ///< also what is done or dropped
};

/// facts: as of the day. What is late comes first, then what is due today, later, without a day, put off, closed; in
/// each by due day, then high priority first, then as they were created.
[[nodiscard]] std::vector<QueuedTask> taskQueue(const Portfolio& facts, const TaskQuestion& question);

/// Tasks for the calendar or list of another program: the same task has the same id wherever it is written again. The
/// text names the account and what was noted.
[[nodiscard]] std::vector<mail::Todo> todosOf(std::span<const QueuedTask> tasks, const Portfolio& facts);

} // namespace steward::work
