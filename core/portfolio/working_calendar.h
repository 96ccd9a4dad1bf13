// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// Which days are worked. Monday to Friday less the book's holidays, unless an account says otherwise.
class WorkingCalendar
{
public:
    WorkingCalendar() = default;
    /// week: "mon" to "sun"; empty, or naming no day: Monday to Friday.
    explicit WorkingCalendar(const QStringList& week, std::vector<QDate> holidays = {});

    [[nodiscard]] bool isWorking(QDate day) const
    {
        return day.isValid() && isInWeek(day) && (m_holidays.empty() || !isHoliday(day));
    }
    /// Working days after `from` up to and with `to`; negative where to is before from. Constant time but for holidays.
    [[nodiscard]] int daysBetween(QDate from, QDate to) const;
    [[nodiscard]] std::span<const QDate> holidays() const { return m_holidays; }

private:
    [[nodiscard]] bool isHoliday(QDate day) const;
    /// Monday is Julian day 0, and days before it are not asked for.
    [[nodiscard]] bool isInWeek(QDate day) const { return (m_week >> (day.toJulianDay() % 7) & 1U) != 0; }

    unsigned m_week = 0b0011111;   ///< bit 0 Monday
    std::vector<QDate> m_holidays; ///< ascending, only days of the week worked
};

/// The setting "holidays" of the book, its newest version: a JSON array of ISO dates.
[[nodiscard]] std::vector<QDate> holidaysOf(const BookFacts& book);
[[nodiscard]] WorkingCalendar calendarOf(const BookFacts& book, const Account& account);

} // namespace steward
