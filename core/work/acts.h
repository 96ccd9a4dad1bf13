// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/work/plays.h"
#include "core/work/today.h"

/// What a person does with the day's work. Each is written inside one edit of the book, and undone with it.
namespace steward::work {

/// Writes a run and its tasks; their ids are filled in.
[[nodiscard]] Status start(book::Edit& edit, PlannedRun& planned);

/// What a person decided about signals: they are put off to a day, or they rest for a reason; neither: they are open.
struct Decision
{
    QDate snoozedTo;
    QString dismissedReason; ///< id of the content
    PersonId by;
    QString word; ///< kept as a note of the account; empty: none
};
/// One decision a signal, of the day of the edit and with the signal's figure, so that it is back when that is worse.
/// One made on the same day is replaced; facts: with everything known. Signals of the whole book are left out: only
/// newer data close them. The task of a promise that is dismissed is cancelled with it, unless the reason is that
/// somebody is on it or that its data are wrong.
[[nodiscard]] Status decide(book::Edit& edit, const Portfolio& facts, std::span<const Signal> signalList,
                            const Decision& decision);

/// Whether only a person may close the signal, one at a time (content 2.2, human rule): complaints, accounts with a
/// named person, and the most valuable fifth of the accounts. worths: by account id, of the whole book.
[[nodiscard]] bool isForHumans(const Signal& signal, std::span<const Worth> worths);

/// A task is done on the day of the edit, or open again.
[[nodiscard]] Status setDone(book::Edit& edit, Task task, bool isDone);
/// A task is due on another day; an invalid one: on no day.
[[nodiscard]] Status reschedule(book::Edit& edit, Task task, QDate due);
/// A task is put off: its due day stays, and until the day nobody is asked for it.
[[nodiscard]] Status snooze(book::Edit& edit, Task task, QDate to);
/// Another of us does it.
[[nodiscard]] Status assign(book::Edit& edit, Task task, PersonId person);

/// Ends a run on the day of the edit. What is still open of it is dropped.
[[nodiscard]] Status endRun(book::Edit& edit, PlaybookRun run, std::span<const Task> tasks, const QString& outcome);
/// The tasks of a run among those of its account, by step.
[[nodiscard]] std::vector<Task> tasksOf(const PlaybookRun& run, const AccountFacts& facts, const content::Play* play);

} // namespace steward::work
