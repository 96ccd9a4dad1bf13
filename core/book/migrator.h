// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <functional>
#include <span>
#include <vector>

struct sqlite3;

namespace steward::book {

/// One step of the schema: resources/schema/000N_name.sql. Released steps never change.
struct SchemaStep
{
    int version = 0;
    QString name;
    QByteArray sql;
};

/// The steps this program ships with, 1 to n without a gap.
[[nodiscard]] const std::vector<SchemaStep>& schemaSteps();
[[nodiscard]] int schemaVersion(sqlite3* database);

/// Splits a script into statements the way SQLite does: quotes, comments and triggers may hold semicolons. What
/// remains after the last one (comments) is dropped.
[[nodiscard]] std::vector<QByteArray> statementsOf(const QByteArray& script);

/// Brings a file up to the last step, one transaction a step; user_version grows with each. A step must lose no row
/// and no value of a column that is there before and after, unless it says so in a line "-- loses: table.column".
/// beforeFirst runs once before the first step on a book that already has a version: the backup. Returns whether
/// anything was done.
[[nodiscard]] Result<bool> migrate(sqlite3* database, std::span<const SchemaStep> steps,
                                   const std::function<Status()>& beforeFirst);

} // namespace steward::book
