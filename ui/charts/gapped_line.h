// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

/// Internal to the charts.
namespace steward::charts {

/// A line that stops where nothing is known; a value alone between two gaps is a dot. Drawn with the painter's pen.
class GappedLine
{
public:
    explicit GappedLine(QPainter& painter)
        : m_painter(painter)
    {
    }
    void to(const QPointF& point) { m_points << point; }
    /// Also at its end.
    void gap()
    {
        if (m_points.size() > 1)
            m_painter.drawPolyline(m_points);
        else if (m_points.size() == 1)
            m_painter.drawPoint(m_points.front());
        m_points.clear();
    }

private:
    QPainter& m_painter;
    QPolygonF m_points;
};

} // namespace steward::charts
