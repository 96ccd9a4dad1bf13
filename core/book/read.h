// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

struct sqlite3;

/// Internal to core/book: whole tables, in the order of their keys.
namespace steward::book {

[[nodiscard]] Status readRows(sqlite3* database, Entity entity, const std::function<bool(const Row&)>& row);
/// By record, then in the order they were learnt.
[[nodiscard]] Result<std::vector<ExternalKey>> readKeys(sqlite3* database, Entity entity);
[[nodiscard]] Result<std::vector<CustomValue>> readCustomValues(sqlite3* database, Entity entity);
/// By entity name, record, field, day and recorded. Values as the field's type.
[[nodiscard]] Result<std::vector<Change>> readChanges(sqlite3* database);

[[nodiscard]] Status readUsage(sqlite3* database, const Book::UsageVisitor& visit);

} // namespace steward::book
