// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/recovery.h"
#include "core/workspace/book_day.h"
#include "ui/account/rows.h"

#include <QLocale>

/// The plays of a book: what they are, for whom they would start, where they run and how they ended. Pure functions of
/// the numbers.
namespace steward::playbooks {

/// A run on an account.
struct Run
{
    AccountId account;
    const PlaybookRun* run = nullptr; ///< of the numbers' facts
};

/// One play on one day.
struct PlayState
{
    const content::Play* play = nullptr; ///< of the numbers' content
    std::vector<Run> running;            ///< the one begun last first
    std::vector<Run> ended;              ///< the one ended last first; without those started by mistake
    std::vector<AccountId> wouldStart;   ///< most valuable first; empty until the day is known
    std::vector<Run> older;              ///< of the running: on a version before this one
    int worked = 0;
    int partly = 0;
    int didNot = 0;
    int overtaken = 0;
    std::vector<work::Recovery> recoveries; ///< what the unhappy said before and after, of runs that ended
};

struct Shown
{
    Numbers numbers;
    Day day; ///< null: what the accounts ask for is still being worked out
    std::vector<PlayState> plays;
};
using ShownPlays = std::shared_ptr<const Shown>;

/// Without what the accounts ask for.
[[nodiscard]] ShownPlays playsOf(const Numbers& numbers);
/// With it; the day's numbers count.
[[nodiscard]] ShownPlays playsOn(const Day& day);

/// "CSM", "Executive".
[[nodiscard]] QString wordOfOwner(const QString& owner);
/// "+1 w", "R -90" with a true minus: when a step is due.
[[nodiscard]] QString shortWhen(const content::StepDay& at, const QLocale& locale);
/// The same in words.
[[nodiscard]] QString spokenWhen(const content::StepDay& at, const QLocale& locale);

/// The plays with for how many each would start and how many run, as a list.
[[nodiscard]] std::vector<account::Line> playLines(const Shown& shown, const QLocale& locale);
[[nodiscard]] std::vector<account::Line> stepLines(const content::Play& play, const Shown& shown,
                                                   const QLocale& locale);
/// For whom it would start with the reason, where it runs and how far, how it ended lately. Every line of an account
/// has that as its record.
[[nodiscard]] std::vector<account::Line> accountLines(const PlayState& state, const Shown& shown,
                                                      const QLocale& locale);
/// What offers it: its signals, or a stage.
[[nodiscard]] QString startsText(const content::Play& play, const Shown& shown, const QLocale& locale);
/// For whom a play that may still be changed would start today: "Would start for 2 today: Kirovane, Lakemere"; who it
/// runs for already is left out and counted.
[[nodiscard]] QString startsSentence(const content::Play& play, const Shown& shown, const QLocale& locale);
/// "9 times: 6 worked, 1 in part, 1 did not, 1 overtaken. Asked again: 2 of 2 happier, 2 before and 8 after"; empty: it
/// never ended.
[[nodiscard]] QString endedText(const PlayState& state, const QLocale& locale);
/// What a newer version of a play does otherwise, a line each: "Send the plan: +4 w, was +3 w"; empty: its steps are
/// the same.
[[nodiscard]] QString changesText(const content::Play& from, const content::Play& to, const QLocale& locale);
/// Why the play would start for an account: the strongest open signal it answers; empty: none.
[[nodiscard]] QString reasonOf(const content::Play& play, AccountId account, const Shown& shown, const QLocale& locale);
[[nodiscard]] QString nameOf(AccountId account, const Shown& shown);

} // namespace steward::playbooks
