// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/erase.h"

struct sqlite3;

/// Internal to core/book: the tombstones and the floor of undo, kept in the table "meta", which no session watches.
namespace steward::book {

inline constexpr std::string_view eraseLabel = "edit.erase-contact";

[[nodiscard]] Result<Erasures> readErasures(sqlite3* database);

/// The key of the book's hashes; made at the first erasure.
[[nodiscard]] Result<QByteArray> erasureKey(sqlite3* database);
[[nodiscard]] Status addErasure(sqlite3* database, const QByteArray& key, const QString& form);
[[nodiscard]] Status addErasedContact(sqlite3* database, qint64 contact);

/// All of them, with the key they were made with.
[[nodiscard]] Status putErasures(sqlite3* database, const Erasures& erasures);

/// Edits up to this one can no longer be undone: an erasure rewrote what they recorded. 0: none.
[[nodiscard]] Result<qint64> undoFloor(sqlite3* database);
/// Never goes down.
[[nodiscard]] Status raiseUndoFloor(sqlite3* database, qint64 edit);

} // namespace steward::book
