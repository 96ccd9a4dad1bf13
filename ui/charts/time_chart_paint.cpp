// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/gapped_line.h"
#include "ui/charts/time_chart_frame.h"

#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>
#include <cmath>

/// How the chart is drawn.
namespace steward::charts {

using style::px;
using style::Tone;
using style::Type;

namespace {

QColor inkOf(const TimeSeries::Level& level, const style::Theme& theme)
{
    return level.band ? theme.band(*level.band).text : theme[level.ink];
}

} // namespace

void TimeChart::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    if (!m_series.isKnown()) {
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(rect().adjusted(px(2), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         tr("Unknown: there is nothing to draw yet."));
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        const Frame at = frame();
        paintAxes(painter, at, theme);
        paintLevels(painter, at, theme);
        paintEvents(painter, at, theme);
        paintLine(painter, at, theme);
        paintChosen(painter, at, theme);
    }
    if (hasFocus())
        style::paintFocus(painter, rect(), theme);
}

void TimeChart::paintAxes(QPainter& painter, const Frame& frame, const style::Theme& theme) const
{
    painter.setFont(style::fontOf(Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto label = [&](double value) {
        painter.setPen(theme[Tone::Muted]);
        const double y = frame.y(value);
        style::drawNumber(painter, QRectF(0, y - metrics.height() / 2.0, frame.plot.left() - px(6), metrics.height()),
                          Qt::AlignRight, axisText(value, frame.step));
    };
    const auto nearLevel = [&](double value) {
        return std::ranges::any_of(m_series.levels, [&](const TimeSeries::Level& level) {
            return std::abs(frame.y(level.value) - frame.y(value)) < metrics.height();
        });
    };
    const bool hasThresholds = !m_series.levels.empty() && !m_series.isFromZero;
    for (double value = std::ceil(frame.low / frame.step) * frame.step; value <= frame.high; value += frame.step) {
        const bool isEdge = value <= frame.low + frame.step / 2 || value + frame.step > frame.high;
        if (nearLevel(value) || (hasThresholds && !isEdge))
            continue;
        painter.setPen(QPen(theme[Tone::Grid], 0));
        painter.drawLine(QPointF(frame.plot.left(), frame.y(value)), QPointF(frame.plot.right(), frame.y(value)));
        label(value);
    }
    for (const TimeSeries::Level& level : m_series.levels)
        if (level.value >= frame.low && level.value <= frame.high)
            label(level.value);
    painter.setPen(theme[Tone::Muted]);
    for (const auto& [place, day] : daysBelow(frame, metrics))
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, dayText(day));
}

/// Where the days under the axis are written, each as wide as its text.
std::vector<std::pair<QRectF, QDate>> TimeChart::daysBelow(const Frame& frame, const QFontMetrics& metrics) const
{
    const double top = frame.plot.bottom() + px(2);
    const int widest = metrics.horizontalAdvance(dayText(frame.last)) + px(12);
    const int count = std::clamp(int(frame.plot.width() / (widest * 1.4)), 2, 6);
    const qint64 days = frame.first.daysTo(frame.last);
    std::vector<std::pair<QRectF, QDate>> places;
    for (int i = 0; i < count; ++i) {
        const QDate day = frame.first.addDays(days * i / (count - 1));
        const double width = metrics.horizontalAdvance(dayText(day)) + 2;
        const double left = i == 0 ? frame.plot.left() - px(4) : frame.x(day) - width / 2;
        places.emplace_back(QRectF(left, top, width, metrics.height()), day);
    }
    return places;
}

void TimeChart::paintLevels(QPainter& painter, const Frame& frame, const style::Theme& theme) const
{
    painter.setFont(style::fontOf(Type::Small));
    const double height = painter.fontMetrics().height();
    const auto& last = m_series.points.back();
    for (const TimeSeries::Level& level : m_series.levels) {
        if (level.value < frame.low || level.value > frame.high)
            continue;
        const QColor ink = inkOf(level, theme);
        QPen pen(ink, 1.2);
        pen.setDashPattern(level.isThreshold ? QList<qreal>{1, 3} : QList<qreal>{4, 3});
        painter.setPen(pen);
        const double y = frame.y(level.value);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        double middle = y;
        // The value of the last point is never written over.
        if (last.value && !m_series.lastText.isEmpty() && std::abs(frame.y(*last.value) - y) < height)
            middle = frame.y(*last.value) + (y <= frame.y(*last.value) ? -height : height);
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(
            QRectF(frame.plot.right() + px(8), middle - height / 2, width() - frame.plot.right() - px(8), height),
            Qt::AlignLeft | Qt::AlignVCenter, level.name);
    }
}

void TimeChart::paintLine(QPainter& painter, const Frame& frame, const style::Theme& theme) const
{
    painter.setPen(QPen(theme[m_series.ink], 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    GappedLine line(painter);
    for (const TimeSeries::Point& point : m_series.points) {
        if (point.value)
            line.to(QPointF(frame.x(point.day), frame.y(*point.value)));
        else
            line.gap();
    }
    line.gap();
    const TimeSeries::Point& last = m_series.points.back();
    if (!last.value)
        return;
    const QPointF end(frame.x(last.day), frame.y(*last.value));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_series.last ? theme.band(*m_series.last).solid : theme[m_series.ink]);
    painter.drawEllipse(end, px(4), px(4));
    painter.setFont(style::fontOf(Type::Strong));
    painter.setPen(m_series.last ? theme.band(*m_series.last).text : theme[Tone::Text]);
    const double height = painter.fontMetrics().height();
    painter.drawText(QRectF(end.x() + px(8), end.y() - height / 2, width() - end.x() - px(8), height),
                     Qt::AlignLeft | Qt::AlignVCenter, m_series.lastText);
}

/// A ring on the line, a dotted drop, the words below on two levels; events that have no room become a count.
void TimeChart::paintEvents(QPainter& painter, const Frame& frame, const style::Theme& theme) const
{
    if (m_series.events.empty())
        return;
    painter.setFont(style::fontOf(Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const double top = frame.plot.bottom() + metrics.height() + px(6);
    double free[2] = {0, 0};
    const auto days = daysBelow(frame, metrics);
    const auto valueAt = [&](QDate day) -> std::optional<double> {
        const TimeSeries::Point* before = nullptr;
        for (const TimeSeries::Point& point : m_series.points) {
            if (!point.value)
                continue;
            if (point.day == day)
                return point.value;
            if (point.day > day) {
                if (!before)
                    return std::nullopt;
                const double part = double(before->day.daysTo(day)) / double(before->day.daysTo(point.day));
                return *before->value + (*point.value - *before->value) * part;
            }
            before = &point;
        }
        return std::nullopt;
    };
    for (const TimeSeries::Event& event : m_series.events) {
        if (event.day < frame.first || event.day > frame.last)
            continue;
        const double x = frame.x(event.day);
        const double textWidth = metrics.horizontalAdvance(event.text);
        double left = x + px(4);
        if (left + textWidth > width())
            left = x - px(4) - textWidth;
        int level = left >= free[0] ? 0 : left >= free[1] ? 1 : -1;
        const double bottom = level < 0 ? top : top + (level + 1) * metrics.height() - px(3);
        QPen pen(theme[Tone::Muted], 1);
        pen.setDashPattern({1, 3});
        painter.setPen(pen);
        const auto value = valueAt(event.day);
        const double from = value ? frame.y(*value) : frame.plot.top();
        const bool hitsDay = std::ranges::any_of(
            days, [x](const auto& each) { return x > each.first.left() - 2 && x < each.first.right() + 2; });
        painter.drawLine(QPointF(x, from), QPointF(x, hitsDay ? frame.plot.bottom() : bottom));
        if (hitsDay) // not through the words
            painter.drawLine(QPointF(x, top - px(2)), QPointF(x, bottom));
        if (value) {
            painter.setPen(QPen(theme[m_series.ink], 1.5));
            painter.setBrush(theme[Tone::Base]);
            painter.drawEllipse(QPointF(x, frame.y(*value)), px(3), px(3));
        }
        if (level < 0)
            continue;
        painter.setPen(theme[Tone::Text]);
        painter.drawText(QPointF(left, top + level * metrics.height() + metrics.ascent()), event.text);
        free[level] = std::max(left, x) + (left < x ? px(8) : textWidth + px(10));
    }
}

void TimeChart::paintChosen(QPainter& painter, const Frame& frame, const style::Theme& theme) const
{
    if (m_chosen < 0 || m_chosen >= int(m_series.points.size()))
        return;
    const TimeSeries::Point& point = m_series.points[std::size_t(m_chosen)];
    const double x = frame.x(point.day);
    QPen pen(theme[Tone::Accent], 1.5);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    if (point.value) {
        painter.setBrush(theme[Tone::Base]);
        painter.drawEllipse(QPointF(x, frame.y(*point.value)), px(4), px(4));
    }
    painter.setFont(style::fontOf(Type::Small));
    const QString text = pointText(m_chosen);
    const QFontMetrics metrics = painter.fontMetrics();
    QRectF place(x + px(6), frame.plot.top(), metrics.horizontalAdvance(text) + px(12), metrics.height() + px(4));
    if (place.right() > width())
        place.moveRight(std::max(x - px(6), place.width()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme[Tone::Tooltip]);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(theme[Tone::TooltipText]);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace steward::charts
