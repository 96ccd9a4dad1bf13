// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <cmath>

namespace steward::charts {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double leastRange = 30;
constexpr int mostLines = 5;

/// A step of 1, 2 or 5 times a power of ten that gives at most so many lines.
double stepFor(double range)
{
    double step = std::pow(10.0, std::floor(std::log10(std::max(range, 1e-6) / mostLines)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (range / (step * factor) <= mostLines)
            return step * factor;
    return step * 10;
}

QColor inkOf(const TimeSeries::Level& level, const style::Theme& theme)
{
    return level.band ? theme.band(*level.band).text : theme[level.ink];
}

} // namespace

bool TimeSeries::isKnown() const
{
    return std::ranges::any_of(points, [](const Point& point) { return point.value.has_value(); });
}

/// Where things lie in the widget.
struct TimeChart::Frame
{
    QRectF plot;
    double low = 0;
    double high = 1;
    double step = 1;
    QDate first;
    QDate last;

    [[nodiscard]] double x(QDate day) const
    {
        const double span = double(std::max<qint64>(1, first.daysTo(last)));
        return plot.left() + double(first.daysTo(day)) / span * plot.width();
    }
    [[nodiscard]] double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
};

TimeChart::TimeChart(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QSize TimeChart::sizeHint() const { return {px(560), px(m_series.events.empty() ? 160 : 210)}; }
QSize TimeChart::minimumSizeHint() const { return {px(220), px(130)}; }

QString TimeChart::valueText(double value) const { return m_locale.toString(value, 'f', m_series.decimals); }

QString TimeChart::axisText(double value) const
{
    return value == std::floor(value) ? m_locale.toString(value, 'f', 0) : valueText(value);
}

QString TimeChart::dayText(QDate day) const
{
    return m_locale.language() == QLocale::English || m_locale.language() == QLocale::C
               ? m_locale.toString(day, QStringLiteral("d MMM"))
               : m_locale.toString(day, QLocale::ShortFormat);
}

QString TimeChart::pointText(int point) const
{
    if (point < 0 || point >= int(m_series.points.size()))
        return {};
    const TimeSeries::Point& at = m_series.points[std::size_t(point)];
    QString text =
        at.value ? tr("%1: %2").arg(dayText(at.day), valueText(*at.value)) : tr("%1: unknown").arg(dayText(at.day));
    const QDate before = point > 0 ? m_series.points[std::size_t(point) - 1].day : QDate();
    for (const TimeSeries::Event& event : m_series.events)
        if (event.day <= at.day && (!before.isValid() || event.day > before))
            text += QStringLiteral(", ") + event.text;
    return text;
}

void TimeChart::show(TimeSeries series)
{
    m_series = std::move(series);
    m_chosen = -1;
    setAccessibleName(m_series.name);
    QString about = tr("Nothing is known.");
    const auto known = [](const TimeSeries::Point& point) { return point.value.has_value(); };
    const auto first = std::ranges::find_if(m_series.points, known);
    if (first != m_series.points.end()) {
        const auto last = std::find_if(m_series.points.rbegin(), m_series.points.rend(), known);
        about = tr("From %1 on %2 to %3 on %4. The arrow keys walk the points.")
                    .arg(valueText(*first->value), dayText(first->day), valueText(*last->value), dayText(last->day));
    }
    setAccessibleDescription(about);
    updateGeometry();
    update();
}

TimeChart::Frame TimeChart::frame() const
{
    Frame frame;
    const QFontMetrics small(style::fontOf(Type::Small));
    const QFontMetrics strong(style::fontOf(Type::Strong));
    double low = m_series.isFromZero ? 0 : 1e300;
    double high = m_series.isFromZero ? 1 : -1e300;
    for (const TimeSeries::Point& point : m_series.points)
        if (point.value) {
            low = std::min(low, *point.value);
            high = std::max(high, *point.value);
        }
    for (const TimeSeries::Level& level : m_series.levels)
        if (!level.isThreshold || m_series.isFromZero)
            high = std::max(high, level.value);
    if (low > high) {
        low = 0;
        high = m_series.mostRange > 0 ? m_series.mostRange : 1;
    }
    if (!m_series.isFromZero) {
        const double middle = (low + high) / 2;
        const double half = std::max(high - low, leastRange) / 2 + 5;
        low = std::max(0.0, std::floor((middle - half) / 10) * 10);
        high = std::ceil((middle + half) / 10) * 10;
        if (m_series.mostRange > 0)
            high = std::min(high, m_series.mostRange);
    } else {
        high *= 1.08;
    }
    frame.step = stepFor(high - low);
    frame.low = low;
    frame.high = high;
    int right = strong.horizontalAdvance(m_series.lastText);
    for (const TimeSeries::Level& level : m_series.levels)
        right = std::max(right, small.horizontalAdvance(level.name));
    const int left = small.horizontalAdvance(axisText(std::floor(std::max(high, 10.0)))) + px(10);
    const int strip = m_series.events.empty() ? 0 : 2 * small.height() + px(4);
    const int below = small.height() + px(6) + strip;
    frame.plot =
        QRectF(left, px(8), std::max(1, width() - left - right - px(16)), std::max(1, height() - px(8) - below));
    if (!m_series.points.empty()) {
        frame.first = m_series.points.front().day;
        frame.last = m_series.points.back().day;
    }
    return frame;
}

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
                          Qt::AlignRight, axisText(value));
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
    const double top = frame.plot.bottom() + px(2);
    const int width = metrics.horizontalAdvance(dayText(frame.last)) + px(12);
    const int count = std::clamp(int(frame.plot.width() / (width * 1.4)), 2, 6);
    const qint64 days = frame.first.daysTo(frame.last);
    painter.setPen(theme[Tone::Muted]);
    for (int i = 0; i < count; ++i) {
        const QDate day = frame.first.addDays(days * i / (count - 1));
        QRectF place(frame.x(day) - width / 2.0, top, width, metrics.height());
        place.moveLeft(std::max(place.left(), frame.plot.left() - px(4)));
        const int align = i == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(place, align | Qt::AlignTop, dayText(day));
    }
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
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        else if (line.size() == 1)
            painter.drawPoint(line.front());
        line.clear();
    };
    for (const TimeSeries::Point& point : m_series.points) {
        if (point.value)
            line << QPointF(frame.x(point.day), frame.y(*point.value));
        else
            flush();
    }
    flush();
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
        painter.drawLine(QPointF(x, value ? frame.y(*value) : frame.plot.top()), QPointF(x, bottom));
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

int TimeChart::pointAt(double x) const
{
    if (m_series.points.empty())
        return -1;
    const Frame at = frame();
    int best = 0;
    for (int i = 1; i < int(m_series.points.size()); ++i)
        if (std::abs(at.x(m_series.points[std::size_t(i)].day) - x) <
            std::abs(at.x(m_series.points[std::size_t(best)].day) - x))
            best = i;
    return best;
}

void TimeChart::choose(int point)
{
    const int last = int(m_series.points.size()) - 1;
    const int next = last < 0 ? -1 : std::clamp(point, 0, last);
    if (next == m_chosen)
        return;
    m_chosen = next;
    setAccessibleName(m_series.name + u". " + pointText(m_chosen));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void TimeChart::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_series.points.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen < 0 ? last : m_chosen - 1);
        return;
    case Qt::Key_Right:
        choose(m_chosen < 0 ? last : m_chosen + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_chosen = -1;
    setAccessibleName(m_series.name);
    update();
}

void TimeChart::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    choose(pointAt(event->position().x()));
}

bool TimeChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), pointText(pointAt(help->pos().x())).toHtmlEscaped(), this);
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    return QWidget::event(event);
}

} // namespace steward::charts
