// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_chart.h"
#include "ui/style/icons.h"
#include "ui/style/series.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>

/// How lanes are drawn.
namespace steward::charts {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double axisTall = 24;
constexpr double footTall = 22;

QColor solidOf(LaneInk ink, const style::Theme& theme)
{
    switch (ink) {
    case LaneInk::Plain:
        return theme[Tone::Text];
    case LaneInk::Quiet:
        return theme[Tone::Quantity];
    case LaneInk::Strong:
        return theme[Tone::Accent];
    case LaneInk::Sky:
        return style::seriesColor(style::Series::Sky, theme);
    case LaneInk::Good:
        return theme.band(style::Band::Green).solid;
    case LaneInk::Soon:
        return theme.band(style::Band::Yellow).solid;
    case LaneInk::Late:
        return theme.band(style::Band::Red).solid;
    }
    return theme[Tone::Text];
}

QColor wordsOf(LaneInk ink, const style::Theme& theme)
{
    if (ink == LaneInk::Late)
        return theme.band(style::Band::Red).text;
    return ink == LaneInk::Soon ? theme.band(style::Band::Yellow).text : theme[Tone::Text];
}

/// Ink or white on a filled mark, whichever is read better.
QColor onMark(const QColor& mark)
{
    const QColor ink = style::Theme::light()[Tone::Text];
    return style::contrast(mark, ink) >= style::contrast(mark, Qt::white) ? ink : QColor(Qt::white);
}

} // namespace

void LaneChart::paintEvent(QPaintEvent*)
{
    // Nothing is there yet: what it shows is still being worked out.
    if (m_picture.lanes.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    for (std::size_t lane = 0; lane < m_rows.size(); ++lane)
        paintLane(painter, lane);
    paintToday(painter);
    paintChosen(painter);
}

void LaneChart::paintAxis(QPainter& painter) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const double bottom = m_rows.empty() ? height() : m_rows.back().top + m_rows.back().height;
    const double right = m_axis.left + m_axis.width;
    if (const double today = m_axis.x(m_picture.today.addDays(1)); today < right)
        painter.fillRect(QRectF(std::max(today, m_axis.left), px(axisTall), right - std::max(today, m_axis.left),
                                bottom - px(axisTall)),
                         theme[Tone::Alt]);
    painter.setFont(style::fontOf(Type::Small));
    for (const AxisTick& tick : ticksOf(m_axis, px(64), m_locale)) {
        const double x = m_axis.x(tick.day);
        painter.setPen(QPen(theme[Tone::Grid], 0));
        painter.drawLine(QPointF(x, px(axisTall) - px(6)), QPointF(x, bottom));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QPointF(x + px(3), px(axisTall) - px(8)), tick.text);
    }
}

void LaneChart::paintToday(QPainter& painter) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const double x = m_axis.x(m_picture.today.addDays(1));
    if (x < m_axis.left || x > m_axis.left + m_axis.width || m_rows.empty())
        return;
    const double bottom = m_rows.back().top + m_rows.back().height;
    painter.setPen(QPen(theme[Tone::Accent], 1.5));
    painter.drawLine(QPointF(x, px(axisTall) - px(6)), QPointF(x, bottom));
    painter.setFont(style::fontOf(Type::Small));
    const double wide = painter.fontMetrics().horizontalAdvance(m_picture.todayText) + px(10);
    const QRectF flag(x - wide / 2, bottom, wide, px(footTall) - px(3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme[Tone::Accent]);
    painter.drawRoundedRect(flag, px(3), px(3));
    painter.setPen(theme[Tone::OnAccent]);
    painter.drawText(flag, Qt::AlignCenter, m_picture.todayText);
}

void LaneChart::paintLane(QPainter& painter, std::size_t lane) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const Lane& each = m_picture.lanes[lane];
    const Row& row = m_rows[lane];
    painter.setPen(QPen(theme[Tone::Grid], 0));
    painter.drawLine(QPointF(0, row.top + row.height), QPointF(width(), row.top + row.height));
    const double line = QFontMetricsF(style::fontOf(Type::Body)).height();
    const double top = row.top + (row.height - line * (each.about.isEmpty() ? 1 : 2)) / 2;
    painter.setFont(style::fontOf(Type::Strong));
    painter.setPen(theme[Tone::Text]);
    painter.drawText(QRectF(px(2), top, labelWidth() - px(16), line), Qt::AlignLeft | Qt::AlignVCenter, each.name);
    painter.setFont(style::fontOf(Type::Small));
    painter.setPen(theme[Tone::Muted]);
    painter.drawText(QRectF(px(2), top + line, labelWidth() - px(16), line), Qt::AlignLeft | Qt::AlignVCenter,
                     each.about);
    painter.save();
    painter.setClipRect(QRectF(m_axis.left - px(9), row.top, width() - m_axis.left + px(9), row.height));
    switch (each.kind) {
    case Lane::Kind::Stages:
        paintStages(painter, lane);
        break;
    case Lane::Kind::Marks:
        paintMarks(painter, lane);
        break;
    case Lane::Kind::Bars:
        paintBars(painter, lane);
        break;
    case Lane::Kind::Curve:
        paintCurve(painter, lane);
        break;
    }
    painter.restore();
}

void LaneChart::paintStages(QPainter& painter, std::size_t lane) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const Row& row = m_rows[lane];
    const double end = m_axis.left + m_axis.width;
    for (const LaneGroup& group : row.groups) {
        const LaneItem& item = m_picture.lanes[lane].items[group.items.front()];
        const QRectF bar(QPointF(std::max(group.left, m_axis.left), row.top + px(8)),
                         QPointF(std::min(group.right, end), row.top + row.height - px(8)));
        if (bar.width() <= 0)
            continue;
        const bool isOver = item.ink == LaneInk::Late;
        const QColor fill = solidOf(isOver ? LaneInk::Strong : item.ink, theme);
        if (item.isHollow) {
            painter.setPen(QPen(theme[Tone::Muted], 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        } else {
            painter.fillRect(bar.adjusted(0, 0, -1, 0), fill);
            if (isOver)
                painter.fillRect(bar.adjusted(0, 0, -1, 0), QBrush(theme[Tone::Base], Qt::BDiagPattern));
        }
        painter.setFont(style::fontOf(Type::Strong));
        const QString words =
            painter.fontMetrics().elidedText(item.text, Qt::ElideRight, static_cast<int>(bar.width() - px(10)));
        if (bar.width() <= px(40))
            continue;
        if (isOver)
            painter.fillRect(QRectF(bar.left() + px(2), bar.top() + px(2),
                                    painter.fontMetrics().horizontalAdvance(words) + px(6), bar.height() - px(4)),
                             theme[Tone::Base]);
        painter.setPen(isOver ? wordsOf(item.ink, theme) : item.isHollow ? theme[Tone::Muted] : onMark(fill));
        painter.drawText(bar.adjusted(px(5), 0, -px(5), 0), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
}

void LaneChart::paintMarks(QPainter& painter, std::size_t lane) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const Row& row = m_rows[lane];
    const double middle = row.top + row.height / 2;
    painter.setFont(style::fontOf(Type::Small));
    const QFontMetricsF metrics(painter.fontMetrics());
    for (std::size_t i = 0; i < row.groups.size(); ++i) {
        const LaneGroup& group = row.groups[i];
        if (group.right < m_axis.left - px(10) || group.left > m_axis.left + m_axis.width + px(10))
            continue;
        const LaneItem& item = m_picture.lanes[lane].items[group.items.front()];
        const double next = i + 1 < row.groups.size() ? row.groups[i + 1].left : width();
        if (group.items.size() > 1) {
            const QString count = m_locale.toString(group.items.size());
            const double wide = std::max(group.right - group.left, metrics.horizontalAdvance(count) + px(10));
            const QRectF pill(group.left, middle - px(9), wide, px(18));
            painter.setPen(QPen(theme[Tone::SepStrong], 1));
            painter.setBrush(theme[Tone::Track]);
            painter.drawRoundedRect(pill, px(9), px(9));
            painter.setPen(theme[Tone::Text]);
            style::drawNumber(painter, pill, Qt::AlignCenter, count);
            continue;
        }
        const double x = (group.left + group.right) / 2;
        const QColor ink = solidOf(item.ink, theme);
        if (item.icon.isEmpty()) {
            const double half = px(6);
            painter.setPen(QPen(ink, 1.5));
            painter.setBrush(item.isHollow ? theme[Tone::Base] : ink);
            painter.drawPolygon(QPolygonF{QPointF(x, middle - half), QPointF(x + half, middle),
                                          QPointF(x, middle + half), QPointF(x - half, middle)});
        } else {
            const QColor tint = item.ink == LaneInk::Plain ? theme[Tone::Muted] : ink;
            painter.drawPixmap(QPointF(x - px(8), middle - px(8)),
                               style::iconPixmap(item.icon, tint, px(16), devicePixelRatioF()));
        }
        const double room = next - group.right - px(4);
        if (item.text.isEmpty() || metrics.horizontalAdvance(item.text) > room)
            continue;
        painter.setPen(wordsOf(item.ink, theme));
        painter.drawText(QPointF(group.right + px(2), middle + metrics.ascent() / 2 - 1), item.text);
    }
}

void LaneChart::paintBars(QPainter& painter, std::size_t lane) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const Row& row = m_rows[lane];
    painter.setFont(style::fontOf(Type::Small));
    const double end = m_axis.left + m_axis.width;
    for (std::size_t i = 0; i < row.groups.size(); ++i) {
        const LaneGroup& group = row.groups[i];
        QRectF bar = placeOf({lane, i});
        bar.setLeft(std::max(bar.left(), m_axis.left));
        bar.setRight(std::min(bar.right(), end));
        if (bar.width() <= 0)
            continue;
        LaneInk ink = LaneInk::Quiet;
        for (const std::size_t item : group.items)
            ink = std::max(ink, m_picture.lanes[lane].items[item].ink);
        painter.fillRect(bar, solidOf(ink, theme));
        if (group.items.size() == 1)
            continue;
        painter.setPen(theme[Tone::Text]);
        painter.drawText(QPointF(bar.right() + px(3), bar.bottom()), m_locale.toString(group.items.size()));
    }
}

void LaneChart::paintCurve(QPainter& painter, std::size_t lane) const
{
    const style::Theme& theme = style::Theme::of(palette());
    const TimeSeries& curve = m_picture.lanes[lane].curve;
    const Row& row = m_rows[lane];
    const double end = m_axis.left + m_axis.width;
    painter.setFont(style::fontOf(Type::Small));
    for (const TimeSeries::Level& level : curve.levels) {
        const double y = valueY(row, curve, level.value);
        QPen pen(level.band ? theme.band(*level.band).solid : theme[Tone::Muted], 1);
        pen.setDashPattern(level.isThreshold ? QList<qreal>{1, 3} : QList<qreal>{4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(m_axis.left, y), QPointF(end, y));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QPointF(end + px(4), y + px(4)), level.name);
    }
    painter.save();
    painter.setClipRect(QRectF(m_axis.left, row.top, m_axis.width, row.height), Qt::IntersectClip);
    painter.setPen(QPen(theme[curve.ink], 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    for (const TimeSeries::Point& point : curve.points) {
        if (point.value) {
            line << QPointF(m_axis.x(point.day), valueY(row, curve, *point.value));
            continue;
        }
        painter.drawPolyline(line);
        line.clear();
    }
    painter.drawPolyline(line);
    painter.restore();
    if (row.points.empty())
        return;
    const TimeSeries::Point& last = curve.points[row.points.back()];
    const QPointF tip(m_axis.x(last.day), valueY(row, curve, *last.value));
    if (tip.x() < m_axis.left || tip.x() > end)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(curve.last ? theme.band(*curve.last).solid : theme[curve.ink]);
    painter.drawEllipse(tip, px(4), px(4));
    painter.setFont(style::fontOf(Type::Strong));
    painter.setPen(curve.last ? theme.band(*curve.last).text : theme[Tone::Text]);
    painter.drawText(QPointF(tip.x() + px(9), tip.y() + px(5)), curve.lastText);
}

/// A dotted line through all lanes, and what the mark is.
void LaneChart::paintChosen(QPainter& painter) const
{
    if (chosen() < 0 || !hasFocus())
        return;
    const QRect place = markRect(chosen());
    if (place.isEmpty())
        return;
    const style::Theme& theme = style::Theme::of(palette());
    const bool isTime = place.width() > px(40);
    const double x = isTime ? place.left() : place.center().x();
    QPen dotted(theme[Tone::Text], 1);
    dotted.setDashPattern({1, 3});
    painter.setPen(dotted);
    painter.drawLine(QPointF(x, px(axisTall)), QPointF(x, m_rows.back().top + m_rows.back().height));
    style::paintFocus(painter, place.adjusted(-px(2), -px(2), px(2), px(2)), theme, px(3));
    painter.setFont(style::fontOf(Type::Small));
    const QString words = painter.fontMetrics().elidedText(markText(chosen()), Qt::ElideRight, px(420));
    QRectF card(x + px(10), place.bottom() + px(6), painter.fontMetrics().horizontalAdvance(words) + px(16), px(24));
    if (card.right() > width())
        card.moveRight(std::max(card.width(), x - px(10)));
    if (card.bottom() > height())
        card.moveBottom(place.top() - px(6));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme[Tone::Tooltip]);
    painter.drawRoundedRect(card, px(3), px(3));
    painter.setPen(theme[Tone::TooltipText]);
    painter.drawText(card, Qt::AlignCenter, words);
}

} // namespace steward::charts
