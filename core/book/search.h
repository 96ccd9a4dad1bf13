// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/book/changeset.h"

/// Internal to core/book: the full-text index. It has its own text and is derived; nothing but these functions writes
/// it.
namespace steward::book {

/// Brings the index up to date after the changeset was applied, in the same transaction; for edit, undo and redo alike.
[[nodiscard]] Status updateIndex(sqlite3* database, const QByteArray& changeset);
/// Compares the index with the records and builds it anew where they differ. Returns whether it did.
[[nodiscard]] Result<bool> repairIndex(sqlite3* database);
/// Builds it anew: erasing a person must leave no word behind.
[[nodiscard]] Status rebuildIndex(sqlite3* database);

/// Records that have all the words; each matches as the beginning of a word, anything else in the text is ignored.
[[nodiscard]] Result<std::vector<SearchHit>> searchIndex(sqlite3* database, const QString& text, int limit);
/// The query for FTS5: "word" * for each word; empty when there is none.
[[nodiscard]] QString matchExpression(const QString& text);

} // namespace steward::book
