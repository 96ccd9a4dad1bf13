// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/book/changeset.h"

/// Internal to core/book: a changeset taken apart and put together again (documented in sqlite3session.c, "CHANGESET
/// FORMAT"), for what the session extension has no function for.
namespace steward::book {

struct StoredValue
{
    enum Type : char
    {
        Absent = 0, ///< not carried: an update names only its key and what it changes
        Integer = 1,
        Real = 2,
        Text = 3,
        Blob = 4,
        Null = 5
    };
    Type type = Absent;
    qint64 number = 0; ///< an integer, or the bits of a real
    QByteArray bytes;  ///< of a text or blob; may refer to the changeset it was read from

    [[nodiscard]] bool isText() const { return type == Text; }
};
using StoredValues = std::vector<StoredValue>;

/// 0 and empty where the value is of another type or absent.
[[nodiscard]] inline qint64 numberAt(const StoredValues& values, std::size_t column)
{
    return column < values.size() && values[column].type == StoredValue::Integer ? values[column].number : 0;
}
[[nodiscard]] inline QString textAt(const StoredValues& values, std::size_t column)
{
    return column < values.size() && values[column].isText() ? QString::fromUtf8(values[column].bytes) : QString();
}

struct StoredRow
{
    ChangeKind kind = ChangeKind::Insert;
    StoredValues before; ///< of updates and deletes
    StoredValues after;  ///< of updates and inserts
    /// The side that carries the key.
    [[nodiscard]] const StoredValues& keyed() const { return kind == ChangeKind::Insert ? after : before; }
};

/// Hands every row to a function that may change its values, and puts the changeset together again.
/// "book.changeset.damaged" where it cannot be read to its end.
[[nodiscard]] Result<QByteArray> rewritten(const QByteArray& changeset,
                                           const std::function<void(const QByteArray& table, StoredRow& row)>& each);

} // namespace steward::book
