// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomic_file.h"
#include "core/csv/dialect.h"

#include <QIODevice>
#include <QString>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace steward::csv {

/// Exact: RFC 4180, only the quotes that are needed, every cell as it is; for machines. Spreadsheet: every cell quoted,
/// cells that a spreadsheet would evaluate begin with an apostrophe (core/csv/formula.h), and a mark in the header
/// tells Steward to strip it again.
enum class Form
{
    Exact,
    Spreadsheet
};

/// Name of the last header cell in spreadsheet form; the cells below it are empty. Other programs see one more empty
/// column, and it survives being opened and saved by a spreadsheet.
inline constexpr std::string_view spreadsheetMark = "steward_spreadsheet_1";

struct WriteOptions
{
    Form form = Form::Exact;
    char delimiter = ',';
    LineEnd lineEnd = LineEnd::Crlf; ///< Crlf or Lf
    bool byteOrderMark = false;      ///< some spreadsheets take UTF-8 for Windows-1252 without one
};

/// Writes records as UTF-8. What it writes, Reader reads back to the same cells. Not thread-safe.
class Writer
{
public:
    /// Writes a file that appears whole with finish(), or not at all. Errors: see AtomicFile.
    [[nodiscard]] static Result<Writer> open(const QString& path, const WriteOptions& options = {});
    /// Writes to a device that is open and outlives the writer. Errors: "csv.write-failed".
    Writer(QIODevice& device, const WriteOptions& options = {});

    Writer(Writer&&) noexcept = default;
    Writer& operator=(Writer&&) noexcept = default;

    /// First row; in spreadsheet form with the mark. Call it at most once and before the rows.
    void header(std::span<const QString> names);

    void cell(std::string_view utf8);
    void cell(QStringView text);
    void endRow();
    void row(std::span<const QString> cells);

    /// Writes what is left and puts the file in its place. Also tells failures of earlier calls.
    [[nodiscard]] Status finish();

private:
    void flush();
    [[nodiscard]] bool needsQuotes(std::string_view cell) const;

    WriteOptions m_options;
    std::unique_ptr<AtomicFile> m_file;
    QIODevice* m_device = nullptr;
    std::string m_text;
    size_t m_rowStart = 0;
    bool m_hasMark = false;
    bool m_inRow = false;
    bool m_firstCell = true;
    bool m_failed = false;
};

} // namespace steward::csv
