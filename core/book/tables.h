// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/statement.h"
#include "core/model/catalogue.h"

/// Internal to core/book: how the rows of the catalogue lie in tables.
namespace steward::book {

/// The tables whose content is the book: those of the catalogue in its order, then external_key, change, custom_value,
/// usage, unlinked_usage. Only these are attached to a session and counted in the hash.
[[nodiscard]] const std::vector<QByteArray>& modelTables();
[[nodiscard]] QByteArray tableOf(Entity entity);
/// By table name; none for the tables that are no entity.
[[nodiscard]] std::optional<Entity> entityOfTable(std::string_view table);

/// "id","recorded",... in catalogue order.
[[nodiscard]] QByteArray columnList(Entity entity);
/// SELECT of all columns in catalogue order; tail is WHERE and ORDER BY.
[[nodiscard]] QByteArray selectSql(Entity entity, const char* tail = "");
[[nodiscard]] QByteArray insertSql(Entity entity);
/// All columns but the id, which is the last parameter.
[[nodiscard]] QByteArray updateSql(Entity entity);

/// Every value of a field with a history is in the change table; of an outcome those since it was first changed.
[[nodiscard]] inline bool keepsChanges(const FieldInfo& field)
{
    return field.is(Trait::History) || field.is(Trait::Outcome);
}

/// What the table will hold: empty texts, invalid days, references to 0 and NaN are unknown; numbers in real columns
/// are doubles.
[[nodiscard]] FieldValue normalised(const FieldInfo& field, const FieldValue& value);
void normalise(const EntityInfo& entity, Row& row);

void bindValue(Statement& statement, int parameter, const FieldValue& value);
/// A column as the field's type. What does not fit its type is given as text, for check to find.
[[nodiscard]] FieldValue columnValue(const Statement& statement, int column, FieldType type);
/// The row a statement of selectSql stands on.
[[nodiscard]] Row readRow(const Statement& statement, const EntityInfo& entity, int firstColumn = 0);

/// A record that is removed with the one it is part of: everything with account_id, phases of a subscription, roles of
/// a contact.
[[nodiscard]] bool isPartOf(const EntityInfo& entity, const FieldInfo& reference);

} // namespace steward::book
