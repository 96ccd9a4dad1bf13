// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <optional>
#include <string_view>

namespace steward {

enum class DateOrder
{
    Dmy,
    Mdy,
    Ymd
};

/// What a bare number in a date column counts. Only the caller can know; nothing is inferred from the size of the
/// number.
enum class DateNumbers
{
    None,
    ExcelSerial,
    ExcelSerial1904,
    UnixSeconds,
    UnixMilliseconds
};

struct DateFormat
{
    /// Without it a date that has several readings ("05/03/2024") is Ambiguous. See DateColumn.
    std::optional<DateOrder> order;
    DateNumbers numbers = DateNumbers::None;
    /// Two-digit years from here to 99 belong to the 1900s, the others to the 2000s.
    int pivot = 70;
};

enum class DateIssue
{
    None,
    Unknown,    ///< blank, "-", "N/A": see isUnknownCell
    NotADate,   ///< has not the shape of a date
    NoSuchDay,  ///< 31/02, month 13, 25:00
    Ambiguous,  ///< several readings and no order given
    WrongOrder, ///< a day, but not in the order given (25/03 read as month/day)
    UnknownZone ///< a time with the name of a zone that is not UTC or an offset ("EST")
};

/// One cell of a date column.
struct ParsedDate
{
    enum class Kind
    {
        None,
        Day,     ///< a day
        Month,   ///< "2024-03", "Mar 2024": the caller decides on its first or last day
        Local,   ///< a time of a day without a zone: it belongs to the book's zone
        Instant, ///< a time with Z or an offset
    };
    Kind kind = Kind::None;
    DateIssue issue = DateIssue::NotADate;
    /// Before 1900 or after 2200: read, but worth a word to the user.
    bool isUnusual = false;
    bool hasTwoDigitYear = false;
    /// Days since 1970-01-01, as written (for an Instant: of its own offset). A month's first day.
    qint32 epochDay = 0;
    /// Local: milliseconds since 1970-01-01T00:00 of the wall clock; Instant: UTC.
    qint64 ms = 0;

    [[nodiscard]] bool isValid() const { return issue == DateIssue::None; }
    /// The day as written in the file, whatever the zone. A month gives its first day.
    [[nodiscard]] QDate writtenDay() const;
    /// The day it has in the book: as written, only an instant is brought into the book's zone. Invalid for an issue.
    [[nodiscard]] QDate day(const QTimeZone& book) const;
    /// A day begins at midnight of the book's zone. A time the clocks show twice is the first of the two, one they skip
    /// is moved ahead by what they skip.
    [[nodiscard]] std::optional<Instant> instant(const QTimeZone& book) const;
};

/// Reads ISO dates with or without time, 20240305, dmy/mdy/ymd with / . or -, month names in English, German, French
/// and Spanish, and numbers where the format says what they count. UTF-8. Allocates nothing; any bytes are safe. Day
/// arithmetic is the proleptic Gregorian calendar. Excel's 29 February 1900 (serial 60) is NoSuchDay.
[[nodiscard]] ParsedDate parseDate(std::string_view text, const DateFormat& format = {});

/// Which orders a date can be read in, for DateColumn.
struct DateReadings
{
    /// One bit an order (1 << DateOrder); 0 when there is no reading or the order does not matter.
    unsigned orders = 0;
    /// The day is the same in every reading ("05/05/2024").
    bool isSameDay = false;
    ParsedDate parsed;
};
[[nodiscard]] DateReadings dateReadings(std::string_view text, const DateFormat& format = {});

/// Days since 1970-01-01; the day must exist.
[[nodiscard]] qint32 epochDayOf(int year, int month, int day);

} // namespace steward
