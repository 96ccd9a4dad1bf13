// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/facts.h"

#include <algorithm>

namespace steward {

namespace {

std::span<const UsageSeries::Point> pointsUntil(const UsageSeries& series, qint32 day)
{
    const std::span<const UsageSeries::Point> all = series.points;
    if (all.empty() || all.back().day <= day)
        return all;
    const auto after = std::upper_bound(
        all.begin(), all.end(), day, [](qint32 value, const UsageSeries::Point& point) { return value < point.day; });
    return all.first(static_cast<std::size_t>(after - all.begin()));
}

std::vector<UsageSeries> byMetric(std::vector<UsageSeries> series)
{
    const auto order = [](const UsageSeries& a, const UsageSeries& b) { return a.metric < b.metric; };
    if (!std::is_sorted(series.begin(), series.end(), order))
        std::sort(series.begin(), series.end(), order);
    return series;
}

} // namespace

Usage::Usage(std::vector<UsageSeries> series)
    : m_series(byMetric(std::move(series)))
{
}

UsageView Usage::operator[](std::size_t i) const { return {m_series[i].metric, pointsUntil(m_series[i], m_until)}; }

std::span<const UsageSeries::Point> Usage::of(MetricId metric) const
{
    for (const UsageSeries& each : m_series)
        if (each.metric == metric)
            return pointsUntil(each, m_until);
    return {};
}

Usage Usage::until(QDate day) const
{
    Usage cut = *this;
    cut.m_until = std::min(m_until, usageDay(day));
    return cut;
}

bool operator==(const Usage& a, const Usage& b)
{
    if (a.m_series.isSharedWith(b.m_series) && a.m_until == b.m_until)
        return true;
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i)
        same = a[i].metric == b[i].metric && std::ranges::equal(a[i].points, b[i].points);
    return same;
}

} // namespace steward
