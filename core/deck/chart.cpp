// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace steward::deck {

namespace {

constexpr std::array<std::pair<ChartKind, QStringView>, 5> names{{{ChartKind::Line, u"line"},
                                                                  {ChartKind::Columns, u"columns"},
                                                                  {ChartKind::Stacked, u"stacked"},
                                                                  {ChartKind::Bars, u"bars"},
                                                                  {ChartKind::Doughnut, u"doughnut"}}};

} // namespace

QString nameOf(ChartKind kind)
{
    const auto* found = std::ranges::find(names, kind, &std::pair<ChartKind, QStringView>::first);
    return found->second.toString();
}

std::optional<ChartKind> chartKindNamed(QStringView name)
{
    const auto* found = std::ranges::find(names, name, &std::pair<ChartKind, QStringView>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

bool isDrawnAsLine(const Chart& chart, const Series& series)
{
    const bool isUpright = chart.kind == ChartKind::Columns || chart.kind == ChartKind::Stacked;
    return chart.kind == ChartKind::Line || (isUpright && series.isDashed);
}

bool hasNamedLines(const Chart& chart)
{
    return std::ranges::any_of(chart.series,
                               [&](const Series& each) { return isDrawnAsLine(chart, each) && isNamedAtEnd(each); });
}

bool isNamedAtEnd(const Series& series)
{
    return series.labels == Labels::Last || series.labels == Labels::Points || series.labels == Labels::Ends;
}

bool isLabelledAt(const Series& series, std::size_t category)
{
    if (!valueAt(series, category) || series.labels == Labels::None)
        return false;
    if (series.labels == Labels::Values || series.labels == Labels::Points || category == lastKnown(series))
        return true;
    if (series.labels == Labels::Last)
        return false;
    std::size_t first = 0;
    while (!valueAt(series, first))
        ++first;
    if (category == first)
        return *lastKnown(series) - first > 1; // two wide figures side by side lie on each other
    std::size_t largest = first;
    for (std::size_t i = first + 1; i < series.values.size(); ++i)
        if (valueAt(series, i) > valueAt(series, largest))
            largest = i;
    return category == largest && largest > first + 1 && largest + 1 < *lastKnown(series);
}

bool hasLabelsBelow(const Chart& chart, const Series& series)
{
    constexpr double room = 0.15;
    return std::ranges::all_of(series.values, [&](const auto& each) { return !each || *each > room * chart.axisMost; });
}

double pointTextSize(double textSize) { return std::min(textSize, 10.5); }

std::optional<double> valueAt(const Series& series, std::size_t category)
{
    if (category >= series.values.size() || !series.values[category] || !std::isfinite(*series.values[category]))
        return std::nullopt;
    return series.values[category];
}

std::optional<std::size_t> lastKnown(const Series& series)
{
    for (std::size_t i = series.values.size(); i-- > 0;)
        if (valueAt(series, i))
            return i;
    return std::nullopt;
}

Ink inkAt(const Series& series, std::size_t category)
{
    return category < series.points.size() ? series.points[category] : series.ink;
}

AxisScale axisFor(double largest, bool isWhole)
{
    if (!std::isfinite(largest) || largest <= 0)
        return {};
    constexpr double steps = 5;
    const double rough = largest / steps;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (power * factor >= rough * (1 - 1e-9) && (!isWhole || power * factor == std::floor(power * factor))) {
            step = power * factor;
            break;
        }
    if (isWhole)
        step = std::max(1.0, step);
    return {step * std::ceil(largest / step * (1 - 1e-12)), step};
}

} // namespace steward::deck
