// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_layout.h"

#include <algorithm>

namespace steward::charts {

std::vector<LaneGroup> groupsOf(const std::vector<LaneItem>& items, const TimeAxis& axis, double least, int levels)
{
    std::vector<LaneGroup> groups;
    std::vector<int> last(std::size_t(levels), -1); // group at the end of each level
    const auto end = [&](int level) {
        const int group = last[std::size_t(level)];
        return group < 0 ? -1e300 : groups[std::size_t(group)].right;
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const double from = axis.x(items[i].from);
        const double to = items[i].to.isValid() ? axis.x(items[i].to.addDays(1)) : from;
        const double left = items[i].to.isValid() ? from : from - least / 2;
        const double right = std::max(to, left + least);
        int level = 0;
        while (level < levels && end(level) > left)
            ++level;
        if (level < levels) {
            last[std::size_t(level)] = static_cast<int>(groups.size());
            groups.push_back({{i}, left, right, level});
            continue;
        }
        // No level is free: it joins the group that ends first.
        int first = 0;
        for (int each = 1; each < levels; ++each)
            if (end(each) < end(first))
                first = each;
        LaneGroup& joined = groups[std::size_t(last[std::size_t(first)])];
        joined.items.push_back(i);
        // Moments of a group stand at one place; a time goes on to its end.
        if (items[i].to.isValid())
            joined.right = std::max(joined.right, right);
    }
    return groups;
}

namespace {

enum class Step
{
    Day,
    Week,
    Month,
    Quarter,
    Year
};

QDate firstTick(QDate day, Step step)
{
    switch (step) {
    case Step::Day:
        return day;
    case Step::Week:
        return day.addDays((8 - day.dayOfWeek()) % 7);
    case Step::Month:
    case Step::Quarter: {
        QDate first(day.year(), day.month(), 1);
        while (first < day || (step == Step::Quarter && first.month() % 3 != 1))
            first = first.addMonths(1);
        return first;
    }
    case Step::Year:
        return {day.dayOfYear() == 1 ? day.year() : day.year() + 1, 1, 1};
    }
    return day;
}

QDate nextTick(QDate day, Step step)
{
    switch (step) {
    case Step::Day:
        return day.addDays(1);
    case Step::Week:
        return day.addDays(7);
    case Step::Month:
        return day.addMonths(1);
    case Step::Quarter:
        return day.addMonths(3);
    case Step::Year:
        return day.addYears(1);
    }
    return day.addYears(1);
}

QString tickText(QDate day, Step step, bool isFirst, const QLocale& locale)
{
    if (step == Step::Year)
        return QString::number(day.year());
    if (step == Step::Day || step == Step::Week)
        return locale.toString(day, QStringLiteral("d MMM"));
    const QString month = locale.standaloneMonthName(day.month(), QLocale::ShortFormat);
    return isFirst || day.month() == 1 ? QString(month + u' ' + QString::number(day.year())) : month;
}

} // namespace

std::vector<AxisTick> ticksOf(const TimeAxis& axis, double leastWidth, const QLocale& locale)
{
    if (!axis.from.isValid() || !axis.to.isValid())
        return {};
    Step step = Step::Year;
    constexpr std::pair<Step, int> steps[] = {
        {Step::Day, 1}, {Step::Week, 7}, {Step::Month, 28}, {Step::Quarter, 90}, {Step::Year, 365}};
    for (const auto& [each, days] : steps)
        if (axis.perDay() * days >= leastWidth) {
            step = each;
            break;
        }
    std::vector<AxisTick> ticks;
    for (QDate day = firstTick(axis.from, step); day <= axis.to; day = nextTick(day, step)) {
        // Years that would run into each other: only every so many.
        if (step == Step::Year && !ticks.empty() && axis.x(day) - axis.x(ticks.back().day) < leastWidth)
            continue;
        ticks.push_back({day, tickText(day, step, ticks.empty(), locale)});
    }
    return ticks;
}

} // namespace steward::charts
