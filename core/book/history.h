// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

#include <string_view>

struct sqlite3;

/// Internal to core/book: the table of edits.
namespace steward::book {

struct NewEdit
{
    Message label;
    QString actor;
    Instant at;
    qint64 rows = 0;
    QByteArray changeset; ///< not packed
};
/// Also ends redo: what was undone before can no longer come back. Returns the id. What somebody types is saved all the
/// time: an edit labelled "edit.typing-..." goes on with the newest one where that has the same label and actor, so
/// that one undo takes back what was typed.
[[nodiscard]] Result<qint64> recordEdit(sqlite3* database, const NewEdit& edit);

/// The label of an entry that no edit of ours made.
inline constexpr std::string_view foreignLabel = "history.other-writer";
/// Another program wrote to the file: an entry without a changeset, which undo steps over.
[[nodiscard]] Status recordForeignWrite(sqlite3* database, Instant at);

/// Every changeset that is kept, unpacked, oldest first, until each fails.
[[nodiscard]] Status eachChangeset(sqlite3* database,
                                   const std::function<Status(qint64 edit, const QByteArray& changeset)>& each);

struct StoredEdit
{
    qint64 id = 0;
    qint64 rows = 0;
    QByteArray changeset; ///< unpacked
};
/// The newest edit that is not undone; ErrorKind::NotFound where there is none or its changeset is gone.
[[nodiscard]] Result<StoredEdit> nextUndo(sqlite3* database);
/// The oldest undone edit that can come back.
[[nodiscard]] Result<StoredEdit> nextRedo(sqlite3* database);
[[nodiscard]] Status markUndone(sqlite3* database, qint64 id, bool undone);

[[nodiscard]] Result<std::vector<HistoryEntry>> readHistory(sqlite3* database, int limit);
/// Time of the newest edit, 0 without one.
[[nodiscard]] Result<Instant> newestEditTime(sqlite3* database);

/// Which changesets are kept: the newest 20 always; of the others those younger than 90 days or within 64 MB counted
/// from the newest, whichever keeps more.
struct HistoryLimits
{
    qint64 newest = 20;
    qint64 days = 90;
    qint64 bytes = 64LL << 20;
};
/// Drops the changesets beyond the limits; labels stay. Idle work, never inside an edit. Returns how many went.
[[nodiscard]] Result<qint64> pruneHistory(sqlite3* database, Instant now, const HistoryLimits& limits = {});

} // namespace steward::book
