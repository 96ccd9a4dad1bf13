// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/export_rows.h"

#include "core/csv/writer.h"
#include "core/sheet/workbook.h"

#include <QCoreApplication>

namespace steward::accounts {

namespace {

/// As data: a decimal point, ISO days, nothing where nothing is known.
QString exactText(const CellValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number, 'g', 15);
    if (const auto* day = std::get_if<QDate>(&value))
        return isoText(*day);
    if (const auto* money = std::get_if<Money>(&value))
        return money->toDecimal();
    return {};
}

/// The columns to write; amounts are followed by their currency.
struct Written
{
    ColumnId id;
    bool isCurrency = false;
};

std::vector<Written> writtenOf(const Seen& seen)
{
    std::vector<Written> written;
    for (const ColumnId id : seen.columns) {
        written.push_back({id});
        if (columnOf(id).kind == CellKind::Money)
            written.push_back({id, true});
    }
    return written;
}

QString titleOf(const Written& column, const BookNumbers& numbers)
{
    return column.isCurrency ? QCoreApplication::translate("accounts", "Currency") : nameOf(column.id, numbers);
}

CellValue valueOf(const Written& column, const query::AccountLine& line, const BookNumbers& numbers)
{
    const CellValue value = accounts::valueOf(column.id, line, numbers);
    if (!column.isCurrency)
        return value;
    const auto* money = std::get_if<Money>(&value);
    return money ? CellValue(money->currency.code()) : CellValue();
}

sheet::ColumnType typeOf(const Written& column)
{
    if (column.isCurrency)
        return sheet::ColumnType::Text;
    switch (columnOf(column.id).kind) {
    case CellKind::Text:
        return sheet::ColumnType::Text;
    case CellKind::Money:
        return sheet::ColumnType::Money;
    case CellKind::Day:
        return sheet::ColumnType::Date;
    case CellKind::Score:
        return sheet::ColumnType::Number;
    case CellKind::Share:
        return sheet::ColumnType::Percent;
    case CellKind::Number:
    case CellKind::Days:
        return sheet::ColumnType::Whole;
    }
    return sheet::ColumnType::Text;
}

sheet::Cell cellOf(const CellValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* day = std::get_if<QDate>(&value))
        return *day;
    if (const auto* money = std::get_if<Money>(&value))
        return Minor{money->minor};
    return {};
}

Status writeSheet(const Seen& seen, const QString& path)
{
    const auto written = writtenOf(seen);
    sheet::Sheet sheet;
    sheet.name = QCoreApplication::translate("accounts", "Accounts");
    sheet.rows = static_cast<qint64>(seen.lines.size());
    for (const Written& column : written)
        sheet.columns.push_back({titleOf(column, *seen.numbers), typeOf(column), 0,
                                 seen.numbers->currency.isKnown() ? seen.numbers->currency.minorDigits() : 2});
    sheet.fill = [&](qint64 row, std::span<sheet::Cell> cells) {
        for (std::size_t i = 0; i < written.size(); ++i)
            cells[i] = cellOf(valueOf(written[i], *seen.lines[std::size_t(row)], *seen.numbers));
    };
    const auto report = sheet::writeWorkbook(path, std::span(&sheet, 1));
    return report ? Status() : Status(tl::unexpected(report.error()));
}

Status writeCsv(const Seen& seen, const QString& path)
{
    const auto written = writtenOf(seen);
    auto writer = csv::Writer::open(path, {.form = csv::Form::Spreadsheet, .byteOrderMark = true});
    if (!writer)
        return tl::unexpected(writer.error());
    std::vector<QString> cells;
    for (const Written& column : written)
        cells.push_back(titleOf(column, *seen.numbers));
    writer->header(cells);
    for (const query::AccountLine* line : seen.lines) {
        for (std::size_t i = 0; i < written.size(); ++i)
            cells[i] = exactText(valueOf(written[i], *line, *seen.numbers));
        writer->row(cells);
    }
    return writer->finish();
}

} // namespace

Status exportRows(const Seen& seen, const QString& path)
{
    return path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive) ? writeSheet(seen, path) : writeCsv(seen, path);
}

} // namespace steward::accounts
