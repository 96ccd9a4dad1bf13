// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table.h"

namespace steward::exchange {

QString delimiterName(char delimiter)
{
    return delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter));
}

Result<Table> Table::read(const QString& path, const csv::Options& options, qint64 keepRows)
{
    auto table = csv::Table::open(path, options);
    if (!table)
        return tl::unexpected(table.error());
    return from(std::move(*table), keepRows);
}

Result<Table> Table::read(const QByteArray& bytes, const csv::Options& options, qint64 keepRows)
{
    auto table = csv::Table::open(bytes, options);
    if (!table)
        return tl::unexpected(table.error());
    return from(std::move(*table), keepRows);
}

Result<Table> Table::from(csv::Table source, qint64 keepRows)
{
    Table table;
    for (const auto& name : source.names())
        table.m_header.append(name.trimmed());
    csv::Record record;
    while ((keepRows < 0 || static_cast<qint64>(table.m_rows.size()) < keepRows) && source.next(record))
        table.add(record);
    if (auto status = source.status(); !status)
        return tl::unexpected(status.error());
    if (table.m_header.isEmpty())
        return fail(Code("import.no_header"));
    for (const auto& total : source.totals()) {
        QStringList cells;
        for (const auto& cell : total.cells)
            cells.append(QString::fromStdString(cell).trimmed());
        table.m_totals.push_back(cells);
    }
    const csv::Reader& reader = source.reader();
    table.m_layout = {csv::encodingName(reader.dialect().encoding), delimiterName(reader.dialect().delimiter),
                      source.layout().titleRows, source.layout().headerRows, reader.blankRows()};
    table.m_issues = source.layout().issues;
    const auto& kept = source.issues().kept();
    table.m_issues.insert(table.m_issues.end(), kept.begin(), kept.end());
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
