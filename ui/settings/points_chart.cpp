// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/points_chart.h"

#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace steward::settings {

using style::px;
using style::Tone;

namespace {

constexpr double mostPoints = 100;

double xOf(const content::Point& point) { return double(point.x.thousandths) / 1000; }

} // namespace

PointsChart::PointsChart(PointsModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("settings.points.chart"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(px(180), px(130));
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_chosen = 0;
        follow();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &PointsChart::follow);
}

void PointsChart::show(const QString& name, std::vector<int> thresholds)
{
    m_name = name;
    m_thresholds = std::move(thresholds);
    follow();
}

void PointsChart::follow()
{
    setAccessibleName(tr("Points of %1").arg(m_name));
    QStringList said;
    for (const PointsModel::Line& line : m_model.lines())
        said << tr("at %1: %2").arg(textOf(line.now.x)).arg(line.now.score);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

void PointsChart::choose(int point)
{
    const int last = m_model.rowCount() - 1;
    point = std::clamp(point, 0, std::max(0, last));
    if (point == m_chosen)
        return;
    m_chosen = point;
    update();
    Q_EMIT pointChosen(point);
}

QSize PointsChart::sizeHint() const { return {px(280), px(210)}; }

QRectF PointsChart::plot() const { return QRectF(rect()).adjusted(px(30), px(22), -px(14), -px(24)); }

std::pair<double, double> PointsChart::span() const
{
    const auto& lines = m_model.lines();
    if (lines.empty())
        return {0, 1};
    const double first = xOf(lines.front().now);
    const double last = xOf(lines.back().now);
    const double room = std::max((last - first) * 0.06, 0.01);
    return {first - room, last + room};
}

QPointF PointsChart::placeOf(const content::Point& point) const
{
    const auto [first, last] = span();
    const QRectF area = plot();
    return {area.left() + (xOf(point) - first) / (last - first) * area.width(),
            area.bottom() - point.score / mostPoints * area.height()};
}

qint64 PointsChart::step() const
{
    const auto [first, last] = span();
    const double part = (last - first) / 100;
    return std::max<qint64>(1, qRound64(1000 * std::pow(10, std::floor(std::log10(part)))));
}

void PointsChart::paintGround(QPainter& painter, const style::Theme& theme) const
{
    const QRectF area = plot();
    painter.setFont(style::fontOf(style::Type::Small));
    const auto line = [&](int score, const QColor& color, Qt::PenStyle dash) {
        const double y = std::round(area.bottom() - score / mostPoints * area.height()) + 0.5;
        painter.setPen(QPen(color, 0, dash));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QRectF(0, y - px(9), area.left() - px(6), px(18)), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(score));
    };
    for (const int score : {0, 100})
        line(score, theme[Tone::Grid], Qt::SolidLine);
    for (const int score : m_thresholds)
        line(score, theme[Tone::Muted], Qt::DotLine);
}

void PointsChart::paintPoints(QPainter& painter, const style::Theme& theme) const
{
    const QRectF area = plot();
    QPolygonF path;
    for (const PointsModel::Line& line : m_model.lines())
        path << placeOf(line.now);
    if (path.isEmpty())
        return;
    path.prepend({area.left(), path.front().y()});
    path.append({area.right(), path.back().y()});
    painter.setPen(QPen(theme[Tone::Accent], 1.75));
    painter.drawPolyline(path);
    double free = -1; // where the next label of the axis may begin
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const content::Point& point = m_model.lines()[std::size_t(i)].now;
        const QPointF place = placeOf(point);
        painter.setPen(QPen(theme[Tone::Accent], i == m_chosen ? 2.5 : 1.75));
        painter.setBrush(theme[Tone::Base]);
        const double radius = px(i == m_chosen ? 6 : 4.5);
        painter.drawEllipse(place, radius, radius);
        const QString text = textOf(point.x);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        if (place.x() - width / 2 < free)
            continue;
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QRectF(place.x() - width, area.bottom() + px(6), 2 * width, px(18)), Qt::AlignCenter, text);
        free = place.x() + width / 2 + px(6);
    }
    const content::Point& chosen = m_model.lines()[std::size_t(std::min(m_chosen, m_model.rowCount() - 1))].now;
    painter.setFont(style::fontOf(style::Type::Strong));
    painter.setPen(theme[Tone::Text]);
    painter.drawText(QRectF(0, 0, area.right(), px(18)), Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1 is %2 points").arg(textOf(chosen.x)).arg(chosen.score));
}

void PointsChart::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, theme);
    paintPoints(painter, theme);
    if (hasFocus())
        style::paintFocus(painter, rect(), theme);
}

void PointsChart::keyPressEvent(QKeyEvent* event)
{
    if (m_model.rowCount() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    content::Point point = m_model.lines()[std::size_t(m_chosen)].now;
    const bool isMove = event->modifiers() & Qt::ShiftModifier;
    const int way = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!isMove) {
            choose(m_chosen + way);
            return;
        }
        point.x.thousandths += way * step();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        point.score = std::clamp(point.score + way * (isMove ? 10 : 1), 0, int(mostPoints));
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_model.isEditable())
        Q_EMIT pointRequested(m_chosen, point);
}

void PointsChart::mousePressEvent(QMouseEvent* event)
{
    const double reach = px(14);
    for (int i = 0; i < m_model.rowCount(); ++i)
        if (const QPointF away = placeOf(m_model.lines()[std::size_t(i)].now) - event->position();
            std::hypot(away.x(), away.y()) < reach) {
            choose(i);
            m_isDragging = m_model.isEditable();
            return;
        }
}

void PointsChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isDragging || m_chosen >= m_model.rowCount())
        return;
    const auto [first, last] = span();
    const QRectF area = plot();
    const auto& lines = m_model.lines();
    content::Point point = lines[std::size_t(m_chosen)].now;
    point.score = static_cast<int>(
        std::clamp(std::round((area.bottom() - event->position().y()) / area.height() * mostPoints), 0.0, mostPoints));
    // The ends stay, so that the scale does not run away under the mouse.
    if (m_chosen > 0 && m_chosen + 1 < m_model.rowCount()) {
        const double x = first + (event->position().x() - area.left()) / area.width() * (last - first);
        point.x.thousandths = std::clamp(qRound64(x * 1000 / double(step())) * step(),
                                         lines[std::size_t(m_chosen) - 1].now.x.thousandths + step(),
                                         lines[std::size_t(m_chosen) + 1].now.x.thousandths - step());
    }
    if (point != lines[std::size_t(m_chosen)].now)
        Q_EMIT pointRequested(m_chosen, point);
}

void PointsChart::mouseReleaseEvent(QMouseEvent*) { m_isDragging = false; }

} // namespace steward::settings
