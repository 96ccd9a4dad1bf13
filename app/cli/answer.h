// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <QString>
#include <vector>

namespace steward::cli {

enum class Format
{
    Table,
    Csv,
    Json
};

/// How a table shows a value; CSV and JSON have it as it is.
enum class Show
{
    Plain,
    Decimal, ///< one decimal
    Percent  ///< of a fraction
};

/// A column of the table and CSV forms: the key of the JSON objects it shows, "evidence.message" for one inside
/// another, and how it is headed.
struct Column
{
    QString key;
    bool isNumber = false; ///< right-aligned
    qsizetype widest = 60; ///< what a table shows of a cell
    Show show = Show::Plain;
    QString title = {}; ///< of a table; empty: the key
    [[nodiscard]] QString heading() const { return title.isEmpty() ? key : title; }
};

/// What a command answers. The JSON is the contract; table and CSV are drawn from it.
struct Answer
{
    QJsonValue json;
    std::vector<Column> columns; ///< empty: every key of the first object
    QString rows;        ///< key of the list to draw where json is an object or a list of one; empty: json itself
    QString note;        ///< below a table
    qsizetype most = -1; ///< rows of a table; what is left out is counted below it. CSV and JSON have all of them
};

/// "one account", "12 accounts".
[[nodiscard]] QString accountsText(qint64 count);

/// UTF-8, ending in a line feed.
[[nodiscard]] QByteArray inFormat(const Answer& answer, Format format);

} // namespace steward::cli
