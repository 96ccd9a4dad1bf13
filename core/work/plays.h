// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/play.h"
#include "core/portfolio/working_calendar.h"
#include "core/work/watch.h"

/// Plays (content 3): who would be offered one today, and when its steps are due.
namespace steward::work {

/// The days steps are counted from; invalid: not known yet.
struct PlayAnchors
{
    QDate start;
    QDate kickoff;
    QDate renewal;
    QDate review;
    QDate payment;
    QDate fix;
    QDate close;
};
/// Of a run that began on the day: renewal, next review and kick-off as the account's facts have them; payment once all
/// that was overdue is paid, fix once no escalation or urgent ticket is open any more, close with the newest expansion
/// decided since. facts: as of a day that is not earlier.
[[nodiscard]] PlayAnchors anchorsOf(const AccountFacts& facts, const BookFacts& book, QDate start);

/// When a step is due; invalid where what it is counted from has no day yet. A date on a free day moves forward; one
/// counted from renewal or review moves back.
[[nodiscard]] QDate dueDay(const content::StepDay& at, const PlayAnchors& anchors, const WorkingCalendar& calendar);

/// The newest run of the play on the account that has not ended; nullptr: none.
[[nodiscard]] const PlaybookRun* runningOf(const AccountFacts& facts, QStringView play);

/// Accounts that the play would start for today: something it answers is open, or they stand in its stage, and it does
/// not run already; where it asks for good standing, the signals have seen to that. By id. facts: as of the day.
[[nodiscard]] std::vector<AccountId> wouldStart(const content::Play& play, const Watched& watched,
                                                const Portfolio& facts, const content::Journeys& journeys, QDate day);

/// A run of the play with its tasks, ready to be written in one edit. Tasks whose day is not known yet have none; who
/// the customer has the next move in waits for them. What a fact has done already is done.
struct PlannedRun
{
    PlaybookRun run;
    std::vector<Task> tasks; ///< by step; origin "playbook", originKey the id of the step
};
[[nodiscard]] PlannedRun plannedRun(const content::Play& play, const AccountFacts& facts, const BookFacts& book,
                                    QDate day, const QString& why);
/// Of a run that began on an earlier day than the facts are of.
[[nodiscard]] PlannedRun plannedRun(const content::Play& play, const AccountFacts& facts, const BookFacts& book,
                                    QDate started, QDate today, const QString& why);

} // namespace steward::work
