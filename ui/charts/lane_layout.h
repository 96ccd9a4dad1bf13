// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/time_chart.h"

namespace steward::charts {

enum class LaneInk
{
    Plain,
    Quiet,
    Strong, ///< the accent
    Sky,
    Good,
    Soon,
    Late
};

/// Something on the time axis: a moment, or a time.
struct LaneItem
{
    QDate from;
    QDate to;     ///< last day; invalid: a moment
    QString text; ///< beside it, where there is room
    QString spoken;
    QString icon; ///< of a moment; empty: a diamond
    LaneInk ink = LaneInk::Plain;
    bool isHollow = false; ///< planned, or missed
    std::size_t key = 0;   ///< the caller's
};

struct Lane
{
    enum class Kind
    {
        Stages, ///< times that follow each other, as one bar with words in it; one that is late is hatched
        Marks,
        Bars, ///< times that may overlap, on three levels
        Curve
    };
    Kind kind = Kind::Marks;
    QString name;
    QString about;
    std::vector<LaneItem> items; ///< by from
    TimeSeries curve;            ///< of a Curve
};

/// The part of time that is seen.
struct TimeAxis
{
    QDate from;
    QDate to;
    double left = 0;
    double width = 1;
    [[nodiscard]] double perDay() const { return width / double(std::max<qint64>(1, from.daysTo(to))); }
    [[nodiscard]] double x(QDate day) const { return left + double(from.daysTo(day)) * perDay(); }
    [[nodiscard]] QDate dayAt(double x) const { return from.addDays(qint64((x - left) / perDay())); }
};

/// Items that have no room of their own stand together as a count.
struct LaneGroup
{
    std::vector<std::size_t> items; ///< of the lane, in their order
    double left = 0;
    double right = 0;
    int level = 0;
};

/// Every item is in exactly one group; groups of a level do not overlap. least: how much room a moment takes.
[[nodiscard]] std::vector<LaneGroup> groupsOf(const std::vector<LaneItem>& items, const TimeAxis& axis, double least,
                                              int levels);

/// Where the axis has its lines: days, weeks, months, quarters or years, as many as there is room for.
struct AxisTick
{
    QDate day;
    QString text;
};
[[nodiscard]] std::vector<AxisTick> ticksOf(const TimeAxis& axis, double leastWidth, const QLocale& locale);

} // namespace steward::charts
