// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/work/plays.h"

#include <functional>

/// Runs of plays that are under way: their steps follow what they are counted from, and they may move to a newer
/// version of their play.
namespace steward::work {

/// The play in the version a run is on; nullptr: nobody has it any more.
using PlayOfRun = std::function<const content::Play*(const PlaybookRun& run)>;

/// The open tasks of running plays with the days they have after an edit that moved a renewal, a review or a kick-off:
/// only those counted from it, and only where nobody gave them another day by hand. Those that stay are left out.
[[nodiscard]] std::vector<Task> tasksThatFollow(const AccountFacts& before, const AccountFacts& after,
                                                const BookFacts& book, const PlayOfRun& playOf);

/// Brings a run onto another version of its play: open steps take its words, and its day where nobody gave them another
/// by hand; steps that it lacks are dropped; new ones are added, none before the day of the edit. What is done stays
/// done. from: the version it is on; nullptr: nobody has it any more.
[[nodiscard]] Status moveRun(book::Edit& edit, PlaybookRun run, const AccountFacts& facts, const BookFacts& book,
                             const content::Play* from, const content::Play& to);

} // namespace steward::work
