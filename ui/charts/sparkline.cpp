// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "ui/charts/gapped_line.h"

namespace steward::charts {

namespace {

constexpr double leastRange = 30;

void paintNothing(QPainter& painter, const QRectF& rect, const style::Theme& theme)
{
    painter.setPen(QPen(theme[style::Tone::Faint], 1, Qt::DotLine));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
}

} // namespace

std::optional<std::pair<double, double>> rangeOf(std::span<const std::optional<double>> values)
{
    std::optional<std::pair<double, double>> range;
    for (const auto& value : values)
        if (value)
            range = range ? std::pair(std::min(range->first, *value), std::max(range->second, *value))
                          : std::pair(*value, *value);
    if (!range)
        return range;
    const double height = std::max((range->second - range->first) * 1.1, leastRange);
    const double middle = (range->first + range->second) / 2;
    return std::pair(middle - height / 2, middle + height / 2);
}

void paintSparkline(QPainter& painter, const QRectF& rect, const Sparkline& sparkline, const style::Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto range = rangeOf(sparkline.values);
    if (!range || sparkline.values.size() < 2) {
        paintNothing(painter, rect, theme);
        painter.restore();
        return;
    }
    const auto [low, high] = *range;
    const double lowest = low;
    const double height = high - low;
    const auto yOf = [&](double value) { return rect.bottom() - (value - lowest) / height * rect.height(); };
    painter.setPen(QPen(theme[style::Tone::Grid], 0));
    for (const double threshold : sparkline.thresholds)
        if (threshold > low && threshold < high)
            painter.drawLine(QPointF(rect.left(), yOf(threshold)), QPointF(rect.right(), yOf(threshold)));
    const double step = rect.width() / double(sparkline.values.size() - 1);
    painter.setPen(QPen(theme[style::Tone::Muted], 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    GappedLine line(painter);
    for (std::size_t i = 0; i < sparkline.values.size(); ++i) {
        if (sparkline.values[i])
            line.to(QPointF(rect.left() + step * double(i), yOf(*sparkline.values[i])));
        else
            line.gap();
    }
    line.gap();
    if (sparkline.values.back()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.band(sparkline.last).solid);
        painter.drawEllipse(QPointF(rect.right(), yOf(*sparkline.values.back())), 2.3, 2.3);
    }
    painter.restore();
}

} // namespace steward::charts
