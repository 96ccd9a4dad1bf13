// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/facts.h"

#include <algorithm>

namespace steward {

namespace {

UsageView cutAfter(const UsageView& series, qint32 day)
{
    const auto all = series.points;
    if (all.empty() || all.back().day <= day)
        return series;
    // Mostly there is a sample of every day: then it lies where the days in between say.
    const qint64 likely = qint64(all.size()) - 1 - (qint64(all.back().day) - day);
    if (likely >= 0 && all[static_cast<std::size_t>(likely)].day == day)
        return {series.metric, all.first(static_cast<std::size_t>(likely) + 1)};
    const auto after = std::upper_bound(
        all.begin(), all.end(), day, [](qint32 value, const UsageSeries::Point& point) { return value < point.day; });
    return {series.metric, all.first(static_cast<std::size_t>(after - all.begin()))};
}

/// The block of one account.
struct Own
{
    std::vector<UsageSeries> series;
    std::vector<UsageView> views;
};

} // namespace

Usage::Usage(std::vector<UsageSeries> series)
{
    if (series.empty())
        return;
    const auto own = std::make_shared<Own>();
    own->series = std::move(series);
    for (const UsageSeries& each : own->series)
        own->views.push_back({each.metric, each.points});
    std::stable_sort(own->views.begin(), own->views.end(),
                     [](const UsageView& a, const UsageView& b) { return a.metric < b.metric; });
    m_series = own->views;
    m_block = own;
}

UsageView Usage::operator[](std::size_t i) const { return cutAfter(m_series[i], m_until); }

std::span<const UsageSeries::Point> Usage::of(MetricId metric) const
{
    for (const UsageView& each : m_series)
        if (each.metric == metric)
            return cutAfter(each, m_until).points;
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
    if (a.isSharedWith(b) && a.m_until == b.m_until)
        return true;
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i)
        same = a[i].metric == b[i].metric && std::ranges::equal(a[i].points, b[i].points);
    return same;
}

} // namespace steward
