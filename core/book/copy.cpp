// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/copy.h"

#include "core/base/failpoint.h"
#include "core/book/backups.h"
#include "core/book/digest.h"
#include "core/book/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace steward::book {

namespace {

constexpr int pagesAtOnce = 256;

struct CloseDatabase
{
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Status cannotWrite(const QString& path) { return fail(Code("file.unwritable"), ErrorKind::Io, {path}); }

Result<Database> createTarget(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return tl::unexpected(cannotWrite(path).error());
    ::fchmod(file, 0600);
    ::close(file);
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Database database(raw);
    if (code != SQLITE_OK)
        return tl::unexpected(errorOf(code));
    sqlite3_extended_result_codes(raw, 1);
    return database;
}

Status copyPages(sqlite3* source, sqlite3* target, const Progress& progress)
{
    sqlite3_backup* backup = sqlite3_backup_init(target, "main", source, "main");
    if (!backup)
        return tl::unexpected(errorOf(target));
    int code = SQLITE_OK;
    while ((code = sqlite3_backup_step(backup, pagesAtOnce)) == SQLITE_OK && !progress.isCancelled()) {
        const int total = sqlite3_backup_pagecount(backup);
        progress.at(total - sqlite3_backup_remaining(backup), total);
        failpoint("book.backup.pages");
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code == SQLITE_OK)
        return fail(Code("cancelled"), ErrorKind::Cancelled);
    if (code == SQLITE_DONE && finished == SQLITE_OK)
        return {};
    // finish() leaves why with the copy.
    return tl::unexpected(finished == code ? errorOf(target) : errorOf(code));
}

/// The copy carries the source's journal mode in its header.
Status makePlain(sqlite3* target)
{
    const auto mode = textAnswer(target, "PRAGMA journal_mode=DELETE");
    if (!mode)
        return tl::unexpected(mode.error());
    return *mode == QStringLiteral("delete") ? Status() : fail(Code("book.log"), ErrorKind::Io, {*mode});
}

bool syncPath(const QString& path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool isSynced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return isSynced;
}

/// The folder of a book's own backups is ours to make; a folder somebody names is theirs.
Status makeFolderOf(sqlite3* source, const QFileInfo& target)
{
    const QString book = QString::fromUtf8(sqlite3_db_filename(source, "main"));
    if (QFileInfo(backupPath(book, Instant())).path() != target.path())
        return fail(Code("file.no-folder"), ErrorKind::Usage, {target.path()});
    if (!QDir().mkdir(target.path()))
        return cannotWrite(target.path());
    QFile::setPermissions(target.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Status fill(sqlite3* source, const QString& path, const Progress& progress)
{
    auto target = createTarget(path);
    if (!target)
        return tl::unexpected(target.error());
    if (auto done = copyPages(source, target->get(), progress); !done)
        return done;
    return makePlain(target->get());
}

} // namespace

Status putInPlace(const QString& made, const QString& path)
{
    const QByteArray from = QFile::encodeName(made);
    const QByteArray to = QFile::encodeName(path);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return fail(Code("book.file-exists"), ErrorKind::Io, {path});
        // Not every file system can do that in one step; link() refuses to replace as well.
        if (::link(from.constData(), to.constData()) == 0)
            ::unlink(from.constData());
        else if (errno == EEXIST || ::rename(from.constData(), to.constData()) != 0)
            return cannotWrite(path);
    }
    const QString folder = QFileInfo(path).path();
    return syncPath(folder, O_RDONLY | O_DIRECTORY) ? Status() : cannotWrite(folder);
}

Status copyBook(sqlite3* source, const QString& path, const Progress& progress)
{
    if (QFileInfo::exists(path))
        return fail(Code("book.file-exists"), ErrorKind::Io, {path});
    const QFileInfo info(path);
    if (!info.dir().exists())
        if (auto made = makeFolderOf(source, info); !made)
            return made;
    const QString partial = info.path() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".part");
    if (::access(QFile::encodeName(info.path()).constData(), W_OK) != 0)
        return cannotWrite(path);
    Status done = fill(source, partial, progress);
    // The reader knows the copy by the name it was to have.
    if (!done && (done.error().code == Code("file.no-space") || done.error().code == Code("file.too-large")))
        done = fail(done.error().code, done.error().kind, {path});
    if (done && !syncPath(partial, O_RDWR))
        done = cannotWrite(partial);
    if (done)
        done = verifyBackup(partial, progress);
    QFile::remove(digestPath(partial));
    failpoint("book.backup.verified");
    if (done)
        done = putInPlace(partial, path);
    QFile::remove(partial);
    failpoint("book.backup.named");
    if (!done)
        return done;
    const auto digest = digestOf(path, progress);
    if (!digest)
        return tl::unexpected(digest.error());
    if (auto written = writeDigest(path, *digest); !written)
        return written;
    return syncPath(info.path(), O_RDONLY | O_DIRECTORY) ? Status() : cannotWrite(info.path());
}

} // namespace steward::book
