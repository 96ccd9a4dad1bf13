// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/book/book_fixture.h"

#include "core/book/migrator.h"
#include "core/book/statement.h"

namespace steward::tests {

/// The schema in memory, for tests of the rooms behind the book.
class MemoryBook
{
public:
    MemoryBook()
    {
        REQUIRE(sqlite3_open(":memory:", &m_database) == SQLITE_OK);
        must(book::migrate(m_database, book::schemaSteps(), [] { return Status(); }));
    }
    ~MemoryBook() { sqlite3_close(m_database); }
    MemoryBook(const MemoryBook&) = delete;
    MemoryBook& operator=(const MemoryBook&) = delete;

    [[nodiscard]] sqlite3* handle() const { return m_database; }
    [[nodiscard]] QStringList dump(const char* table) const
    {
        QStringList rows;
        book::Statement statement(m_database, QByteArray("SELECT * FROM ") + table);
        while (must(statement.step())) {
            QStringList values;
            for (int i = 0; i < statement.columns(); ++i)
                values.append(statement.text(i));
            rows.append(values.join(u'|'));
        }
        return rows;
    }

private:
    sqlite3* m_database = nullptr;
};

} // namespace steward::tests
