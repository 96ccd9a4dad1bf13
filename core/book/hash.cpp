// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/hash.h"

#include "core/base/xxh128.h"
#include "core/book/tables.h"

#include <QtEndian>
#include <sqlite3.h>

namespace steward::book {

namespace {

class Hasher
{
public:
    void add(const void* data, std::size_t size) { m_hash.add(data, size); }
    void add(qint64 number)
    {
        const qint64 ordered = qToBigEndian(number);
        add(&ordered, sizeof ordered);
    }
    void add(std::string_view text)
    {
        add(static_cast<qint64>(text.size()));
        add(text.data(), text.size());
    }
    [[nodiscard]] QByteArray finish() { return m_hash.finish(); }

private:
    Xxh128 m_hash;
};

void addColumn(Hasher& hasher, const Statement& row, int column)
{
    const int type = row.type(column);
    hasher.add(qint64(type));
    if (type == SQLITE_INTEGER) {
        hasher.add(row.integer(column));
    } else if (type == SQLITE_FLOAT) {
        const double value = row.real(column);
        hasher.add(&value, sizeof value);
    } else if (type != SQLITE_NULL) {
        hasher.add(row.utf8(column));
    }
}

Status addTable(Hasher& hasher, sqlite3* database, const QByteArray& table)
{
    Statement key(database, "SELECT group_concat('\"' || \"name\" || '\"') FROM (SELECT \"name\" FROM "
                            "pragma_table_info(?) WHERE \"pk\" > 0 ORDER BY \"pk\")");
    key.bindStatic(0, std::string_view(table.constData(), static_cast<std::size_t>(table.size())));
    const auto found = key.step();
    if (!found)
        return tl::unexpected(found.error());
    hasher.add(std::string_view(table.constData(), static_cast<std::size_t>(table.size())));
    Statement rows(database, "SELECT * FROM \"" + table + "\" ORDER BY " + key.text(0).toUtf8());
    qint64 count = 0;
    for (;; ++count) {
        const auto row = rows.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        for (int column = 0; column < rows.columns(); ++column)
            addColumn(hasher, rows, column);
    }
    hasher.add(count);
    return {};
}

} // namespace

Result<QByteArray> contentHash(sqlite3* database)
{
    Hasher hasher;
    for (const QByteArray& table : modelTables())
        if (auto done = addTable(hasher, database, table); !done)
            return tl::unexpected(done.error());
    return hasher.finish();
}

} // namespace steward::book
