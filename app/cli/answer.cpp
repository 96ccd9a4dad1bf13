// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"

#include "core/csv/formula.h"
#include "core/csv/writer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace steward::cli {

namespace {

QString cellText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return number == static_cast<double>(static_cast<qint64>(number)) ? QString::number(static_cast<qint64>(number))
                                                                          : QString::number(number, 'f', 4);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue& each : value.toArray())
            parts << cellText(each);
        return parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object: {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            parts << each.key() + QStringLiteral("=") + cellText(each.value());
        return parts.join(QStringLiteral(" "));
    }
    }
    return {};
}

/// A terminal shows one line a row and obeys no escape of a customer's text.
QString oneLine(QString text, qsizetype widest)
{
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator)
            c = u' ';
    return text.size() > widest ? QString(text.left(widest - 1) + u'…') : text;
}

QJsonArray rowsOf(const Answer& answer)
{
    const QJsonValue one = answer.json.isArray() ? answer.json.toArray().first() : answer.json;
    const QJsonValue list = answer.rows.isEmpty() ? answer.json : one.toObject().value(answer.rows);
    if (list.isArray())
        return list.toArray();
    return list.isObject() ? QJsonArray{list} : QJsonArray{};
}

std::vector<Column> columnsOf(const Answer& answer, const QJsonArray& rows)
{
    if (!answer.columns.empty() || rows.isEmpty())
        return answer.columns;
    std::vector<Column> columns;
    if (rows.first().isArray()) {
        qsizetype widest = 0;
        for (const QJsonValue& row : rows)
            widest = std::max(widest, row.toArray().size());
        for (qsizetype i = 1; i <= widest; ++i)
            columns.push_back({QString::number(i)});
        return columns;
    }
    const QJsonObject first = rows.first().toObject();
    for (auto each = first.begin(); each != first.end(); ++each)
        columns.push_back({each.key(), each.value().isDouble()});
    return columns;
}

QJsonValue valueIn(const QJsonObject& object, const QString& key)
{
    const qsizetype dot = key.indexOf(u'.');
    return dot < 0 ? object.value(key) : valueIn(object.value(key.left(dot)).toObject(), key.mid(dot + 1));
}

QString shownText(const QJsonValue& value, const Column& column)
{
    if (value.isDouble() && column.show == Show::Decimal)
        return QString::number(value.toDouble(), 'f', 1);
    if (value.isDouble() && column.show == Show::Percent)
        return QString::number(qRound(value.toDouble() * 100)) + QStringLiteral(" %");
    return cellText(value);
}

std::vector<QStringList> grid(const QJsonArray& rows, const std::vector<Column>& columns, bool isTable)
{
    std::vector<QStringList> lines;
    for (const QJsonValue& row : rows) {
        QStringList line;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const QJsonValue value = row.isArray()    ? row.toArray().at(static_cast<qsizetype>(c))
                                     : row.isObject() ? valueIn(row.toObject(), columns[c].key)
                                                      : row;
            line << (isTable ? shownText(value, columns[c]) : cellText(value));
        }
        lines.push_back(line);
    }
    return lines;
}

QByteArray asTable(const Answer& answer)
{
    QJsonArray rows = rowsOf(answer);
    if (rows.isEmpty())
        return (answer.note.isEmpty() ? QCoreApplication::translate("cli", "There is nothing to list.") : answer.note)
                   .toUtf8() +
               '\n';
    const qsizetype left = answer.most < 0 ? 0 : std::max<qsizetype>(0, rows.size() - answer.most);
    for (qsizetype i = 0; i < left; ++i)
        rows.removeLast();
    const auto columns = columnsOf(answer, rows);
    auto lines = grid(rows, columns, true);
    std::vector<qsizetype> widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        qsizetype width = columns[c].heading().size();
        for (QStringList& line : lines) {
            line[static_cast<qsizetype>(c)] = oneLine(line[static_cast<qsizetype>(c)], columns[c].widest);
            width = std::max(width, line[static_cast<qsizetype>(c)].size());
        }
        widths.push_back(width);
    }
    QStringList header;
    for (const Column& column : columns)
        header << column.heading();
    lines.insert(lines.begin(), header);
    QString text;
    for (const QStringList& line : lines) {
        QString padded;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const QString& cell = line[static_cast<qsizetype>(c)];
            padded += (c ? QStringLiteral("  ") : QString()) +
                      (columns[c].isNumber ? cell.rightJustified(widths[c]) : cell.leftJustified(widths[c]));
        }
        while (padded.endsWith(u' '))
            padded.chop(1);
        text += padded + u'\n';
    }
    if (left > 0)
        text += QCoreApplication::translate("cli", "... and %1 more").arg(left) + u'\n';
    if (!answer.note.isEmpty())
        text += answer.note + u'\n';
    return text.toUtf8();
}

/// For scripts and spreadsheets alike: text that a spreadsheet would evaluate gets an apostrophe, as in an export.
QByteArray asCsv(const Answer& answer)
{
    const QJsonArray rows = rowsOf(answer);
    const auto columns = columnsOf(answer, rows);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    csv::Writer writer(buffer);
    QStringList header;
    for (const Column& column : columns)
        header << column.key;
    writer.row(header);
    for (const QStringList& line : grid(rows, columns, false)) {
        for (const QString& cell : line)
            writer.cell(csv::spreadsheetCell(cell.toStdString()));
        writer.endRow();
    }
    const bool isWritten = writer.finish().has_value();
    return isWritten ? buffer.data() : QByteArray();
}

} // namespace

QString accountsText(qint64 count)
{
    return count == 1 ? QCoreApplication::translate("cli", "one account")
                      : QCoreApplication::translate("cli", "%1 accounts").arg(count);
}

QByteArray inFormat(const Answer& answer, Format format)
{
    switch (format) {
    case Format::Json:
        return answer.json.isArray() ? QJsonDocument(answer.json.toArray()).toJson()
                                     : QJsonDocument(answer.json.toObject()).toJson();
    case Format::Csv:
        return asCsv(answer);
    case Format::Table:
        return asTable(answer);
    }
    return {};
}

} // namespace steward::cli
