// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/table.h"

#include <string>

namespace steward::exchange {

/// The records of one file in memory, cells end to end in one buffer. Usage files are streamed instead.
class Table
{
public:
    struct Layout
    {
        QString encoding; ///< IANA name
        QString delimiter;
        int titleRows = 0; ///< above the header
        int headerRows = 1;
        qint64 blankRows = 0;
    };

    /// Reads the whole file. keepRows: stop after so many data rows (for looking at a file); -1: all.
    [[nodiscard]] static Result<Table> read(const QString& path, const csv::Options& options, qint64 keepRows = -1);
    [[nodiscard]] static Result<Table> read(const QByteArray& bytes, const csv::Options& options, qint64 keepRows = -1);

    [[nodiscard]] const QStringList& header() const { return m_header; }
    [[nodiscard]] std::size_t columns() const { return static_cast<std::size_t>(m_header.size()); }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    /// Empty beyond the end of a short row. UTF-8, as it stands in the file.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::size_t width(std::size_t row) const;
    [[nodiscard]] qint64 line(std::size_t row) const { return m_rows[row].line; }
    /// Set when the record cannot be trusted.
    [[nodiscard]] Code flaw(std::size_t row) const { return m_rows[row].flaw; }
    [[nodiscard]] const Layout& layout() const { return m_layout; }
    [[nodiscard]] const std::vector<csv::Issue>& issues() const { return m_issues; }
    /// Cells of rows of totals below the table.
    [[nodiscard]] const std::vector<QStringList>& totals() const { return m_totals; }

private:
    struct RowInfo
    {
        qint64 line = 0;
        std::size_t firstCell = 0;
        Code flaw;
    };
    static Result<Table> from(csv::Table source, qint64 keepRows);
    void add(const csv::Record& record);

    QStringList m_header;
    std::string m_text;
    std::vector<std::size_t> m_ends;
    std::vector<RowInfo> m_rows;
    std::vector<csv::Issue> m_issues;
    std::vector<QStringList> m_totals;
    Layout m_layout;
};

/// "," ";" "tab" "|": as it is shown.
[[nodiscard]] QString delimiterName(char delimiter);

} // namespace steward::exchange
