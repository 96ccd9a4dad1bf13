// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

struct sqlite3;

namespace steward::book {

/// A complete copy of an open book as one plain file of mode 0600, through SQLite's backup API; appears at path whole
/// or not at all and is verified (verifyBackup). Fails where path exists. Progress in pages. Internal to core/book.
[[nodiscard]] Status copyBook(sqlite3* source, const QString& path, const Progress& progress);

/// A finished file under its name, at once; "book.file-exists" where the name is taken. Its folder is synced.
[[nodiscard]] Status putInPlace(const QString& made, const QString& path);

} // namespace steward::book
