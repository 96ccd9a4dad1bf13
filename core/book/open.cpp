// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/book/book_file.h"
#include "core/book/copy.h"
#include "core/book/history.h"
#include "core/book/migrator.h"
#include "core/book/statement.h"

#include <QFile>
#include <sodium.h>

/// Creating and opening (promises.md, "Opening a book").
namespace steward::book {

namespace {

Status requireClock(const OpenOptions& options)
{
    const bool isReady = options.clock.now && options.clock.today && sodium_init() >= 0;
    return isReady ? Status() : fail(Code("book.clock"), ErrorKind::Usage);
}

Result<std::unique_ptr<Book>> make(std::unique_ptr<Connection> connection, const OpenOptions& options, Opened opened)
{
    const auto newest = newestEditTime(connection->handle());
    if (!newest)
        return tl::unexpected(newest.error());
    return std::make_unique<BookFile>(std::move(connection), options, std::move(opened), *newest);
}

} // namespace

Result<std::unique_ptr<Book>> Book::create(const QString& path, const OpenOptions& options)
{
    if (auto ready = requireClock(options); !ready)
        return tl::unexpected(ready.error());
    auto connection = Connection::open(path, OpenMode::Create);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto migrated = migrate((*connection)->handle(), schemaSteps(), [] { return Status(); });
    if (!migrated) {
        connection->reset();
        QFile::remove(path);
        return tl::unexpected(migrated.error());
    }
    return make(std::move(*connection), options, {});
}

Result<std::unique_ptr<Book>> Book::open(const QString& path, const OpenOptions& options)
{
    if (auto ready = requireClock(options); !ready)
        return tl::unexpected(ready.error());
    const bool isReadOnly = options.access == Access::ReadOnly;
    auto connection = Connection::open(path, isReadOnly ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    sqlite3* const database = (*connection)->handle();
    Opened opened{options.access, {}};
    if (!isReadOnly) {
        const QString copy =
            backupPath(path, options.clock.now(), QStringLiteral("v%1-pre-migrate").arg(schemaVersion(database)));
        const auto migrated =
            migrate(database, schemaSteps(), [&] { return copyBook(database, copy, options.progress); });
        if (!migrated)
            return tl::unexpected(migrated.error());
        if (*migrated)
            opened.notices.push_back({Code("book.migrated"), {copy}});
    }
    return make(std::move(*connection), options, std::move(opened));
}

} // namespace steward::book
