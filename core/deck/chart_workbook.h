// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/deck/chart.h"

#include <QByteArray>

namespace steward::deck {

/// The workbook behind a chart, so that its data can be edited: one sheet "Sheet1", categories as text in column A from
/// row 2, a series in each further column with its name in row 1, nothing else. What is unknown is no cell.
[[nodiscard]] Result<QByteArray> chartWorkbook(const Chart& chart);

/// "B" for 1; 0 is "A".
[[nodiscard]] QByteArray columnName(std::size_t index);

} // namespace steward::deck
