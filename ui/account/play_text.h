// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/play.h"
#include "core/portfolio/portfolio.h"
#include "core/workspace/open_book.h"

#include <QLocale>

/// A play on an account as people read it, and what is done with it.
namespace steward::account {

/// One step; task 0: the play has not been started.
struct PlayStepText
{
    QString title;
    QString due;
    QString who; ///< of one that ticked itself: the fact that did
    bool isDone = false;
    bool isDropped = false;
    bool isPassed = false; ///< of a run without tasks: its day was before, and nobody knows whether it was done
    bool isLate = false;
    bool isNext = false; ///< the one to do now
    qint64 task = 0;
    friend bool operator==(const PlayStepText&, const PlayStepText&) = default;
};

struct PlayText
{
    QString play; ///< id
    QString name;
    QString about;  ///< "7 steps in 28 days", "2 of 7 done, since 5 Nov"
    QString why;    ///< this run exists; empty: not started
    QString reason; ///< plays like it exist
    QString good;
    QString mistake;
    QString ends;
    QString stop;
    QString warning; ///< what speaks against asking them for something; empty: nothing, or it asks for nothing
    qint64 run = 0;  ///< 0: not running
    std::vector<PlayStepText> steps;
    std::vector<std::pair<QString, QString>> drafts; ///< messages: id, and subject with "\u2026" for what is filled in
    /// nullptr: none is left, or the play has not been started.
    [[nodiscard]] const PlayStepText* next() const;
    friend bool operator==(const PlayText&, const PlayText&) = default;
};
/// "Call the champion (24 Nov)", "Call the champion (2 Nov, late)"
[[nodiscard]] QString nextText(const PlayStepText& step);
/// Of the run that is under way; where there is none, what starting it on the day would make. none: no such play, or
/// the account was not there.
[[nodiscard]] std::optional<PlayText> playText(const BookNumbers& numbers, AccountId account, const QString& play,
                                               const QLocale& locale);
/// Plays that run on the account, the one begun last first.
[[nodiscard]] std::vector<const PlaybookRun*> runningPlays(const AccountFacts& facts);
/// The fact that ticked a step of a play: "the 180-day call was recorded on 11.09.26"; empty: a person did, or the task
/// is open or of no play.
[[nodiscard]] QString factThatDid(const Task& task, const AccountFacts& facts, const BookNumbers& numbers,
                                  const QLocale& locale);
/// Of a play that needs good standing, on an account that is not in it: the reasons; else empty.
[[nodiscard]] QString warningOf(const content::Play& play, AccountId account, const BookNumbers& numbers,
                                const QLocale& locale);
[[nodiscard]] QString nameOfPlay(const content::Content& content, const QString& play, const QLocale& locale);

/// How a run can end, in the order offered: id and word.
[[nodiscard]] std::vector<std::pair<QString, QString>> playOutcomes();
[[nodiscard]] QString wordOfOutcome(const QString& outcome);

/// One undoable edit each. why: kept with the run.
void startPlay(OpenBook& book, const QString& play, std::vector<AccountId> accounts, const QString& why,
               const QLocale& locale);
/// The steps of a run that has no tasks become tasks; those whose day is over are dropped, so that what was next stays
/// next.
void makeSteps(OpenBook& book, AccountId account, qint64 run, const QLocale& locale);
void endPlay(OpenBook& book, AccountId account, qint64 run, const QString& outcome, const QString& sentence,
             const QLocale& locale);
void setTaskDone(OpenBook& book, AccountId account, qint64 task, bool isDone);

} // namespace steward::account
