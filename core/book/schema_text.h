// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

struct sqlite3;

namespace steward::book {

/// Of a schema: name -> type and text.
using SchemaText = QMap<QString, QString>;

/// What the steps up to that version make of an empty database. Some milliseconds, in any thread.
[[nodiscard]] Result<SchemaText> knownSchema(int version);

/// The mark of a schema: two that have the same are the same, word for word.
[[nodiscard]] QByteArray markOf(const SchemaText& schema);
/// The mark of knownSchema(version), known beforehand: making the schema to compare it is a tenth of opening a book.
/// Empty where it is not.
[[nodiscard]] QByteArray knownMark(int version);

/// Names of tables, indexes, views and triggers of a book that are not, word for word, those of the known
/// schema of the version: somebody else put them there. Also names what is missing. Internal to core/book.
[[nodiscard]] Result<QStringList> foreignSchema(sqlite3* database, int version);

} // namespace steward::book
