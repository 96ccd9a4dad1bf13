// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/progress.h"

#include <QStringList>

namespace steward::book {

/// A copy of a book that was made by SQLite's backup API and lies in the folder "backups" beside it.
struct Backup
{
    QString path;
    Instant at;
    qint64 size = 0;
    bool isGood = false; ///< its digest matches: it was verified when made and its bytes have not changed
};

/// How many backups are kept of each age. The newest good one is never deleted.
struct Keep
{
    int recent = 12;
    int daily = 14;
    int weekly = 8;
    int monthly = 12;
};

/// "…/backups/West book.20261121-0930125.steward"; unique down to the tenth of a second. mark, as "v3-pre-migrate",
/// goes before the time.
[[nodiscard]] QString backupPath(const QString& book, Instant now, const QString& mark = {});
/// Opens the copy, runs SQLite's checks on it and records its digest beside it. Only what passes is listed as good.
[[nodiscard]] Status verifyBackup(const QString& path, const Progress& progress);
/// Newest first. Reads every byte of each to say whether it is good.
[[nodiscard]] std::vector<Backup> listBackups(const QString& book, const Progress& progress);
/// By the names alone, good or not. none where there is no backup.
[[nodiscard]] std::optional<Instant> newestBackupTime(const QString& book);
/// What rotation would delete: never one that is not good, never the newest good one. Pure, for tests; times in UTC.
[[nodiscard]] std::vector<Backup> superfluous(std::vector<Backup> backups, const Keep& keep);
/// Deletes the superfluous ones and their digests.
void rotateBackups(const QString& book, const Keep& keep);

/// Puts a good backup in the place of the book, whole or not at all. The book there until now is kept as
/// "name.replaced-UTC.steward", with what its write-ahead log held; nothing of an old log or journal stays beside the
/// new file. ErrorKind::Held where somebody has the book open. Returns the path of what was replaced, empty where there
/// was none.
[[nodiscard]] Result<QString> restoreBackup(const QString& backup, const QString& book, Instant now,
                                            const Progress& progress);

} // namespace steward::book
