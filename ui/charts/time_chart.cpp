// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_chart.h"

#include "ui/charts/time_chart_frame.h"

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

/// Small quantities that are no whole numbers are told with the digits that make them differ from nought.
int decimalsOf(const TimeSeries& series)
{
    double most = 0;
    bool isWhole = true;
    for (const TimeSeries::Point& point : series.points)
        if (point.value) {
            most = std::max(most, std::abs(*point.value));
            isWhole = isWhole && *point.value == std::floor(*point.value);
        }
    return isWhole || most >= 10 ? 0 : most >= 1 ? 1 : 2;
}

} // namespace

bool TimeSeries::isKnown() const
{
    return std::ranges::any_of(points, [](const Point& point) { return point.value.has_value(); });
}

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

/// As many decimals as the step between two lines has, so that no two of them read alike.
QString TimeChart::axisText(double value, double step) const
{
    if (value == std::floor(value))
        return m_locale.toString(value, 'f', 0);
    const int ofStep = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return m_locale.toString(value, 'f', std::max({m_series.decimals, ofStep, 1}));
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
    m_series.decimals = std::max(m_series.decimals, decimalsOf(m_series));
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
    double high = m_series.isFromZero ? 0 : -1e300;
    for (const TimeSeries::Point& point : m_series.points)
        if (point.value) {
            low = std::min(low, *point.value);
            high = std::max(high, *point.value);
        }
    for (const TimeSeries::Level& level : m_series.levels)
        if (!level.isThreshold || m_series.isFromZero)
            high = std::max(high, level.value);
    if (low > high || (m_series.isFromZero && high <= 0)) {
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
    if (m_series.decimals == 0)
        frame.step = std::max(frame.step, 1.0); // there is no half of what is counted
    frame.low = low;
    frame.high = high;
    int right = strong.horizontalAdvance(m_series.lastText);
    for (const TimeSeries::Level& level : m_series.levels)
        right = std::max(right, small.horizontalAdvance(level.name));
    int left = small.horizontalAdvance(axisText(std::floor(std::max(high, 10.0)), frame.step));
    for (double value = std::ceil(low / frame.step) * frame.step; value <= high; value += frame.step)
        left = std::max(left, small.horizontalAdvance(axisText(value, frame.step)));
    left += px(10);
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

QStringList TimeChart::axisTexts() const
{
    const Frame at = frame();
    QStringList texts;
    for (double value = std::ceil(at.low / at.step) * at.step; value <= at.high; value += at.step)
        texts << axisText(value, at.step);
    return texts;
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
