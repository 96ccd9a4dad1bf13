// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/facts.h"

#include <algorithm>

namespace steward {

namespace {

UsageView cutAfter(const UsageView& series, qint32 day)
{
    if (series.points.empty() || series.points.back().day <= day)
        return series;
    return {series.metric, series.points.within(std::numeric_limits<qint32>::min(), day)};
}

/// The block of one account.
struct Own
{
    std::vector<double> numbers; ///< aligned as packing wants it
    std::vector<UsageView> views;
};

} // namespace

Usage::Usage(std::vector<UsageSeries> series)
{
    if (series.empty())
        return;
    std::ranges::stable_sort(series, {}, &UsageSeries::metric);
    std::vector<UsagePacking> packings;
    std::size_t bytes = 0;
    for (const UsageSeries& each : series)
        bytes += packings.emplace_back(each.points).bytes();
    const auto own = std::make_shared<Own>();
    own->numbers.resize(bytes / sizeof(double));
    auto* to = reinterpret_cast<std::byte*>(own->numbers.data());
    for (std::size_t i = 0; i < series.size(); ++i) {
        own->views.push_back({series[i].metric, packings[i].pack(to)});
        to += packings[i].bytes();
    }
    m_series = own->views;
    m_block = own;
}

UsageView Usage::operator[](std::size_t i) const { return cutAfter(m_series[i], m_until); }

UsagePoints Usage::of(MetricId metric) const
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
