// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/usage_points.h"

#include <algorithm>
#include <limits>

namespace steward {

namespace {

std::size_t roundedUp(std::size_t bytes, std::size_t to) { return (bytes + to - 1) / to * to; }

template <class Number>
void write(std::span<const UsageSeries::Point> points, std::byte* to)
{
    auto* const values = reinterpret_cast<Number*>(to);
    for (std::size_t i = 0; i < points.size(); ++i)
        values[i] = static_cast<Number>(points[i].value);
}

template <class Number>
bool holds(double low, double high)
{
    return low >= std::numeric_limits<Number>::min() && high <= std::numeric_limits<Number>::max();
}

} // namespace

std::size_t UsagePoints::countBefore(qint64 day) const
{
    if (m_days)
        return static_cast<std::size_t>(std::lower_bound(m_days, m_days + m_size, day) - m_days);
    return static_cast<std::size_t>(std::clamp<qint64>(day - m_firstDay, 0, m_size));
}

UsagePoints UsagePoints::within(qint32 from, qint32 to) const
{
    const std::size_t first = countBefore(from);
    const std::size_t end = std::max(first, countBefore(qint64(to) + 1));
    UsagePoints part = *this;
    part.m_values = m_values + first * static_cast<std::size_t>(m_width);
    part.m_days = m_days ? m_days + first : nullptr;
    part.m_firstDay = m_firstDay + static_cast<qint32>(first);
    part.m_size = static_cast<quint32>(end - first);
    return part;
}

UsagePacking::UsagePacking(std::span<const UsageSeries::Point> points)
    : m_points(points)
{
    if (points.empty())
        return;
    m_isDaily = qint64(points.back().day) - points.front().day == qint64(points.size()) - 1;
    // Added to a double of less than 2^51 it leaves no room for a fraction.
    constexpr double fractionCutter = 1.5 * (qint64(1) << 52);
    bool isWhole = true;
    double low = points.front().value;
    double high = low;
    for (const UsageSeries::Point& point : points) {
        isWhole &= (point.value + fractionCutter) - fractionCutter == point.value;
        low = std::min(low, point.value);
        high = std::max(high, point.value);
    }
    if (isWhole && holds<qint32>(low, high))
        m_width = holds<qint16>(low, high) ? UsagePoints::Width::Short : UsagePoints::Width::Whole;
}

std::size_t UsagePacking::valueBytes() const
{
    return roundedUp(static_cast<std::size_t>(m_width) * m_points.size(), alignof(qint32));
}

std::size_t UsagePacking::bytes() const
{
    return roundedUp(valueBytes() + (m_isDaily ? 0 : sizeof(qint32) * m_points.size()), alignment);
}

UsagePoints UsagePacking::pack(std::byte* to) const
{
    UsagePoints packed;
    if (m_points.empty())
        return packed;
    packed.m_values = to;
    packed.m_firstDay = m_points.front().day;
    packed.m_size = static_cast<quint32>(m_points.size());
    packed.m_width = m_width;
    switch (m_width) {
    case UsagePoints::Width::Short:
        write<qint16>(m_points, to);
        break;
    case UsagePoints::Width::Whole:
        write<qint32>(m_points, to);
        break;
    case UsagePoints::Width::Real:
        write<double>(m_points, to);
        break;
    }
    if (!m_isDaily) {
        auto* const days = reinterpret_cast<qint32*>(to + valueBytes());
        std::ranges::transform(m_points, days, &UsageSeries::Point::day);
        packed.m_days = days;
    }
    return packed;
}

} // namespace steward
