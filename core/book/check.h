// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

struct sqlite3;

namespace steward::book {

/// SQLite's own checks and the rules of a book; reads only. Each kind of problem is listed for at most 20 records and
/// then counted. Internal to core/book.
[[nodiscard]] Result<CheckReport> checkBook(sqlite3* database, const Progress& progress);

} // namespace steward::book
