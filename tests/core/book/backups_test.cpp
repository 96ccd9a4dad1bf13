// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"

#include "core/book/digest.h"
#include "core/book/file_header.h"
#include "tests/support/printers.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <sqlite3.h>

using namespace steward;
using namespace steward::book;

namespace {

Instant at(int year, int month, int day, int hour = 12)
{
    return {QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch()};
}

void run(sqlite3* database, const QByteArray& sql)
{
    REQUIRE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

/// A small database that carries a book's application id and one text.
void writeBook(const QString& path, const QByteArray& text)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK);
    run(database, "PRAGMA application_id=" + QByteArray::number(applicationId) + "; PRAGMA user_version=1;");
    run(database, "CREATE TABLE t(x TEXT); INSERT INTO t VALUES('" + text + "');");
    sqlite3_close(database);
}

QByteArray textIn(const QString& path)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, "SELECT x FROM t", -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const QByteArray text(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return text;
}

void flipBit(const QString& path, qint64 offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    char byte = 0;
    REQUIRE(file.getChar(&byte));
    REQUIRE(file.seek(offset));
    REQUIRE(file.putChar(static_cast<char>(byte ^ 1)));
}

struct Shelf
{
    QTemporaryDir folder;
    QString book = folder.filePath(QStringLiteral("West book.steward"));

    QString add(Instant when, const QByteArray& text)
    {
        QDir().mkpath(folder.filePath(QStringLiteral("backups")));
        const QString path = backupPath(book, when);
        writeBook(path, text);
        REQUIRE(verifyBackup(path, {}));
        return path;
    }
};

} // namespace

TEST_CASE("a backup is listed as good only while its bytes are what was verified", "[backup]")
{
    Shelf shelf;
    const QString older = shelf.add(at(2026, 11, 1), "older");
    const QString newer = shelf.add(at(2026, 11, 2), "newer");
    flipBit(newer, 8000);
    const auto listed = listBackups(shelf.book, {});
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].path == newer);
    CHECK_FALSE(listed[0].isGood);
    CHECK(listed[1].isGood);
    CHECK(listed[1].at == at(2026, 11, 1));
    CHECK_FALSE(restoreBackup(newer, shelf.book, at(2026, 11, 3), {}));
    CHECK_FALSE(QFile::exists(shelf.book));
}

TEST_CASE("every single-bit flip of a backup is noticed", "[backup]")
{
    Shelf shelf;
    const QString path = shelf.add(at(2026, 11, 1), "x");
    const qint64 size = QFile(path).size();
    for (qint64 offset = 0; offset < size; offset += 211) {
        flipBit(path, offset);
        CHECK_FALSE(listBackups(shelf.book, {}).front().isGood);
        flipBit(path, offset);
    }
    CHECK(listBackups(shelf.book, {}).front().isGood);
}

TEST_CASE(
    "rotation keeps recent, daily, weekly and monthly ones, never drops the last good one and leaves damaged ones be",
    "[backup]")
{
    std::vector<Backup> backups;
    for (int hour = 0; hour < 24 * 400; ++hour) {
        const Instant when{at(2026, 11, 21).ms - qint64(hour) * 3'600'000};
        backups.push_back({QString::number(hour), when, 1, true});
    }
    const auto dropped = superfluous(backups, {});
    const std::size_t kept = backups.size() - dropped.size();
    CHECK(kept >= 12 + 13 + 6 + 10);
    CHECK(kept <= 12 + 14 + 8 + 12);
    CHECK(std::none_of(dropped.begin(), dropped.end(), [](const Backup& b) { return b.path == QStringLiteral("0"); }));

    std::vector<Backup> one{{QStringLiteral("good"), at(2020, 1, 1), 1, true},
                            {QStringLiteral("bad"), at(2026, 1, 1), 1, false}};
    CHECK(superfluous(one, {0, 0, 0, 0}).empty());
}

TEST_CASE("a restore never mixes the backup with an old log, and keeps what was there", "[restore]")
{
    Shelf shelf;
    const QString backup = shelf.add(at(2026, 11, 1), "from the backup");
    writeBook(shelf.book, "was there");
    // A log and a journal of somebody else's transaction beside the book: the worst leftovers.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        QFile left(shelf.book + QLatin1String(suffix));
        REQUIRE(left.open(QIODevice::WriteOnly));
        left.write(QByteArray(5000, '\x37'));
    }
    const auto replaced = restoreBackup(backup, shelf.book, at(2026, 11, 3), {});
    REQUIRE(replaced);
    CHECK(textIn(shelf.book) == "from the backup");
    CHECK(textIn(*replaced) == "was there");
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        CHECK_FALSE(QFile::exists(shelf.book + QLatin1String(suffix)));
    const auto digest = digestOf(shelf.book, {});
    REQUIRE(digest);
    CHECK(compare(readDigest(shelf.book), *digest) == DigestVerdict::Same);
}

TEST_CASE("what a crash left in the log of the replaced book is not lost", "[restore]")
{
    Shelf shelf;
    const QString backup = shelf.add(at(2026, 11, 1), "from the backup");
    const QString live = shelf.folder.filePath(QStringLiteral("live.steward"));
    writeBook(live, "old");
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(live).constData(), &database) == SQLITE_OK);
    run(database, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE t SET x='committed in the log';");
    // As a crash would leave it: the file and its log, with nobody behind them.
    REQUIRE(QFile::copy(live, shelf.book));
    REQUIRE(QFile::copy(live + QStringLiteral("-wal"), shelf.book + QStringLiteral("-wal")));
    sqlite3_close(database);
    const auto replaced = restoreBackup(backup, shelf.book, at(2026, 11, 3), {});
    REQUIRE(replaced);
    CHECK(textIn(*replaced) == "committed in the log");
    CHECK(textIn(shelf.book) == "from the backup");
}
