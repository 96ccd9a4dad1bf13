// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table.h"

namespace steward::exchange {

QString delimiterName(char delimiter)
{
    return delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter));
}

Result<Table> Table::read(const QString& path, const csv::Options& options, qint64 keepRows)
{
    auto reader = csv::Reader::open(path, options);
    if (!reader)
        return tl::unexpected(reader.error());
    return from(std::move(*reader), keepRows);
}

Result<Table> Table::read(const QByteArray& bytes, const csv::Options& options, qint64 keepRows)
{
    auto reader = csv::Reader::open(bytes, options);
    if (!reader)
        return tl::unexpected(reader.error());
    return from(std::move(*reader), keepRows);
}

Result<Table> Table::from(csv::Reader reader, qint64 keepRows)
{
    Table table;
    csv::Record record;
    while (keepRows < 0 || static_cast<qint64>(table.m_rows.size()) < keepRows) {
        if (!reader.next(record))
            break;
        if (table.m_layout.headerLine == 0) {
            for (const auto& cell : record.fields)
                table.m_header.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed());
            table.m_layout.headerLine = record.line;
        } else {
            table.add(record);
        }
    }
    if (auto status = reader.status(); !status)
        return tl::unexpected(status.error());
    if (table.m_layout.headerLine == 0)
        return fail(Code("import.no_header"));
    table.m_layout.encoding = csv::encodingName(reader.dialect().encoding);
    table.m_layout.delimiter = delimiterName(reader.dialect().delimiter);
    table.m_layout.blankRows = reader.blankRows();
    table.m_issues = reader.issues().kept();
    return table;
}

void Table::add(const csv::Record& record)
{
    m_rows.push_back({record.line, m_ends.size(), record.flaw});
    for (const auto& cell : record.fields) {
        m_text.append(cell);
        m_ends.push_back(m_text.size());
    }
}

std::size_t Table::width(std::size_t row) const
{
    const std::size_t end = row + 1 < m_rows.size() ? m_rows[row + 1].firstCell : m_ends.size();
    return end - m_rows[row].firstCell;
}

std::string_view Table::cell(std::size_t row, std::size_t column) const
{
    if (column >= width(row))
        return {};
    const std::size_t index = m_rows[row].firstCell + column;
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

} // namespace steward::exchange
