// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/erased_copies.h"

#include "core/base/atomic_file.h"
#include "core/book/backups.h"
#include "core/book/digest.h"
#include "core/book/eraser.h"
#include "core/book/file_header.h"
#include "core/book/migrator.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace steward::book {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

constexpr const char* logs[] = {"-wal", "-journal", "-shm"};

/// A plain file is read without leaving anything beside it.
Database openToLook(const QString& path)
{
    sqlite3* raw = nullptr;
    const QByteArray name = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
    const int code = sqlite3_open_v2(name.constData(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    Database database(raw);
    return code == SQLITE_OK ? std::move(database) : Database();
}

bool hasLog(const QString& path)
{
    return std::any_of(std::begin(logs), std::end(logs),
                       [&](const char* log) { return QFileInfo(path + QLatin1String(log)).size() > 0; });
}

bool isReadable(const QString& path)
{
    const FileHeader header = readFileHeader(path);
    return header.kind == FileKind::Book && header.userVersion == schemaSteps().size() && !hasLog(path);
}

/// none where the copy cannot be read to its end.
std::optional<bool> holds(const QString& path, const Traces& traces, const Progress& progress)
{
    if (!isReadable(path))
        return std::nullopt;
    const Database database = openToLook(path);
    if (!database)
        return std::nullopt;
    const auto found = Eraser(database.get(), traces, progress).preview();
    if (!found)
        return std::nullopt;
    return found->fields + found->texts + found->keys + found->edits > 0;
}

/// When the first change was made: copies of a book share it, other books do not. none where nobody can tell.
std::optional<qint64> originOf(const QString& path)
{
    if (readFileHeader(path).kind != FileKind::Book)
        return std::nullopt;
    const Database database = openToLook(path);
    const auto at = database ? integerAnswer(database.get(), R"(SELECT "at" FROM "edit" ORDER BY "id" LIMIT 1)")
                             : Result<qint64>(0);
    return at && *at > 0 ? std::optional(*at) : std::nullopt;
}

QStringList copiesOf(const QString& book)
{
    const QFileInfo info(QFileInfo(book).canonicalFilePath());
    const QString stem = info.completeBaseName();
    QStringList paths;
    const auto add = [&](const QDir& folder, const QString& start) {
        for (const QFileInfo& file : folder.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name))
            if (file.fileName().startsWith(start) && file.fileName().endsWith(QStringLiteral(".steward")))
                paths << file.filePath();
    };
    add(QDir(info.path() + QStringLiteral("/backups")), stem + u'.');
    add(info.dir(), stem + QStringLiteral(".replaced-"));
    // What somebody saved beside the book under a name of his own.
    const auto origin = originOf(info.filePath());
    for (const QFileInfo& file : info.dir().entryInfoList({QStringLiteral("*.steward")}, QDir::Files, QDir::Name))
        if (origin && file != info && !paths.contains(file.filePath()) && originOf(file.filePath()) == origin)
            paths << file.filePath();
    return paths;
}

Status unwritable(const QString& path) { return fail(Code("file.unwritable"), ErrorKind::Io, {path}); }

Status eraseFrom(const QString& path, const Traces& traces, const QString& actor, Instant now, const Progress& progress)
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const Database database(raw);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    sqlite3_extended_result_codes(raw, 1);
    // The file is private and given up when this fails: nothing of the person goes to a journal.
    for (const char* sql : {"PRAGMA journal_mode=MEMORY", "PRAGMA temp_store=MEMORY", "PRAGMA secure_delete=ON",
                            "PRAGMA trusted_schema=OFF", "BEGIN IMMEDIATE"})
        if (auto done = execute(raw, sql); !done)
            return done;
    if (const auto erased = Eraser(raw, traces, progress).erase(actor, now); !erased)
        return tl::unexpected(erased.error());
    if (auto done = execute(raw, "COMMIT"); !done)
        return done;
    return compactAfterErasure(raw);
}

/// Into a private file beside the copy, verified, in its place. The digest beside it follows.
Status redactInto(const QString& arriving, const QString& path, const std::function<Status()>& erase,
                  const Progress& progress)
{
    QFile::remove(arriving);
    const ::mode_t mask = ::umask(0077);
    const bool isCopied = QFile::copy(path, arriving);
    ::umask(mask);
    if (!isCopied)
        return unwritable(arriving);
    QFile::setPermissions(arriving, QFile::ReadOwner | QFile::WriteOwner);
    if (auto done = erase(); !done)
        return done;
    if (auto verified = verifyBackup(arriving, progress); !verified)
        return verified;
    const auto digest = digestOf(arriving, progress);
    if (!digest)
        return tl::unexpected(digest.error());
    if (::rename(QFile::encodeName(arriving).constData(), QFile::encodeName(path).constData()) != 0)
        return unwritable(path);
    if (auto written = writeDigest(path, *digest); !written)
        return written;
    return syncFolder(QFileInfo(path).path());
}

} // namespace

std::vector<HoldingCopy> copiesHolding(const QString& book, const Traces& traces, const Progress& progress)
{
    std::vector<HoldingCopy> copies;
    for (const QString& path : copiesOf(book)) {
        const auto held = holds(path, traces, progress);
        if (!held || *held)
            copies.push_back({path, held.has_value()});
    }
    return copies;
}

Status redactCopy(const QString& path, const Traces& traces, const QString& actor, Instant now,
                  const Progress& progress)
{
    if (!isReadable(path))
        return fail(Code("book.copy.unreadable"), ErrorKind::Corrupt, {QFileInfo(path).fileName()});
    const QString arriving =
        QFileInfo(path).path() + QStringLiteral("/.") + QFileInfo(path).fileName() + QStringLiteral(".redacting");
    const auto erase = [&] { return eraseFrom(arriving, traces, actor, now, progress); };
    auto done = redactInto(arriving, path, erase, progress);
    QFile::remove(arriving);
    QFile::remove(digestPath(arriving));
    return done;
}

Status dropCopy(const QString& path)
{
    for (const char* log : logs)
        QFile::remove(path + QLatin1String(log));
    QFile::remove(digestPath(path));
    return QFile::remove(path) || !QFileInfo::exists(path) ? Status() : unwritable(path);
}

} // namespace steward::book
