// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/core/book/memory_book.h"
#include "tests/support/printers.h"

#include "core/book/digest.h"
#include "core/book/holder.h"
#include "core/book/reading_guard.h"
#include "core/book/statement.h"

#include <QDir>
#include <QElapsedTimer>

using namespace steward;
using namespace steward::book;
using steward::tests::MemoryBook;
using steward::tests::must;
using steward::tests::noticesOf;
using steward::tests::TestBook;

/// What a book does for itself, without being asked.
namespace {

constexpr qint64 dayMs = 86'400'000;

void addAccount(TestBook& t, const char* name)
{
    Account account;
    account.name = QString::fromLatin1(name);
    account.stage = QStringLiteral("adoption");
    t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
}

/// As if the book had been closed like this, and examined in full so long ago.
void vouchFor(TestBook& t, qint64 daysSinceCheck)
{
    Digest digest = must(digestOf(t.path(), {}));
    digest.checked = Instant{t.now.ms - daysSinceCheck * dayMs};
    must(writeDigest(t.path(), digest));
}

} // namespace

TEST_CASE("closing after a change drops what can no longer be undone, and keeps its label", "[book][care]")
{
    TestBook t;
    must(t.book->close());
    t.tamper(R"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
INSERT INTO edit (id, label, label_arguments, actor, at, rows, changeset_size, changeset)
SELECT i, 'edit.sample', '', '', i, 1, 10000000, x'00' FROM n)");
    const auto kept = [&] {
        const auto history = must(t.book->history(100));
        return std::count_if(history.begin(), history.end(), [](const auto& entry) { return entry.isUndoable; });
    };
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(kept() == 40);
    t.reopen();
    CHECK(kept() == 40);
    addAccount(t, "Acme");
    t.reopen();
    CHECK(kept() == 20);
    CHECK(must(t.book->history(100)).size() == 42);
}

TEST_CASE("once a week a book that is opened to be changed is examined in full, whatever its digest says",
          "[book][care]")
{
    TestBook t;
    addAccount(t, "Acme");
    must(t.book->close());
    t.tamper("UPDATE account SET stage = 'lost'");
    vouchFor(t, 6);
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(noticesOf(*t.book).empty());
    must(t.book->close());

    vouchFor(t, 7);
    OpenOptions look = t.options();
    look.access = Access::ReadOnly;
    t.book = must(Book::open(t.path(), look));
    CHECK(noticesOf(*t.book).empty());
    must(t.book->close());
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(noticesOf(*t.book) == std::vector{Code("book.check-found")});
    t.reopen();
    CHECK(noticesOf(*t.book).empty());
    CHECK(must(Result<Digest>(*readDigest(t.path()))).checked == t.now);
}

TEST_CASE("that another program wrote to the book is part of its history, and undo steps over it", "[book][care]")
{
    TestBook t;
    addAccount(t, "Acme");
    const QByteArray before = t.hash();
    addAccount(t, "Bolt");
    must(t.book->close());
    t.tamper("CREATE TABLE passing (x); DROP TABLE passing");
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(noticesOf(*t.book) == std::vector{Code("book.other-writer")});
    const auto history = must(t.book->history(10));
    REQUIRE(history.size() == 3);
    CHECK(history[0].label == Message{Code("history.other-writer"), {}});
    CHECK_FALSE(history[0].isUndoable);
    CHECK(history[0].whyNot == Message{Code("history.foreign"), {}});
    t.reopen();
    CHECK(must(t.book->history(10)).size() == 3);
    must(t.book->undo());
    CHECK(t.hash() == before);
}

TEST_CASE("what a crash of Steward left is recovered and not put down to another program", "[book][care]")
{
    TestBook t;
    addAccount(t, "Acme");
    must(t.book->close());
    t.tamper("CREATE TABLE passing (x); DROP TABLE passing");
    Holder dead = thisProcess({}, t.now);
    QFile lock(holderPath(t.path()));
    REQUIRE(lock.open(QIODevice::WriteOnly));
    lock.write((dead.user + u'\t' + dead.host + QStringLiteral("\t999999999\t1\t\n")).toUtf8());
    lock.close();
    t.book = must(Book::open(t.path(), t.options()));
    CHECK(noticesOf(*t.book) == std::vector{Code("book.recovered")});
    CHECK(must(t.book->history(10)).size() == 1);
    t.reopen();
    CHECK(noticesOf(*t.book).empty());
}

TEST_CASE("under the guard a connection reads and does nothing else, and not for ever", "[book][care]")
{
    MemoryBook book;
    const char* const forbidden[] = {"ATTACH ':memory:' AS other", "PRAGMA foreign_keys=OFF",   "DELETE FROM person",
                                     "CREATE TABLE eve (x)",       "UPDATE meta SET value = 1", "DROP TABLE edit"};
    {
        const ReadingGuard guard(book.handle(), 50);
        for (const char* sql : forbidden) {
            INFO(sql);
            CHECK_FALSE(execute(book.handle(), sql));
        }
        CHECK(integerAnswer(book.handle(), "SELECT count(*) FROM person"));
        QElapsedTimer timer;
        timer.start();
        const auto endless = integerAnswer(
            book.handle(), "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n");
        CHECK_FALSE(endless);
        CHECK(timer.elapsed() < 30'000);
    }
    for (const char* sql : forbidden)
        CHECK(execute(book.handle(), sql));
}

TEST_CASE("a search still finds what it should under the guard", "[book][care]")
{
    TestBook t;
    addAccount(t, "Acme");
    t.reopen();
    CHECK(must(t.book->search(QStringLiteral("acm"), 10)).size() == 1);
    addAccount(t, "Acme two");
    CHECK(must(t.book->search(QStringLiteral("acm"), 10)).size() == 2);
}

TEST_CASE("a new book takes its name only when it is whole, and what a crash left is no obstacle", "[book][care]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("New.steward"));
    for (const char* name : {".New.steward.new", ".New.steward.new-journal"}) {
        QFile left(folder.filePath(QString::fromLatin1(name)));
        REQUIRE(left.open(QIODevice::WriteOnly));
        left.write("half a book");
    }
    OpenOptions options;
    options.clock = {[] { return QDate(2026, 11, 21); }, [] { return Instant{1'795'253'400'000}; }};
    auto book = must(Book::create(path, options));
    CHECK(must(book->check({})).problems.empty());
    must(book->close());
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) ==
          QStringList{QStringLiteral(".New.steward.digest"), QStringLiteral("New.steward")});

    CHECK(Book::create(path, options).error().code == Code("book.file-exists"));
    const QString nowhere = folder.filePath(QStringLiteral("no/such/New.steward"));
    CHECK(Book::create(nowhere, options).error().code == Code("file.no-folder"));
    const QString other = folder.filePath(QStringLiteral("Other.steward"));
    must(moveBook(path, other));
    CHECK(must(Book::open(other, options))->opened().notices.empty());
    must(must(Book::create(path, options))->close());
    CHECK(moveBook(other, path).error().code == Code("book.file-exists"));
}
