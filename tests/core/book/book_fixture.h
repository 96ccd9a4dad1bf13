// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <sqlite3.h>

/// A new book in a folder of its own, with a clock that the test moves.
namespace steward::tests {

template <class T>
T must(Result<T> result)
{
    if (!result)
        FAIL("error " << result.error().code.id());
    return std::move(*result);
}
inline void must(const Status& status)
{
    if (!status)
        FAIL("error " << status.error().code.id());
}

class TestBook
{
public:
    TestBook() { book = must(book::Book::create(path(), options())); }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("West book.steward")); }
    [[nodiscard]] book::OpenOptions options()
    {
        book::OpenOptions options;
        options.clock = {[this] { return today; }, [this] { return now; }};
        return options;
    }
    void reopen()
    {
        must(book->close());
        book = must(book::Book::open(path(), options()));
    }
    book::Book::Edited edit(const book::Book::Work& work)
    {
        now.ms += 1000;
        return must(book->edit({Code("test.edit"), {}}, QStringLiteral("Ana"), work));
    }
    QByteArray hash() { return must(book->hash()); }
    /// What another program would do to the closed file.
    void tamper(const char* sql)
    {
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(QFile::encodeName(path()).constData(), &raw) == SQLITE_OK);
        CHECK(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(raw);
    }

    QTemporaryDir folder;
    QDate today = QDate(2026, 11, 21);
    Instant now{1'795'253'400'000};
    std::unique_ptr<book::Book> book;
};

/// Codes of what opening the book had to say.
inline std::vector<Code> noticesOf(const book::Book& book)
{
    std::vector<Code> codes;
    for (const Message& notice : book.opened().notices)
        codes.push_back(notice.code);
    return codes;
}

} // namespace steward::tests
