// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/book/migrator.h"

namespace steward::book {

/// Brings an existing book up to the last step: room on the disk for 2.2 times the file, a verified copy among its
/// backups ("v1-pre-migrate"), then the steps. Returns the path of the copy, empty where nothing was to be done.
/// Internal to core/book.
[[nodiscard]] Result<QString> upgrade(sqlite3* database, const QString& path, std::span<const SchemaStep> steps,
                                      Instant now, const Progress& progress);

} // namespace steward::book
