// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

struct sqlite3;

namespace steward::book {

/// Whose facts a changeset touches, for the next snapshot: accounts sorted, once each. The changeset has been applied.
/// Internal to core/book.
[[nodiscard]] Result<Book::Edited> affectedBy(sqlite3* database, const QByteArray& changeset);

/// Both together.
void add(Book::Edited& to, Book::Edited more);

} // namespace steward::book
