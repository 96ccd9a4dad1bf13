// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QString>
#include <functional>
#include <span>
#include <variant>
#include <vector>

namespace steward::sheet {

enum class ColumnType
{
    Text,   ///< always text: "00123", "1E5" and "=1+1" stay what they are
    Number, ///< as precise as it is
    Whole,
    Date,   ///< a day, shown as 2026-11-21
    Money,  ///< minor units; the currency is a column of its own
    Percent ///< a fraction: 0.95 is shown as 95.0 %
};

struct Column
{
    QString title;
    ColumnType type = ColumnType::Text;
    /// In characters; 0 chooses one by title and type.
    double width = 0;
    /// Money: digits behind the decimal point, 0 to 3.
    int minorDigits = 2;
};

/// Nothing, text, number (also of Percent), whole number, day, money. A value in a column of another type is written as
/// what it is; ids and everything beyond 15 digits belong into text.
using Cell = std::variant<std::monostate, QString, double, qint64, QDate, Minor>;

struct Sheet
{
    QString name;
    std::vector<Column> columns;
    qint64 rows = 0;
    /// Called once for each row in order; the cells come empty, one a column.
    std::function<void(qint64 row, std::span<Cell> cells)> fill;
};

} // namespace steward::sheet
