// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

struct sqlite3;

namespace steward::tests {

/// Breaches of what the session extension and undo demand of a schema (architecture.md, "Book"); empty when sound.
/// tables: those attached to the session.
QStringList schemaBreaches(sqlite3* database, const QStringList& tables);

} // namespace steward::tests
