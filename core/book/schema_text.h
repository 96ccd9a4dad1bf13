// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMap>
#include <QStringList>

struct sqlite3;

namespace steward::book {

/// Of a schema: name -> type and text.
using SchemaText = QMap<QString, QString>;

/// What the steps up to that version make of an empty database. Some milliseconds, in any thread.
[[nodiscard]] Result<SchemaText> knownSchema(int version);

/// Names of tables, indexes, views and triggers of a book that are not, word for word, those of the known
/// schema: somebody else put them there. Also names what is missing. Internal to core/book.
[[nodiscard]] Result<QStringList> foreignSchema(sqlite3* database, const SchemaText& known);

} // namespace steward::book
