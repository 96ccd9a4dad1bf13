// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/work/plays.h"

#include <functional>

/// Runs of plays that are under way: their steps follow what they are counted from, and they may move to a newer
/// version of their play.
namespace steward::work {

/// The steps of a run, by place in its play, and the one to do now: the first that is open. Wherever a run is told, it
/// is told by this.
struct RunSteps
{
    std::vector<Task> tasks;
    /// False: nobody made its steps tasks; they are as they would be made. What had its day before is dropped, because
    /// nobody knows whether it was done, and the last one stays where all had theirs.
    bool isWritten = true;
    std::optional<std::size_t> next; ///< none: every step is over
    [[nodiscard]] bool isNext(const Task& task) const { return next && &tasks[*next] == &task; }
};
/// play: in the version the run is on.
[[nodiscard]] RunSteps stepsOf(const PlaybookRun& run, const AccountFacts& facts, const BookFacts& book,
                               const content::Play& play, QDate day);

/// The play in the version a run is on; nullptr: nobody has it any more.
using PlayOfRun = std::function<const content::Play*(const PlaybookRun& run)>;

/// The open tasks of running plays as an edit leaves them, those that stay left out. They have other days where it
/// moved a renewal, a review, a kick-off or whatever else they are counted from and nobody gave them another day by
/// hand; they are done where it holds the fact that ticks their step. today: no fact of a later day counts.
[[nodiscard]] std::vector<Task> tasksThatFollow(const AccountFacts& before, const AccountFacts& after,
                                                const BookFacts& book, const PlayOfRun& playOf, QDate today);

/// A step that two versions of a play do not have alike.
struct StepChange
{
    const content::PlayStep* before = nullptr; ///< nullptr: it is new
    const content::PlayStep* after = nullptr;  ///< nullptr: it was left out
};
/// In the order of the newer version, what was left out last. Empty: the steps are the same.
[[nodiscard]] std::vector<StepChange> stepChanges(const content::Play& from, const content::Play& to);

/// Brings a run onto another version of its play: open steps take its words, and its day where nobody gave them another
/// by hand; steps that it lacks are dropped; new ones are added, none before the day of the edit. What is done stays
/// done. from: the version it is on; nullptr: nobody has it any more.
[[nodiscard]] Status moveRun(book::Edit& edit, PlaybookRun run, const AccountFacts& facts, const BookFacts& book,
                             const content::Play* from, const content::Play& to);

} // namespace steward::work
