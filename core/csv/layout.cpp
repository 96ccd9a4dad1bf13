// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/layout.h"

#include "core/base/cell.h"
#include "core/csv/formula.h"
#include "core/csv/writer.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <set>

namespace steward::csv {

namespace {

constexpr int titleRowsMost = 20;

/// What a cell looks like, by its characters alone.
enum class Shape
{
    Empty,
    Number,
    Date,
    Text
};

Shape shapeOf(std::string_view cell)
{
    const std::string_view text = trimmedCell(cell);
    if (text.empty() || isUnknownCell(text))
        return Shape::Empty;
    int digits = 0;
    int letters = 0;
    int dateMarks = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        digits += letter >= '0' && letter <= '9';
        letters +=
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '@';
        dateMarks += at > 0 && (letter == '-' || letter == '/' || letter == ':');
    }
    const bool isInstant = letters <= 3 && dateMarks >= 2 && digits >= 6; // T, Z, AM, PM
    if (isInstant)
        return Shape::Date;
    return digits > 0 && letters == 0 && dateMarks == 0 && text.size() < 30 ? Shape::Number : Shape::Text;
}

/// Years and months stand above columns of values as often as inside them.
bool mayBeAPeriod(std::string_view cell)
{
    const std::string_view text = trimmedCell(cell);
    return (text.size() == 4 || text.size() == 6) && (text.starts_with("19") || text.starts_with("20"));
}

size_t filled(const Row& row)
{
    return static_cast<size_t>(std::count_if(row.cells.begin(), row.cells.end(),
                                             [](const std::string& cell) { return !trimmedCell(cell).empty(); }));
}

size_t commonWidth(std::span<const Row> rows)
{
    std::map<size_t, size_t> widths;
    for (const Row& row : rows)
        ++widths[row.cells.size()];
    size_t width = 0;
    size_t most = 0;
    for (const auto& [cells, times] : widths) {
        if (times >= most) {
            most = times;
            width = cells;
        }
    }
    return width;
}

/// Text in every filled cell, none twice.
bool readsLikeHeader(const Row& row)
{
    std::set<std::string_view> seen;
    for (const std::string& cell : row.cells) {
        const std::string_view text = trimmedCell(cell);
        if (text.empty())
            continue;
        if (!seen.insert(text).second || (shapeOf(text) != Shape::Text && !mayBeAPeriod(text)))
            return false;
    }
    return !seen.empty();
}

int countTitleRows(std::span<const Row> rows)
{
    const size_t width = commonWidth(rows);
    if (width < 2)
        return 0;
    int title = 0;
    for (; title < titleRowsMost && static_cast<size_t>(title) < rows.size(); ++title) {
        const Row& row = rows[static_cast<size_t>(title)];
        const size_t cells = filled(row);
        const bool isTitle =
            cells <= 1 ? row.cells.size() == 1 || width > 2 : row.cells.size() < width && cells <= 2 && width > 3;
        if (!isTitle)
            break;
    }
    const auto header = static_cast<size_t>(title);
    const bool isAbove = header < rows.size() && filled(rows[header]) * 2 >= width && readsLikeHeader(rows[header]);
    return isAbove ? title : 0;
}

/// Numbers or dates in nearly every filled cell of the column, or Text; Empty when there is nothing.
Shape columnShape(std::span<const Row> rows, size_t column)
{
    std::map<Shape, size_t> shapes;
    size_t cells = 0;
    for (const Row& row : rows) {
        const Shape shape = column < row.cells.size() ? shapeOf(row.cells[column]) : Shape::Empty;
        if (shape == Shape::Empty)
            continue;
        ++shapes[shape];
        ++cells;
    }
    for (const auto& [shape, times] : shapes)
        if (times * 10 >= cells * 9)
            return shape;
    return cells == 0 ? Shape::Empty : Shape::Text;
}

bool hasHeader(std::span<const Row> rows)
{
    const Row& first = rows.front();
    int against = 0;
    for (size_t column = 0; column < first.cells.size(); ++column) {
        const Shape top = shapeOf(first.cells[column]);
        const Shape below = columnShape(rows.subspan(1), column);
        if (top == Shape::Empty || mayBeAPeriod(first.cells[column]))
            continue;
        if ((below == Shape::Number || below == Shape::Date) && top != below)
            return true;
        against += top != Shape::Text && (top == below || rows.size() == 1);
    }
    return against == 0;
}

bool isGenericAnswer(std::string_view text) { return text == "Response" || text == "Open-Ended Response"; }

bool hasSecondHeader(const Row& first, const Row& second)
{
    if (first.cells.size() < 3 || second.cells.size() != first.cells.size() ||
        !trimmedCell(second.cells.front()).empty())
        return false;
    bool fillsGap = false;
    bool saysResponse = false;
    for (size_t column = 0; column < second.cells.size(); ++column) {
        const std::string_view text = trimmedCell(second.cells[column]);
        const bool isGap = trimmedCell(first.cells[column]).empty();
        if (!text.empty() && shapeOf(text) != Shape::Text)
            return false;
        fillsGap = fillsGap || (isGap && !text.empty());
        saysResponse = saysResponse || isGenericAnswer(text);
    }
    return fillsGap || saysResponse;
}

QString toText(std::string_view cell)
{
    const std::string_view text = trimmedCell(cell);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::vector<QString> rawNames(std::span<const Row> rows, const Layout& layout)
{
    std::vector<QString> names(static_cast<size_t>(layout.columns));
    if (layout.headerRows == 0)
        return names;
    const Row& first = rows[static_cast<size_t>(layout.titleRows)];
    QString question;
    for (size_t column = 0; column < names.size(); ++column) {
        const std::string_view cell =
            column < first.cells.size() ? std::string_view(first.cells[column]) : std::string_view();
        const QString name = toText(layout.hasSpreadsheetMark ? stripSpreadsheetApostrophe(cell) : cell);
        names[column] = name;
        if (layout.headerRows < 2)
            continue;
        const Row& second = rows[static_cast<size_t>(layout.titleRows) + 1];
        const std::string_view answer =
            column < second.cells.size() ? trimmedCell(second.cells[column]) : std::string_view();
        question = name.isEmpty() ? question : name;
        if (!answer.empty() && isGenericAnswer(answer))
            names[column] = question;
        else if (!answer.empty())
            names[column] = QString(question + QStringLiteral(": ") + toText(answer));
    }
    return names;
}

void nameColumns(std::span<const Row> rows, Layout& layout)
{
    layout.names = rawNames(rows, layout);
    const qint64 line = layout.headerRows > 0 ? rows[static_cast<size_t>(layout.titleRows)].line : 0;
    std::set<QString> taken(layout.names.begin(), layout.names.end());
    std::set<QString> used;
    for (size_t column = 0; column < layout.names.size(); ++column) {
        QString& name = layout.names[column];
        const QString before = name;
        if (name.isEmpty())
            name = QStringLiteral("column_%1").arg(column + 1);
        const bool isEmpty = before.isEmpty();
        for (int suffix = 1; used.contains(name) || (name != before && !isEmpty && taken.contains(name)); ++suffix)
            name = QString((isEmpty ? QStringLiteral("column_%1").arg(column + 1) : before) + u'_' +
                           QString::number(suffix));
        used.insert(name);
        if (name != before && layout.headerRows > 0)
            layout.issues.push_back({isEmpty ? Code("csv.header-empty") : Code("csv.header-duplicate"), line,
                                     static_cast<int>(column) + 1, before.left(80)});
    }
}

/// Trailing columns count as long as they have a name or a value in the sample.
int countColumns(std::span<const Row> rows)
{
    size_t columns = 0;
    const size_t width = std::max(commonWidth(rows), rows.front().cells.size());
    for (const Row& row : rows)
        for (size_t column = columns; column < std::min(row.cells.size(), width); ++column)
            if (!trimmedCell(row.cells[column]).empty())
                columns = column + 1;
    return static_cast<int>(std::max<size_t>(columns, 1));
}

void takeMark(const Row& header, Layout& layout)
{
    const auto last = static_cast<size_t>(layout.columns) - 1;
    if (last > 0 && last < header.cells.size() && trimmedCell(header.cells[last]) == spreadsheetMark) {
        layout.hasSpreadsheetMark = true;
        --layout.columns;
    }
}

} // namespace

Layout detectLayout(std::span<const Row> sample, const LayoutOptions& options)
{
    Layout layout;
    const int records = static_cast<int>(sample.size());
    layout.titleRows = std::clamp(options.titleRows.value_or(countTitleRows(sample)), 0, std::max(0, records - 1));
    for (int row = 0; row < layout.titleRows; ++row) {
        const Row& title = sample[static_cast<size_t>(row)];
        layout.issues.push_back({Code("csv.title-row"), title.line, 0,
                                 title.cells.empty() ? QString() : toText(title.cells.front()).left(80)});
    }
    const std::span<const Row> table = sample.subspan(static_cast<size_t>(layout.titleRows));
    if (table.empty())
        return layout;
    if (options.headerRows)
        layout.headerRows = std::clamp(*options.headerRows, 0, std::min(2, static_cast<int>(table.size())));
    else if (!hasHeader(table))
        layout.headerRows = 0;
    else if (table.size() > 2 && hasSecondHeader(table[0], table[1]))
        layout.headerRows = 2;
    if (layout.headerRows == 0)
        layout.issues.push_back({Code("csv.header-missing"), table.front().line, 0, {}});
    layout.columns = countColumns(table);
    layout.width = static_cast<int>(layout.headerRows == 0 ? commonWidth(table) : table.front().cells.size());
    if (layout.headerRows > 0)
        takeMark(table.front(), layout);
    nameColumns(sample, layout);
    return layout;
}

Tail tailOf(std::span<const std::string_view> cells)
{
    static const QRegularExpression total(
        QStringLiteral(
            "^(grand |sub ?)?totals?|^(gesamt(summe)?|insgesamt|summe|sum|totale|totaal|total g\u00E9n\u00E9ral)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression totalEnd(QStringLiteral("^\\s*:?\\s*(\\(.*\\)|[0-9 .,]*( records?| rows?)?)\\s*$"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression footer(
        QStringLiteral("^copyright\\b|^\u00A9|^\\(c\\) |all rights reserved|^confidential\\b|do not "
                       "distribute|^(report )?generated "
                       "(by|on|at|from)\\b|^(created|exported|run) by\\b|^(end of|report) (report|filters?)\\b|^page "
                       "\\d+ (of|/) \\d+"),
        QRegularExpression::CaseInsensitiveOption);
    const auto isFilled = [](std::string_view cell) { return !trimmedCell(cell).empty(); };
    const auto first = std::find_if(cells.begin(), cells.end(), isFilled);
    if (first == cells.end() || first->size() > 500)
        return Tail::None;
    const QString text = toText(*first);
    if (std::count_if(first + 1, cells.end(), isFilled) <= 1 && footer.match(text).hasMatch())
        return Tail::Footer;
    const auto start = total.match(text);
    const bool numbers = std::all_of(first + 1, cells.end(), [](std::string_view cell) {
        const Shape shape = shapeOf(cell);
        return shape == Shape::Empty || shape == Shape::Number;
    });
    return start.hasMatch() && numbers && totalEnd.match(text.mid(start.capturedEnd())).hasMatch() ? Tail::Total
                                                                                                   : Tail::None;
}

} // namespace steward::csv
