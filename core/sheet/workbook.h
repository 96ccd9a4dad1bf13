// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/sheet/sheet.h"

namespace steward::sheet {

constexpr qint64 mostRows = 1'048'576; // with the header
constexpr qsizetype mostColumns = 16'384;

/// What could not be written as it was.
struct Report
{
    qint64 cells = 0;
    /// Characters that the format cannot carry (control characters, halves of pairs), now U+FFFD.
    qint64 replacedCharacters = 0;
    /// Texts cut to 32,767 characters.
    qint64 cutTexts = 0;
    /// Days before 1900-03-01 or after 9999, which spreadsheets do not know; written as ISO text.
    qint64 daysAsText = 0;
    /// NaN and infinite numbers, left empty.
    qint64 notNumbers = 0;
};

/// Writes an .xlsx file: typed cells and no formula, whatever the text; header row frozen and with filters. The file
/// appears whole or not at all; temporary files lie in a folder that only the user may enter. Big workbooks are written
/// with constant memory. Any thread; the locale of the process does not matter. Errors: sheet.too-many-rows (sheet,
/// rows, most), sheet.too-many-columns (sheet, columns, most), sheet.empty (no sheet or a sheet without columns),
/// sheet.write-failed (path), cancelled, and those of AtomicFile.
[[nodiscard]] Result<Report> writeWorkbook(const QString& path, std::span<const Sheet> sheets,
                                           const Progress& progress = {});

} // namespace steward::sheet
