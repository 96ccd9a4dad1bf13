// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <compare>
#include <optional>

class QTimeZone;

namespace steward {

/// Business dates are QDate (proleptic Gregorian, no zone, invalid = unknown); instants are UTC milliseconds since
/// 1970.
struct Instant
{
    qint64 ms = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// The day an instant has in the book's time zone.
[[nodiscard]] QDate dayOf(Instant instant, const QTimeZone& zone);

/// A calendar month. Ordered; month 1 of year 0 is index 0.
class Month
{
public:
    constexpr Month() = default;
    constexpr Month(int year, int month)
        : m_index(year * 12 + month - 1)
    {
    }
    [[nodiscard]] static Month of(QDate day) { return {day.year(), day.month()}; }
    /// "2024-12"; none when it is anything else.
    [[nodiscard]] static std::optional<Month> fromIso(QStringView text);
    [[nodiscard]] static constexpr Month fromIndex(int index)
    {
        Month month;
        month.m_index = index;
        return month;
    }
    [[nodiscard]] constexpr int index() const { return m_index; }
    [[nodiscard]] constexpr int year() const { return m_index / 12; }
    [[nodiscard]] constexpr int month() const { return m_index % 12 + 1; }
    [[nodiscard]] QDate first() const { return {year(), month(), 1}; }
    [[nodiscard]] QDate last() const { return first().addMonths(1).addDays(-1); }
    [[nodiscard]] constexpr Month plus(int months) const { return fromIndex(m_index + months); }
    [[nodiscard]] QString toIso() const;
    friend constexpr auto operator<=>(Month, Month) = default;

private:
    int m_index = 0;
};

/// Both ends belong to the period; an invalid end is open.
struct Period
{
    QDate from;
    QDate to;
    [[nodiscard]] bool contains(QDate day) const
    {
        return day.isValid() && (!from.isValid() || day >= from) && (!to.isValid() || day <= to);
    }
    friend bool operator==(const Period&, const Period&) = default;
};

/// "2026-11-21" or an invalid date. Faster than QDate::fromString and stricter: exactly ten characters.
[[nodiscard]] QDate dayFromIso(std::string_view text);
[[nodiscard]] QString isoText(QDate day);
/// "2026-11-21T09:30:00.000Z"
[[nodiscard]] QString isoText(Instant instant);

} // namespace steward
