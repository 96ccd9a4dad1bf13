// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failpoint.h"
#include "core/book/book_file.h"
#include "core/book/copy.h"
#include "core/book/digest.h"
#include "core/book/migrator.h"
#include "core/book/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sodium.h>
#include <unistd.h>

namespace steward::book {

namespace {

void removeWithJournals(const QString& path)
{
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

Status makeEmpty(const QString& path)
{
    auto connection = Connection::open(path, OpenMode::Create);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto migrated = migrate((*connection)->handle(), schemaSteps(), [] { return Status(); });
    return migrated ? Status() : tl::unexpected(migrated.error());
}

} // namespace

Status requireClock(const OpenOptions& options)
{
    const bool isReady = options.clock.now && options.clock.today && sodium_init() >= 0;
    return isReady ? Status() : fail(Code("book.clock"), ErrorKind::Usage);
}

Holder self(const OpenOptions& options)
{
    return thisProcess(QCoreApplication::applicationVersion(), options.clock.now());
}

Result<std::unique_ptr<Book>> Book::create(const QString& path, const OpenOptions& options)
{
    if (auto ready = requireClock(options); !ready)
        return tl::unexpected(ready.error());
    const QFileInfo file(path);
    if (!file.dir().exists())
        return fail(Code("file.no-folder"), ErrorKind::Usage, {file.path()});
    if (file.exists() || file.isSymLink())
        return fail(Code("book.file-exists"), ErrorKind::Io, {path});
    if (::access(QFile::encodeName(file.path()).constData(), W_OK) != 0)
        return fail(Code("file.unwritable"), ErrorKind::Io, {path});
    auto holder = HolderFile::take(path, self(options));
    if (!holder)
        return tl::unexpected(holder.error());
    // Ours alone while we are the holder: what is there was left by a crash.
    const QString making = file.path() + QStringLiteral("/.") + file.fileName() + QStringLiteral(".new");
    removeWithJournals(making);
    Status done = makeEmpty(making);
    failpoint("book.create.made");
    if (done)
        done = putInPlace(making, path);
    removeWithJournals(making);
    failpoint("book.create.named");
    auto connection = done ? Connection::open(path, OpenMode::ReadWrite)
                           : Result<std::unique_ptr<Connection>>(tl::unexpected(done.error()));
    if (!connection)
        return tl::unexpected(connection.error());
    return std::make_unique<BookFile>(std::move(*connection), std::move(*holder), options, Opened{},
                                      BookFile::State{{}, options.clock.now(), true});
}

Status moveBook(const QString& from, const QString& to)
{
    if (auto moved = putInPlace(from, to); !moved)
        return moved;
    // Without a digest the next opening checks the file itself.
    if (!QFile::rename(digestPath(from), digestPath(to)))
        QFile::remove(digestPath(from));
    return {};
}

} // namespace steward::book
