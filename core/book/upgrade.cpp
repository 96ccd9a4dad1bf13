// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/upgrade.h"

#include "core/base/atomic_file.h"
#include "core/book/backups.h"
#include "core/book/copy.h"

#include <QFileInfo>

namespace steward::book {

Result<QString> upgrade(sqlite3* database, const QString& path, std::span<const SchemaStep> steps, Instant now,
                        const Progress& progress)
{
    QString copy;
    const auto backUp = [&]() -> Status {
        if (!hasRoomFor(path, QFileInfo(path).size() * 22 / 10))
            return fail(Code("file.no-space"), ErrorKind::Io, {path});
        copy = backupPath(path, now, QStringLiteral("v%1-pre-migrate").arg(schemaVersion(database)));
        return copyBook(database, copy, progress);
    };
    const auto migrated = migrate(database, steps, backUp);
    return migrated ? Result<QString>(copy) : tl::unexpected(migrated.error());
}

} // namespace steward::book
