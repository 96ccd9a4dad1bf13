// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/book/book.h"
#include "core/csv/writer.h"

namespace steward::exchange {

/// Everything a book holds, as CSV files named after the kinds, with ids: accounts.csv, ..., external_keys.csv,
/// custom_values.csv, changes.csv, erasures.csv, usage.csv. Makes the folder where it is missing; all the files appear
/// or none. importAll() of it, in either form, gives the same book hash, and the same people stay erased.
[[nodiscard]] Status exportAll(book::Book& book, const QString& folder, csv::Form form, const Progress& progress = {});

/// Reads such a folder into a book without accounts; definitions it came with are replaced. One step of undo. Errors:
/// "import.set.*". Returns what was taken as written and yet is wrong, with file, line, column and value: answers
/// outside their scale, which count nowhere (the first 10,000).
[[nodiscard]] Result<std::vector<Message>> importAll(book::Book& book, const QString& folder, const QString& actor,
                                                     const Progress& progress = {});

/// A file of the set that is read back only with all of it: "external_keys", "custom_values", "changes", "erasures".
[[nodiscard]] bool isPartOfSet(QStringView name);

/// One kind ("accounts", ..., "usage") or part of the set into one file: a workbook where path ends in .xlsx, otherwise
/// CSV in the form given. planImport() reads both CSV forms back without loss. Error "export.kind_unknown".
[[nodiscard]] Status exportKind(book::Book& book, const QString& kind, const QString& path, csv::Form form,
                                const Progress& progress = {});

} // namespace steward::exchange
