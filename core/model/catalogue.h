// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facts.h"

#include <span>

/// The entities by name, at run time: what the book stores, exchange reads and writes, search indexes and erasing
/// searches is written once against this and not once per entity. Generated from the fields() of the facts.
namespace steward {

struct FieldInfo
{
    QString name; ///< canonical snake_case: column of the table, header of the CSV, key of JSON
    FieldType type;
    Trait traits;
    std::optional<Entity> target; ///< of Reference and References
    [[nodiscard]] bool is(Trait trait) const { return has(traits, trait); }
};

struct EntityInfo
{
    Entity entity;
    QString name; ///< singular snake_case: the table ("stage_move")
    QString kind; ///< plural: the KIND of the command line and the file of export all ("stage_moves")
    std::vector<FieldInfo> fields;
    bool ofAccount = false; ///< an AccountRecord: fields[4] is account_id, fields[5] unlinked
    int happened = -1;      ///< index of the field with Trait::Happened
    int currency = -1;      ///< index of the Currency field its Amounts are in
    /// Index by canonical name, or -1.
    [[nodiscard]] int indexOf(QStringView field) const;
};

/// Positions of the fields every record starts with.
enum : std::size_t
{
    IdField,
    RecordedField,
    ImportField,
    ArchivedField,
    AccountField,
    UnlinkedField
};

[[nodiscard]] const EntityInfo& info(Entity entity);
[[nodiscard]] std::span<const EntityInfo> catalogue();
/// By table name, kind, or an accepted other word ("surveys", "usage" has none); none when unknown.
[[nodiscard]] std::optional<Entity> entityNamed(QStringView name);

/// A record as values in catalogue order and back. Lossless: fromRow(toRow(x)) == x.
template <class T>
[[nodiscard]] Row toRow(const T& record);
template <class T>
[[nodiscard]] T fromRow(const Row& row);

} // namespace steward
