// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"

#include <map>

namespace steward::exchange {

/// One of several files that are read together.
struct FilePreview
{
    std::optional<Error> error; ///< set: the file cannot be read at all
    ImportPlan plan;            ///< has questions and no rows, or all its rows
    Counts counts;              ///< of the rows, final also for usage
    /// Not taken: cannot be read, or leaves a question open.
    [[nodiscard]] bool isTaken() const { return !error && !plan.hasQuestions(); }
};

/// Records of a kind in the book before and after, and rows of that kind in the files taken.
struct KindCount
{
    Kind kind;
    std::optional<qint64> before; ///< none for usage, which is no list of records
    std::optional<qint64> after;
    qint64 inFiles = 0;
    qint64 leftOut = 0; ///< of inFiles: could not be read or names no known account
};

/// What reading several files would do: each is seen with what those before it bring.
struct FilesPreview
{
    std::vector<FilePreview> files; ///< in the order asked
    std::vector<std::size_t> order; ///< in which they are read: what others refer to comes first
    std::vector<KindCount> kinds;   ///< in the order read
    /// Before the first and after the last file that can change accounts, ARR, seats or renewals; totals of all.
    std::optional<Reconciliation> reconciliation;
    /// Names of records that rows refer to, also of those that the files make.
    std::map<std::pair<Entity, qint64>, QString> names;
    qint64 bookState = 0;                ///< newest edit of the book when this was made
    [[nodiscard]] Counts counts() const; ///< of the files taken
    [[nodiscard]] std::size_t taken() const;
    /// The day the files end: of usage, where there is some; otherwise the newest any of them speaks of. Invalid: none
    /// does.
    [[nodiscard]] QDate dataUpTo() const;
};

/// Zone and currency of the book, for a request.
[[nodiscard]] Status readSettingsOf(book::Book& book, ImportRequest& request);

/// Reads all files on trial and takes everything back. A file that cannot be read is told of in its place. progress in
/// bytes. ErrorKind::Cancelled where it was cancelled.
[[nodiscard]] Result<FilesPreview> previewFiles(book::Book& book, const std::vector<ImportRequest>& requests,
                                                std::span<const Profile> profiles, const Progress& progress);

/// Reads the files that were taken, inside an edit of the caller: one step of undo for all. Errors:
/// "import.book_changed" when the book was edited since the preview, "csv.file-changed" when a file was. Returns the
/// counts by file.
[[nodiscard]] Result<std::vector<Counts>> applyFiles(book::Book& book, book::Edit& edit, const FilesPreview& preview,
                                                     std::span<const Profile> profiles, const Progress& progress);

/// What the one step of undo is called.
[[nodiscard]] Message labelOf(const FilesPreview& preview);

} // namespace steward::exchange
