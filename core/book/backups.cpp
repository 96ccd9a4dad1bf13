// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"

#include "core/base/atomic_file.h"
#include "core/base/failpoint.h"
#include "core/book/digest.h"
#include "core/book/file_header.h"
#include "core/book/holder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUrl>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace steward::book {

namespace {

constexpr auto timeFormat = "yyyyMMdd-HHmmsszzz";

QString timeText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(QLatin1String(timeFormat));
}

QDir backupFolder(const QString& book) { return QDir(QFileInfo(book).path() + QStringLiteral("/backups")); }

/// The time in "name.20261121-093012500.steward" or "name.v3-pre-migrate.20261121-093012500.steward".
std::optional<Instant> timeOf(const QString& fileName)
{
    const QString stem = QFileInfo(fileName).completeBaseName();
    QDateTime at = QDateTime::fromString(stem.section(u'.', -1), QLatin1String(timeFormat));
    at.setTimeSpec(Qt::UTC);
    return at.isValid() ? std::optional(Instant{at.toMSecsSinceEpoch()}) : std::nullopt;
}

QFileInfoList backupFiles(const QString& book)
{
    const QString pattern = QFileInfo(book).completeBaseName() + QStringLiteral(".*.steward");
    return backupFolder(book).entryInfoList({pattern}, QDir::Files, QDir::Name);
}

/// needed: bytes that were to be written.
Error cannotWrite(const QString& path, qint64 needed)
{
    return {hasRoomFor(path, needed) ? Code("file.unwritable") : Code("file.no-space"), ErrorKind::Io, {path}};
}

/// First column of the first row of a statement, as text; none on any error.
std::optional<QString> answer(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    std::optional<QString> result;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        result = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return result;
}

/// A backup is a plain file that nobody writes: immutable keeps SQLite from leaving anything beside it.
bool passesChecks(const QString& path)
{
    sqlite3* database = nullptr;
    const QByteArray name = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
    bool isSound =
        sqlite3_open_v2(name.constData(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) == SQLITE_OK;
    isSound = isSound && answer(database, "PRAGMA integrity_check(1)") == QStringLiteral("ok");
    isSound = isSound && !answer(database, "PRAGMA foreign_key_check");
    sqlite3_close(database);
    return isSound;
}

/// Brings what a crash left in the log into the file itself. False on a damaged file: the log is then kept beside the
/// old book. Another program that has the file locked is an error.
Result<bool> foldLogIntoFile(const QString& book)
{
    sqlite3* database = nullptr;
    bool isFolded =
        sqlite3_open_v2(QFile::encodeName(book).constData(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK;
    isFolded = isFolded && answer(database, "SELECT count(*) FROM sqlite_schema");
    isFolded = isFolded && answer(database, "PRAGMA journal_mode=DELETE") == QStringLiteral("delete");
    const bool isBusy = !isFolded && (sqlite3_errcode(database) & 0xff) == SQLITE_BUSY;
    sqlite3_close(database);
    return isBusy ? fail(Code("book.busy"), ErrorKind::Held, {QFileInfo(book).fileName()}) : Result<bool>(isFolded);
}

constexpr const char* leftovers[] = {"-wal", "-shm", "-journal"};

bool copyDurably(const QString& from, const QString& to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return false;
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    const int file = ::open(QFile::encodeName(to).constData(), O_RDWR | O_CLOEXEC);
    const bool isDurable = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return isDurable;
}

/// Leaves the old book at its place and gives it a second name; logs that could not be folded in move with it.
Result<QString> setAside(const QString& book, Instant now)
{
    const QFileInfo info(book);
    const QString aside = info.path() + u'/' + info.completeBaseName() + QStringLiteral(".replaced-") + timeText(now) +
                          QStringLiteral(".steward");
    const bool isThere = info.exists();
    const auto isFolded = isThere ? foldLogIntoFile(book) : Result<bool>(false);
    if (!isFolded)
        return tl::unexpected(isFolded.error());
    failpoint("book.restore.folded");
    if (isThere && ::link(QFile::encodeName(book).constData(), QFile::encodeName(aside).constData()) != 0 &&
        !copyDurably(book, aside))
        return tl::unexpected(cannotWrite(aside, info.size()));
    for (const char* suffix : leftovers) {
        const QString left = book + QLatin1String(suffix);
        if (QFile::exists(left) && !*isFolded)
            QFile::rename(left, aside + QLatin1String(suffix));
        QFile::remove(left);
    }
    return isThere ? aside : QString();
}

/// The newest of each bucket, for so many buckets.
template <class Bucket>
void keepNewestOf(const std::vector<Backup>& newestFirst, int buckets, Bucket bucket, QSet<QString>& kept)
{
    QSet<qint64> seen;
    for (const Backup& each : newestFirst) {
        if (seen.size() >= buckets)
            return;
        const qint64 key = bucket(QDateTime::fromMSecsSinceEpoch(each.at.ms, Qt::UTC).date());
        if (!seen.contains(key)) {
            seen.insert(key);
            kept.insert(each.path);
        }
    }
}

} // namespace

QString backupPath(const QString& book, Instant now, const QString& mark)
{
    const QString middle = mark.isEmpty() ? QString() : QString(mark + u'.');
    return backupFolder(book).filePath(QFileInfo(book).completeBaseName() + u'.' + middle + timeText(now) +
                                       QStringLiteral(".steward"));
}

Status verifyBackup(const QString& path, const Progress& progress)
{
    if (readFileHeader(path).kind != FileKind::Book || !passesChecks(path))
        return fail(Code("backup.damaged"), ErrorKind::Corrupt, {QFileInfo(path).fileName()});
    const auto digest = digestOf(path, progress);
    if (!digest)
        return tl::unexpected(digest.error());
    if (auto written = writeDigest(path, *digest); !written)
        return written;
    (void)syncFolder(QFileInfo(path).path());
    return {};
}

std::optional<Instant> newestBackupTime(const QString& book)
{
    std::optional<Instant> newest;
    for (const QFileInfo& file : backupFiles(book))
        newest = std::max(newest, timeOf(file.fileName()));
    return newest;
}

std::vector<Backup> listBackups(const QString& book, const Progress& progress)
{
    std::vector<Backup> backups;
    for (const QFileInfo& file : backupFiles(book)) {
        const auto at = timeOf(file.fileName());
        if (!at)
            continue;
        const auto now = digestOf(file.filePath(), progress);
        const bool isGood = now && compare(readDigest(file.filePath()), *now) == DigestVerdict::Same;
        backups.push_back({file.filePath(), *at, file.size(), isGood});
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.at > b.at; });
    return backups;
}

std::vector<Backup> superfluous(std::vector<Backup> backups, const Keep& keep)
{
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.at > b.at; });
    std::vector<Backup> good;
    std::copy_if(backups.begin(), backups.end(), std::back_inserter(good), [](const Backup& b) { return b.isGood; });
    QSet<QString> kept;
    for (std::size_t i = 0; i < good.size() && i < static_cast<std::size_t>(std::max(keep.recent, 1)); ++i)
        kept.insert(good[i].path);
    keepNewestOf(
        good, keep.daily, [](QDate day) { return day.toJulianDay(); }, kept);
    keepNewestOf(
        good, keep.weekly, [](QDate day) { return day.toJulianDay() / 7; }, kept);
    keepNewestOf(
        good, keep.monthly, [](QDate day) { return qint64(day.year()) * 12 + day.month(); }, kept);
    std::erase_if(good, [&](const Backup& b) { return kept.contains(b.path); });
    return good;
}

void rotateBackups(const QString& book, const Keep& keep)
{
    for (const Backup& each : superfluous(listBackups(book, {}), keep)) {
        QFile::remove(each.path);
        QFile::remove(digestPath(each.path));
    }
}

Result<QString> restoreBackup(const QString& backup, const QString& book, Instant now, const Progress& progress)
{
    if (readFileHeader(backup).kind != FileKind::Book || !passesChecks(backup))
        return fail(Code("backup.damaged"), ErrorKind::Corrupt, {QFileInfo(backup).fileName()});
    const auto digest = digestOf(backup, progress);
    if (!digest)
        return tl::unexpected(digest.error());
    if (compare(readDigest(backup), *digest) == DigestVerdict::Damaged)
        return fail(Code("backup.damaged"), ErrorKind::Corrupt, {QFileInfo(backup).fileName()});
    // A file that is read-only on purpose stays, also in a folder that is not.
    if (QFileInfo::exists(book) && ::access(QFile::encodeName(book).constData(), W_OK) != 0)
        return tl::unexpected(cannotWrite(book, 0));
    const auto holder = HolderFile::take(book, thisProcess(QCoreApplication::applicationVersion(), now));
    if (!holder)
        return tl::unexpected(holder.error());
    const QString arriving = book + QStringLiteral(".restoring");
    if (!copyDurably(backup, arriving)) {
        const Error error = cannotWrite(book, digest->size);
        QFile::remove(arriving);
        return tl::unexpected(error);
    }
    failpoint("book.restore.copied");
    auto aside = setAside(book, now);
    if (!aside) {
        QFile::remove(arriving);
        return aside;
    }
    failpoint("book.restore.aside");
    if (::rename(QFile::encodeName(arriving).constData(), QFile::encodeName(book).constData()) != 0)
        return tl::unexpected(cannotWrite(book, 0));
    failpoint("book.restore.renamed");
    (void)syncFolder(QFileInfo(book).path());
    if (auto written = writeDigest(book, *digest); !written)
        return tl::unexpected(written.error());
    return aside;
}

} // namespace steward::book
