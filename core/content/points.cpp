// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/points.h"

#include "core/base/money.h"

#include <algorithm>

namespace steward::content {

bool Points::rises() const
{
    return std::adjacent_find(m_points.begin(), m_points.end(),
                              [](const Point& a, const Point& b) { return b.x <= a.x; }) == m_points.end();
}

Score Points::at(Ratio x) const
{
    // x * 1000 as numerator over x.denominator, compared in 128 bits with the thousandths of the points.
    const Wide scaled = Wide(x.numerator) * 1000;
    const auto reaches = [&](const Point& point) { return scaled >= Wide(point.x.thousandths) * x.denominator; };
    if (!reaches(m_points.front()))
        return Score::whole(m_points.front().score);
    const auto above = std::find_if_not(m_points.begin(), m_points.end(), reaches);
    if (above == m_points.end())
        return Score::whole(m_points.back().score);
    const Point& low = *std::prev(above);
    const Wide past = scaled - Wide(low.x.thousandths) * x.denominator;
    const Wide span = Wide(above->x.thousandths - low.x.thousandths) * x.denominator;
    // floor((score * 2 span + 1) / (2 span)) style rounding: half up, and scores are never negative.
    const Wide exact = Wide(low.score) * Score::perPoint * span + past * (above->score - low.score) * Score::perPoint;
    return {static_cast<qint64>((2 * exact + span) / (2 * span))};
}

} // namespace steward::content
