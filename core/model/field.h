// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/model/entity.h"

#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

namespace steward {

/// How a field is written: in the file as SQLite stores it, in CSV and JSON as text.
enum class FieldType
{
    Text,       ///< UTF-8 text; empty = unknown = NULL
    Integer,    ///< 64-bit
    Real,       ///< double; for scores, rates and measures, never for money
    Flag,       ///< 0/1
    Day,        ///< ISO date as TEXT
    Instant,    ///< UTC milliseconds since 1970 as INTEGER
    Amount,     ///< minor units as INTEGER; its currency is the row's "currency" field
    Currency,   ///< ISO 4217 code as TEXT
    Reference,  ///< record id of the target entity as INTEGER
    References, ///< JSON array of record ids as TEXT
    Texts,      ///< JSON array of texts as TEXT
    Json        ///< JSON as TEXT, shape owned by the room that uses it
};

/// What looking back, history, search, matching and erasing need to know of a field. Flags.
enum class Trait : unsigned
{
    None = 0,
    Happened = 1,    ///< the day of the row: a row dated later is absent when looking back
    Outcome = 2,     ///< closed, paid, left, ended ...: reads as empty when later than the day looked back to. A text
                     ///< (status, reason) became known with the entity's first outcome day, else when it was recorded
    History = 4,     ///< decides figures: every value is kept in the change table with the day it holds from
    Personal = 8,    ///< personal data of a contact: erased and exported with the person
    Searchable = 16, ///< in the full-text index
    Key = 32,        ///< with the other keys it identifies a row that has no outside id
    Canonical = 64   ///< a code of a word list (content/words.json), not free text
};

[[nodiscard]] constexpr Trait operator|(Trait a, Trait b)
{
    return static_cast<Trait>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool has(Trait traits, Trait one)
{
    return (static_cast<unsigned>(traits) & static_cast<unsigned>(one)) != 0;
}

/// A JSON text that is carried, not looked into.
struct Json
{
    QString text;
    friend bool operator==(const Json&, const Json&) = default;
};

/// One field of an entity, bound to the member that holds it.
template <class Owner, class Member>
struct Field
{
    const char* name;
    Member Owner::*member;
    Trait traits;
};

template <class Owner, class Member>
[[nodiscard]] constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, Trait traits = Trait::None)
{
    return {name, member, traits};
}

/// The value of any field in a table-neutral form. monostate = unknown. Flag, Instant, Amount and Reference are qint64.
using FieldValue = std::variant<std::monostate, qint64, double, QString, QDate>;

/// All fields of a record in the order of its entity's catalogue entry.
using Row = std::vector<FieldValue>;

} // namespace steward
