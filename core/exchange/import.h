// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/exchange/plan.h"
#include "core/exchange/words.h"

namespace steward::exchange {

/// The profiles of a book (definitions of kind "import_profile", newest version of each name), those that ship behind
/// them.
[[nodiscard]] Result<std::vector<Profile>> profilesOf(book::Book& book);
/// A profile from a file the user names.
[[nodiscard]] Result<std::vector<Profile>> profilesFromFile(const QString& path);

/// What importing the file would do. Reads the book, changes nothing. Where the file leaves a question open, the plan
/// has asks and no rows. profiles: see profilesOf(); a profile given by file goes in front.
[[nodiscard]] Result<ImportPlan> planImport(book::Book& book, const ImportRequest& request,
                                            std::span<const Profile> profiles, const Words& words = Words::shipped());

/// What a plan remembers the state of the book by: its newest edit, 0 where there is none.
[[nodiscard]] Result<qint64> newestEdit(book::Book& book);

struct ImportReport
{
    qint64 import = 0; ///< id of the Import record; 0: nothing changed and nothing newer is known, so there is none
    book::Book::Edited edited;
    Counts counts; ///< of the rows, final also for usage
};

/// Writes the work of an edit, and what follows from it.
using Around = std::function<Status(book::Edit& edit, const book::Book::Work& work)>;

/// Does what the plan says, as one step of undo; around: empty, or what is written with it. Error "import.book_changed"
/// when the book was edited since the plan was made, "import.ask.open" while a question is open.
[[nodiscard]] Result<ImportReport> applyImport(book::Book& book, const ImportPlan& plan, const Around& around = {});

/// The same inside an edit of the caller, which is one step of undo with all else it does; report.edited stays empty.
/// The plan was made of the book as it is in that edit.
[[nodiscard]] Result<ImportReport> applyInside(book::Book& book, book::Edit& edit, const ImportPlan& plan);

/// Rows that were left out: the original columns, then "steward_line" and "steward_reason", and of usage
/// "steward_file". Fixed, the file can be imported as it is; usage completes the days of its file and does not replace
/// them (usage_completion.h). reason turns a code into words. Not all of them where plan.rejected has fewer than
/// plan.counts.rejected; whoever writes the file says so ("import.rejects.first": written, of how many).
[[nodiscard]] Status writeRejects(const ImportPlan& plan, const QString& path,
                                  const std::function<QString(Code)>& reason);

} // namespace steward::exchange
