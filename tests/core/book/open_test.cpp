// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/core/book/memory_book.h"
#include "tests/support/printers.h"

#include "core/book/file_header.h"
#include "core/book/history.h"

#include <unistd.h>

using namespace steward;
using namespace steward::book;
using steward::tests::MemoryBook;
using steward::tests::must;
using steward::tests::noticesOf;
using steward::tests::TestBook;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

void addPerson(TestBook& t, const char* name)
{
    Person person;
    person.name = QString::fromLatin1(name);
    t.edit([&](Edit& edit) { return edit.save(person).map([](auto) {}); });
}

} // namespace

TEST_CASE("what is no book is named, and not one byte of it changes", "[book][open]")
{
    const auto [bytes, code] = GENERATE(table<QByteArray, const char*>({
        {QByteArray(), "book.empty.alone"},
        {QByteArray("account,name\n1,Acme\n"), "book.no-book.alone"},
        {QByteArray(5000, 'x'), "book.no-book.alone"},
    }));
    TestBook t;
    const QString path = t.folder.filePath(QStringLiteral("other.steward"));
    write(path, bytes);
    const auto opened = Book::open(path, t.options());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Code(code));
    CHECK(bytesOf(path) == bytes);
    CHECK(Book::open(t.folder.path(), t.options()).error().code == Code("book.no-file"));
    CHECK(Book::open(path + u'x', t.options()).error().kind == ErrorKind::NotFound);
    CHECK(Book::create(path, t.options()).error().code == Code("book.file-exists"));
}

TEST_CASE("a truncated book is recognised", "[book][open]")
{
    TestBook t;
    must(t.book->close());
    const QByteArray whole = bytesOf(t.path());
    for (const qsizetype size : {whole.size() - 1, whole.size() / 2, qsizetype(16384), qsizetype(101)}) {
        CAPTURE(size);
        write(t.path(), whole.left(size));
        const auto opened = Book::open(t.path(), t.options());
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == ErrorKind::Corrupt);
    }
}

TEST_CASE("a book of a newer program is shown and not touched, unless it says that this one may write", "[book][open]")
{
    TestBook t;
    addPerson(t, "Ana");
    must(t.book->close());
    t.tamper("PRAGMA user_version = 7; UPDATE meta SET value = '7'");
    const QByteArray before = bytesOf(t.path());
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(t.book->opened().access == Access::ReadOnly);
    CHECK(noticesOf(*t.book).front() == Code("book.newer"));
    CHECK(must(t.book->history(5)).size() == 1);
    Person person;
    const auto refused = t.book->edit({Code("test.edit"), {}}, QStringLiteral("Ana"),
                                      [&](Edit& edit) { return edit.save(person).map([](auto) {}); });
    CHECK(refused.error().kind == ErrorKind::ReadOnly);
    must(t.book->close());
    CHECK(bytesOf(t.path()) == before);
    t.tamper("UPDATE meta SET value = '1'");
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(t.book->opened().access == Access::ReadWrite);
    addPerson(t, "Ben");
}

TEST_CASE("bytes that the disk changed are told from another program's", "[book][open]")
{
    TestBook t;
    addPerson(t, "Ana of the long name that is easy to find");
    must(t.book->close());
    QByteArray bytes = bytesOf(t.path());
    const qsizetype at = bytes.indexOf("Ana of the long");
    REQUIRE(at > 0);
    bytes[at] = 'B';
    write(t.path(), bytes);
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(noticesOf(*t.book) == std::vector{Code("book.bytes-changed.alone")});
}

TEST_CASE("a trigger that somebody added is named and never runs", "[book][open]")
{
    TestBook t;
    must(t.book->close());
    t.tamper("CREATE TRIGGER eve AFTER INSERT ON person BEGIN DELETE FROM person; END");
    const QByteArray before = bytesOf(t.path());
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(t.book->opened().access == Access::ReadOnly);
    const auto& notice = t.book->opened().notices.back();
    CHECK(notice.code == Code("book.schema.foreign"));
    CHECK(std::get<QString>(notice.arguments.front()) == QStringLiteral("eve"));
    must(t.book->close());
    CHECK(bytesOf(t.path()) == before);
}

TEST_CASE("a second opener is told who holds the book", "[book][open]")
{
    TestBook t;
    const auto second = Book::open(t.path(), t.options());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Code("book.held"));
    CHECK(second.error().kind == ErrorKind::Held);
    addPerson(t, "Ana");
}

TEST_CASE("a book left in write-ahead mode without a log is read, and is plain again", "[book][open]")
{
    // Killed before its first commit: an empty log. Copied while it was open: none at all.
    const bool hasEmptyLog = GENERATE(true, false);
    CAPTURE(hasEmptyLog);
    TestBook t;
    addPerson(t, "Ana");
    const QByteArray hash = t.hash();
    must(t.book->close());
    QByteArray bytes = bytesOf(t.path());
    bytes[18] = bytes[19] = 2;
    write(t.path(), bytes);
    if (hasEmptyLog)
        write(t.path() + QStringLiteral("-wal"), {});
    OpenOptions looking = t.options();
    looking.access = Access::ReadOnly;
    t.book = must(Book::open(t.path(), looking));
    CHECK(t.hash() == hash);
    CHECK(noticesOf(*t.book) == std::vector{Code("book.recovered")});
    must(t.book->close());
    CHECK_FALSE(readFileHeader(t.path()).isWal);
    CHECK_FALSE(QFile::exists(t.path() + QStringLiteral("-wal")));
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(t.hash() == hash);
}

TEST_CASE("a backup is complete, plain and opens by itself", "[book][backup]")
{
    TestBook t;
    addPerson(t, "Ana");
    const QString copy = t.folder.filePath(QStringLiteral("copy.steward"));
    must(t.book->backup(copy, {}));
    CHECK_FALSE(QFile::exists(copy + QStringLiteral("-wal")));
    CHECK(t.book->backup(copy, {}).error().code == Code("book.file-exists"));
    const QString nowhere = t.folder.filePath(QStringLiteral("no/such/copy.steward"));
    CHECK(t.book->backup(nowhere, {}).error().code == Code("file.no-folder"));
    CHECK_FALSE(QFile::exists(t.folder.filePath(QStringLiteral("no"))));
    const auto opened = must(Book::open(copy, t.options()));
    CHECK(must(opened->hash()) == t.hash());
    CHECK(opened->opened().notices.empty());
}

TEST_CASE("pruning keeps labels, the newest edits, and all within days or bytes", "[book][history]")
{
    MemoryBook book;
    constexpr qint64 day = 86'400'000;
    for (int i = 1; i <= 40; ++i)
        must(recordEdit(book.handle(), {{Code("test.edit"), {}},
                                        QStringLiteral("Ana"),
                                        Instant{i * day},
                                        1,
                                        QByteArray(1000, static_cast<char>(i))}));
    const auto kept = [&] {
        const auto history = must(readHistory(book.handle(), 100));
        CHECK(history.size() == 40);
        return std::count_if(history.begin(), history.end(), [](const auto& entry) { return entry.isUndoable; });
    };
    const Instant now{200 * day};
    CHECK(must(pruneHistory(book.handle(), now, {20, 300, 0})) == 0);       // all young
    CHECK(must(pruneHistory(book.handle(), now, {20, 90, 64 << 20})) == 0); // all within the bytes
    CHECK(must(pruneHistory(book.handle(), now, {20, 175, 0})) == 20);
    CHECK(kept() == 20);
    must(nextUndo(book.handle()));
}
