// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/usage_window.h"

#include <algorithm>

namespace steward {

namespace {

bool isAbsenceZero(const Metric& metric) { return metric.absence == u"zero"; }

} // namespace

UsageWindow usageWindow(const UsagePoints& points, QDate from, QDate to)
{
    UsageWindow window;
    window.days = static_cast<int>(std::max<qint64>(0, from.daysTo(to) + 1));
    const UsagePoints sampled = points.within(usageDay(from), usageDay(to));
    if (sampled.empty())
        return window;
    std::optional<qint32> lastUsed;
    window.max = sampled.front().value;
    for (const UsageSeries::Point& point : sampled) {
        window.max = std::max(window.max, point.value);
        window.sum += point.value;
        if (point.value > 0) {
            ++window.used;
            lastUsed = point.day;
        }
    }
    window.sampled = static_cast<int>(sampled.size());
    window.last = sampled.back().value;
    window.lastSampled = usageDate(sampled.back().day);
    if (lastUsed)
        window.lastUsed = usageDate(*lastUsed);
    return window;
}

std::optional<double> UsageWindow::mean(const Metric& metric) const
{
    const int counted = isAbsenceZero(metric) ? days : sampled;
    return counted > 0 ? std::optional(sum / counted) : std::nullopt;
}

std::optional<double> UsageWindow::value(const Metric& metric) const
{
    if (sampled == 0)
        return isAbsenceZero(metric) && days > 0 ? std::optional(0.0) : std::nullopt;
    if (metric.aggregate == u"mean")
        return mean(metric);
    return metric.aggregate == u"last" ? last : metric.aggregate == u"max" ? max : sum;
}

std::optional<double> meanPerWorkingDay(const UsagePoints& points, QDate from, QDate to, const Metric& metric,
                                        const WorkingCalendar& calendar)
{
    double sum = 0;
    int sampled = 0;
    for (const UsageSeries::Point& point : points.within(usageDay(from), usageDay(to)))
        if (calendar.isWorking(usageDate(point.day))) {
            sum += point.value;
            ++sampled;
        }
    const int counted = isAbsenceZero(metric) ? calendar.daysBetween(from.addDays(-1), to) : sampled;
    return counted > 0 ? std::optional(sum / counted) : std::nullopt;
}

} // namespace steward
