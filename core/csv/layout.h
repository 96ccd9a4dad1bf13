// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/issue.h"

#include <QString>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace steward::csv {

/// A record that is kept: its line and its cells.
struct Row
{
    qint64 line = 0;
    std::vector<std::string> cells;
    friend bool operator==(const Row&, const Row&) = default;
};

/// What is set is taken as it is.
struct LayoutOptions
{
    std::optional<int> titleRows;  ///< records above the header
    std::optional<int> headerRows; ///< 0, 1 or 2
};

/// Where the table stands in the file.
struct Layout
{
    int titleRows = 0;  ///< records above the header, reported as "csv.title-row"
    int headerRows = 1; ///< 0: data from the first record on; 2: questions above, answers below
    int columns = 0;    ///< without trailing columns that have neither a name nor a value
    int width = 0;      ///< cells that a full record has, with those columns and Steward's mark
    bool hasSpreadsheetMark = false;
    std::vector<QString> names; ///< one a column, unique: an empty one is "column_N", a repeated one gets "_1", "_2"
    std::vector<Issue> issues;  ///< "csv.title-row", "csv.header-missing", "csv.header-empty", "csv.header-duplicate"
};

/// Finds title rows, the header and the columns in the first records of a file (a hundred tell enough). Pure.
/// - Title rows: records at the top with one cell filled, above a record that reads like a header.
/// - No header: only where a column of numbers or dates begins with one in the first record and none speaks against it.
/// - Two header rows, as in survey exports: the second begins blank, holds only text, and fills names that the first
/// leaves out.
[[nodiscard]] Layout detectLayout(std::span<const Row> sample, const LayoutOptions& options = {});

/// Below the table, as reports have it.
enum class Tail
{
    None,
    Total,
    Footer
};

/// Total: the first filled cell says so ("Grand Totals (12 records)", "Summe") and the others are numbers. Footer: one
/// cell filled, with a copyright, a confidentiality note, who made the report and when.
[[nodiscard]] Tail tailOf(std::span<const std::string_view> cells);

} // namespace steward::csv
