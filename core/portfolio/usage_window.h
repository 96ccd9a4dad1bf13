// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/usage_points.h"
#include "core/portfolio/working_calendar.h"

namespace steward {

/// The samples of a metric in a window of days, both ends in it.
struct UsageWindow
{
    int days = 0;      ///< length of the window
    int sampled = 0;   ///< days with a sample
    int used = 0;      ///< days above zero
    double sum = 0;    ///< of the samples
    double last = 0;   ///< value of the newest sample
    double max = 0;    ///< highest value
    QDate lastSampled; ///< day of the newest sample; invalid: none
    QDate lastUsed;    ///< newest day above zero; invalid: none

    /// Mean over the days: those without a sample count as 0 where the metric's absence means "zero", else are left
    /// out.
    [[nodiscard]] std::optional<double> mean(const Metric& metric) const;
    /// Combined by the metric's own aggregate (sum, mean, last, max; nothing said: sum). none: no samples, and absence
    /// does not mean zero.
    [[nodiscard]] std::optional<double> value(const Metric& metric) const;
};

[[nodiscard]] UsageWindow usageWindow(const UsagePoints& points, QDate from, QDate to);
/// The so many days up to and with to.
[[nodiscard]] inline UsageWindow usageWindow(const UsagePoints& points, int days, QDate to)
{
    return usageWindow(points, to.addDays(1 - days), to);
}

/// Mean of the values on working days; days without a sample count as 0 where absence means "zero". none: no working
/// day in the window, or none with a sample.
[[nodiscard]] std::optional<double> meanPerWorkingDay(const UsagePoints& points, QDate from, QDate to,
                                                      const Metric& metric, const WorkingCalendar& calendar);

} // namespace steward
