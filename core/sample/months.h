// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <algorithm>
#include <array>
#include <utility>

namespace steward::sample {

/// The months the sample book tells of, counted from 1; the last one ends on the as-of date.
struct Months
{
    QDate asOf;
    int count = 18;

    /// First day of a month; months before the first one are 0, -1 ...
    [[nodiscard]] QDate start(int month) const { return asOf.addMonths(month - count - 1).addDays(1); }
    [[nodiscard]] QDate end(int month) const { return asOf.addMonths(month - count); }
    [[nodiscard]] QDate day(int month, int dayOfMonth) const { return start(month).addDays(dayOfMonth - 1); }
    [[nodiscard]] int of(QDate day) const
    {
        int month = count;
        while (day < start(month))
            --month;
        return month;
    }
    [[nodiscard]] QDate ago(int days) const { return asOf.addDays(-days); }
};

[[nodiscard]] inline bool isWeekend(QDate day) { return day.dayOfWeek() > 5; }
/// As month and day: New Year, the first of May, Christmas.
inline constexpr std::array<std::pair<int, int>, 4> holidayDates = {{{1, 1}, {5, 1}, {12, 25}, {12, 26}}};
[[nodiscard]] inline bool isFree(QDate day)
{
    return isWeekend(day) || std::ranges::find(holidayDates, std::pair(day.month(), day.day())) != holidayDates.end();
}

/// A Saturday or Sunday becomes the Friday before.
[[nodiscard]] inline QDate workday(QDate day)
{
    while (isWeekend(day))
        day = day.addDays(-1);
    return day;
}

/// Where most contracts end.
[[nodiscard]] inline QDate quarterEnd(QDate day)
{
    return QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).addMonths(3).addDays(-1);
}

} // namespace steward::sample
