// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/workspace/workspace.h"
#include "tests/support/printers.h"

#include <QFile>
#include <QTemporaryDir>

/// A backup waits until nobody changes anything: a process that is killed meanwhile leaves it to the next one.
using namespace steward;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a backup that a killed process did not come to is made by the next one, also when it changes nothing",
          "[P14]")
{
    constexpr qint64 minute = 60'000;
    QTemporaryDir folder;
    qint64 now = QDateTime(QDate(2026, 11, 19), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    book::OpenOptions options;
    options.clock = {[] { return QDate(2026, 11, 19); }, [&now] { return Instant{now}; }};
    const QString path = folder.filePath(u"west.steward"_s);
    const QString left = folder.filePath(u"left.steward"_s);
    REQUIRE(book::Book::create(path, options));
    {
        auto killed = Workspace::openToWrite(path, options);
        REQUIRE(killed);
        REQUIRE((*killed)->edit({Code("edit.test"), {}}, [](book::Edit& edit) -> Status {
            Account account;
            account.name = u"Acme"_s;
            const auto saved = edit.save(account);
            return saved ? Status() : tl::unexpected(saved.error());
        }));
        // What a kill leaves on the disk: the book and its log, nothing put in order.
        for (const auto& ending : {u""_s, u"-wal"_s})
            REQUIRE(QFile::copy(path + ending, left + ending));
    }
    const auto backups = [&] { return book::listBackups(left, {}); };
    const auto openAndClose = [&] {
        auto workspace = Workspace::openToWrite(left, options);
        REQUIRE(workspace);
        CHECK((*workspace)->close());
    };
    now += 10 * minute;
    openAndClose();
    CHECK(backups().empty()); // not due yet
    now += 25 * minute;
    openAndClose();
    REQUIRE(backups().size() == 1);
    CHECK(backups().front().isGood);
    auto restored = book::Book::open(backups().front().path, options);
    REQUIRE(restored);
    int accounts = 0;
    REQUIRE((*restored)->forEach(Entity::Account, [&](const Row&) { return ++accounts > 0; }));
    CHECK(accounts == 1);
    now += 60 * minute;
    openAndClose();
    CHECK(backups().size() == 1); // nothing changed since
}
