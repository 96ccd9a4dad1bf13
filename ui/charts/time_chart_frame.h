// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/time_chart.h"

/// Internal to the chart.
namespace steward::charts {

/// Where things lie in the widget.
struct TimeChart::Frame
{
    QRectF plot;
    double low = 0;
    double high = 1;
    double step = 1;
    QDate first;
    QDate last;

    [[nodiscard]] double x(QDate day) const
    {
        const double span = double(std::max<qint64>(1, first.daysTo(last)));
        return plot.left() + double(first.daysTo(day)) / span * plot.width();
    }
    [[nodiscard]] double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
};

} // namespace steward::charts
