// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <optional>
#include <span>

namespace steward::charts {

/// A small line of values in time: what is drawn small is never cut off or smoothed, gaps stay gaps.
struct Sparkline
{
    std::span<const std::optional<double>> values; ///< oldest first; none: not known then
    style::Band last = style::Band::Unknown;       ///< colour of the last point
    std::span<const double> thresholds;            ///< hairlines where they lie inside the range shown
};

/// The range of values that is drawn: that of the data and a tenth more, at least 30 high. none: nothing is known.
[[nodiscard]] std::optional<std::pair<double, double>> rangeOf(std::span<const std::optional<double>> values);

/// Nothing known is a dotted line.
void paintSparkline(QPainter& painter, const QRectF& rect, const Sparkline& sparkline, const style::Theme& theme);

} // namespace steward::charts
