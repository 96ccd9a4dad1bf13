// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include <QDir>

using namespace steward;
using namespace steward::tests;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Status addAccounts(book::Edit& edit, int count)
{
    for (int i = 0; i < count; ++i) {
        Account account;
        account.name = QStringLiteral("Account %1").arg(i);
        if (const auto saved = edit.save(account); !saved)
            return tl::unexpected(saved.error());
    }
    return {};
}

} // namespace

TEST_CASE("what is only tried out is known, and a book that was not edited keeps its bytes and its folder", "[book]")
{
    TestBook desk;
    desk.edit([](book::Edit& edit) { return addAccounts(edit, 3); });
    desk.reopen();
    const QByteArray before = bytesOf(desk.path());
    const QByteArray hash = desk.hash();
    bool isDone = false;
    must(desk.book->tryOut([&](book::Edit& edit) {
        const Status done = addAccounts(edit, 20'000);
        isDone = done.has_value();
        return done;
    }));
    CHECK(isDone);
    CHECK(desk.hash() == hash);
    CHECK(must(desk.book->history(10)).size() == 1);
    must(desk.book->close());
    CHECK(bytesOf(desk.path()) == before);
    const QStringList left = QDir(desk.folder.path()).entryList(QDir::Files | QDir::Hidden);
    for (const QString& each : left)
        CHECK_FALSE((each.endsWith(QStringLiteral("-journal")) || each.endsWith(QStringLiteral("-wal"))));
}

TEST_CASE("work that fails on trial tells why, and edits go on before and after", "[book]")
{
    TestBook desk;
    const Status failed = desk.book->tryOut([](book::Edit& edit) -> Status {
        if (auto added = addAccounts(edit, 1); !added)
            return added;
        return fail(Code("test.failed"));
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == Code("test.failed"));
    desk.edit([](book::Edit& edit) { return addAccounts(edit, 2); });
    must(desk.book->tryOut([](book::Edit& edit) { return addAccounts(edit, 5); }));
    desk.edit([](book::Edit& edit) { return addAccounts(edit, 1); });
    desk.reopen();
    qint64 accounts = 0;
    must(desk.book->forEach(Entity::Account, [&](const Row&) {
        ++accounts;
        return true;
    }));
    CHECK(accounts == 3);
    CHECK(must(desk.book->check({})).problems.empty());
}
