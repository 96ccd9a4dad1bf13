// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

struct sqlite3;

namespace steward::book {

/// Names of tables, indexes, views and triggers of a book that are not, word for word, those of that version of the
/// schema: somebody else put them there. Also names what is missing. Internal to core/book.
[[nodiscard]] Result<QStringList> foreignSchema(sqlite3* database, int version);

} // namespace steward::book
