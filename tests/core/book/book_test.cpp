// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include <QFile>

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

Account acme()
{
    Account account;
    account.name = QStringLiteral("Acme Hölding");
    account.stage = QStringLiteral("onboarding");
    account.currency = Currency("EUR");
    account.tags = {QStringLiteral("key"), QStringLiteral("nord")};
    return account;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Account readAccount(Book& book, AccountId id)
{
    Account found;
    must(book.forEach(Entity::Account, [&](const Row& row) {
        if (std::get<qint64>(row[IdField]) == id.value())
            found = fromRow<Account>(row);
        return true;
    }));
    return found;
}

} // namespace

TEST_CASE("an edit is there after closing and opening, and undo and redo give the exact book back", "[book]")
{
    TestBook t;
    const QByteArray empty = t.hash();
    Account account = acme();
    const auto made = t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
    CHECK(made.rows == 2); // the account and its stage in the history of changes
    REQUIRE(made.accounts.size() == 1);
    CHECK(made.accounts.front().value() == account.id);
    const QByteArray withAcme = t.hash();

    Ticket ticket;
    ticket.account = AccountId(account.id);
    ticket.subject = QStringLiteral("Export fails");
    ticket.opened = QDate(2026, 11, 1);
    t.edit([&](Edit& edit) { return edit.save(ticket).map([](auto) {}); });
    const QByteArray withTicket = t.hash();
    CHECK(withTicket != withAcme);

    t.reopen();
    CHECK(t.hash() == withTicket);
    CHECK(readAccount(*t.book, AccountId(account.id)).name == account.name);
    const auto undone = must(t.book->undo());
    CHECK(undone.accounts.front().value() == account.id);
    CHECK(t.hash() == withAcme);
    must(t.book->undo());
    CHECK(t.hash() == empty);
    CHECK(t.book->undo().error().kind == ErrorKind::NotFound);
    must(t.book->redo());
    CHECK(t.hash() == withAcme);
    must(t.book->redo());
    CHECK(t.hash() == withTicket);
    CHECK(t.book->redo().error().kind == ErrorKind::NotFound);
}

TEST_CASE("an edit that changes nothing leaves no edit", "[book]")
{
    TestBook t;
    Account account = acme();
    t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
    const auto again = t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
    CHECK(again.id == 0);
    CHECK(again.rows == 0);
    CHECK(must(t.book->history(10)).size() == 1);
}

TEST_CASE("work that fails leaves the book as it was", "[book]")
{
    TestBook t;
    const QByteArray before = t.hash();
    Account account = acme();
    const auto failed = t.book->edit({Code("test.edit"), {}}, QStringLiteral("Ana"), [&](Edit& edit) -> Status {
        must(edit.save(account));
        return fail(Code("test.stop"), ErrorKind::Cancelled);
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Code("test.stop"));
    CHECK(t.hash() == before);
    CHECK(must(t.book->history(10)).empty());
}

TEST_CASE("a reference to nothing is refused at the end of the edit", "[book]")
{
    TestBook t;
    const QByteArray before = t.hash();
    Ticket ticket;
    ticket.account = AccountId(4711);
    const auto failed = t.book->edit({Code("test.edit"), {}}, QStringLiteral("Ana"),
                                     [&](Edit& edit) { return edit.save(ticket).map([](auto) {}); });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Code("book.reference"));
    CHECK(t.hash() == before);
}

TEST_CASE("a book that was only looked at is byte for byte the same", "[book]")
{
    TestBook t;
    Account account = acme();
    t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
    must(t.book->close());
    const QByteArray before = bytesOf(t.path());
    t.book = must(Book::open(t.path(), t.options()));
    (void)t.hash();
    (void)must(t.book->search(QStringLiteral("acme"), 10));
    must(t.book->close());
    CHECK(bytesOf(t.path()) == before);
    CHECK_FALSE(QFile::exists(t.path() + QStringLiteral("-wal")));
    CHECK_FALSE(QFile::exists(t.path() + QStringLiteral("-shm")));
    CHECK(bytesOf(t.path()).mid(18, 2) == QByteArray("\x01\x01", 2)); // rollback journal, not WAL
}

TEST_CASE("a new edit ends redo, and the history keeps what was undone", "[book]")
{
    TestBook t;
    Account account = acme();
    t.edit([&](Edit& edit) { return edit.save(account).map([](auto) {}); });
    must(t.book->undo());
    Account other = acme();
    t.edit([&](Edit& edit) { return edit.save(other).map([](auto) {}); });
    CHECK(t.book->redo().error().code == Code("book.redo.none"));
    const auto history = must(t.book->history(10));
    REQUIRE(history.size() == 2);
    CHECK(history[1].undone);
    CHECK_FALSE(history[1].isUndoable);
    must(t.book->undo());
    must(t.book->redo());
    CHECK(t.book->redo().error().code == Code("book.redo.none"));
}

TEST_CASE("the label of an edit survives with its typed arguments", "[book]")
{
    TestBook t;
    const Message label{Code("test.label"),
                        {qint64(9'007'199'254'740'993), 0.1, QStringLiteral("Müller \"& Söhne\""), QDate(2024, 2, 29),
                         Money{-123'456, Currency("EUR")}}};
    Account account = acme();
    must(t.book->edit(label, QStringLiteral("Ana"), [&](Edit& edit) { return edit.save(account).map([](auto) {}); }));
    t.reopen();
    const auto history = must(t.book->history(1));
    REQUIRE(history.size() == 1);
    CHECK(history[0].label == label);
    CHECK(history[0].actor == QStringLiteral("Ana"));
    CHECK(history[0].at == t.now);
}

TEST_CASE("the same outside key gives the same id in two books, and another when that id is taken", "[book]")
{
    TestBook one;
    TestBook two;
    const auto idIn = [](TestBook& t) {
        qint64 id = 0;
        t.edit([&](Edit& edit) -> Status {
            id = edit.idFor(Entity::Account, QStringLiteral("crm"), QStringLiteral("001A"));
            Row row = toRow(acme());
            row[IdField] = id;
            return edit.insert(Entity::Account, std::span(&row, 1));
        });
        return id;
    };
    const qint64 first = idIn(one);
    CHECK(first > 0);
    CHECK(idIn(two) == first);
    CHECK(idIn(two) != first);
}
