// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::bench {

/// Makes a new book at path and imports the accounts of a CSV file. Answers the accounts, -1 on failure.
[[nodiscard]] qint64 makeBook(const QString& path, const QString& accounts);

/// Reads, resolves and writes a usage file as one undoable edit, from opening the book to the closed plain file.
/// Answers the samples.
[[nodiscard]] qint64 importUsage(const QString& path, const QString& usage);

/// Prints what loading all facts of the book takes, opening left out.
[[nodiscard]] bool printLoad(const QString& path);

/// Prints import and load at 1,000, 10,000 and 100,000 accounts with ten samples each, in a folder that exists.
[[nodiscard]] bool printGrowth(const QString& folder);

} // namespace steward::bench
