// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/detection.h"

#include <QSet>

namespace steward::exchange {

/// What the user answered.
struct Answers
{
    std::optional<DateOrder> dateOrder;
    std::optional<DecimalSign> decimal;
    std::optional<qint64> scale; ///< highest answer that could be given: 5, 7, 10, 100
};

/// How the cells of a column are read.
struct ColumnFormat
{
    DateFormat date;
    NumberFormat number;
    bool isHundredths = false; ///< a share written as 0-100
};

/// Looks at every cell of the mapped columns. One format a column of the detection. A date or an
/// amount by its name that most of its cells are not is asked about in detection.asks, as is whatever else cannot be
/// told; a column named as another number without one is set free (it becomes a custom field).
[[nodiscard]] std::vector<ColumnFormat> typeColumns(const Table& table, Detection& detection, const Answers& answers);

/// Usage only: columns of numbers that stand for nothing else become metrics of their own: more than half of the cells
/// that say something are numbers (four fifths in a file of events, which is counted anyway), or the header is the name
/// of a metric the book has. Cells that are no number are rejected when they are read. A file without an account asks,
/// and so does one without a day where dayOfFile does not say which day all of it is about.
void completeUsageColumns(const Table& table, Detection& detection, QDate dayOfFile = {},
                          const QSet<QString>& metricsOfBook = {});

/// At least one number in the column, and nothing else.
[[nodiscard]] bool holdsNumbers(const Table& table, int column);

} // namespace steward::exchange
