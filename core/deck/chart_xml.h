// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/chart.h"

#include <QByteArray>

namespace steward::deck {

/// The chart part (DrawingML chart): what is drawn comes from the values cached here, "Edit data" opens the workbook of
/// that relationship. Both are written from the same values.
[[nodiscard]] QByteArray chartPart(const Chart& chart, const QString& language, const QByteArray& workbookId);

} // namespace steward::deck
