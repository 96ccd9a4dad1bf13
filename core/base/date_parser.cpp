// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_parser.h"

#include "core/base/cell.h"
#include "core/base/date_scan.h"
#include "core/base/money.h"

#include <QDateTime>
#include <QTimeZone>
#include <array>

namespace steward {

using namespace datescan;

namespace {

constexpr qint64 dayMs = 86'400'000;

struct Civil
{
    int year = 0;
    int month = 0;
    int day = 0;
    friend bool operator==(const Civil&, const Civil&) = default;
};

bool exists(const Civil& date)
{
    static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int last = date.month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(date.month - 1)];
    return date.day <= last;
}

ParsedDate problem(DateIssue issue)
{
    ParsedDate parsed;
    parsed.issue = issue;
    return parsed;
}

ParsedDate dayResult(const Civil& date, ParsedDate::Kind kind = ParsedDate::Kind::Day)
{
    if (!exists(date))
        return problem(DateIssue::NoSuchDay);
    ParsedDate parsed;
    parsed.kind = kind;
    parsed.issue = DateIssue::None;
    parsed.isUnusual = date.year < 1900 || date.year > 2200;
    parsed.epochDay = epochDayOf(date.year, date.month, date.day);
    parsed.ms = parsed.epochDay * dayMs;
    return parsed;
}

bool isShort(std::size_t width) { return width == 1 || width == 2; }

int fullYear(int value, std::size_t width, int pivot)
{
    if (width == 4)
        return value;
    return width == 2 ? value + (value >= pivot ? 1900 : 2000) : 0;
}

/// The two-part dates: a month and its year.
ParsedDate monthResult(const Parts& parts, int pivot)
{
    const bool isNamed = parts.monthAt >= 0;
    const std::size_t year = parts.monthAt == 0 || parts.width[1] == 4 ? 1 : 0;
    const std::size_t width = parts.width[year];
    // "Mar-24" is how spreadsheets write a month; "12 Mar" and "Mar 12" are days without a year.
    const bool isShortYear = parts.monthAt == 0 && width == 2 && parts.separator == '-';
    if (parts.monthAt == static_cast<int>(year) || (width != 4 && !isShortYear))
        return problem(DateIssue::NotADate);
    if (!isNamed && !isShort(parts.width[1 - year]))
        return problem(DateIssue::NotADate);
    ParsedDate parsed =
        dayResult({fullYear(parts.value[year], width, pivot), parts.value[1 - year], 1}, ParsedDate::Kind::Month);
    parsed.hasTwoDigitYear = width == 2;
    return parsed;
}

/// The readings of three parts, one an order, with the orders the widths allow.
struct Readings
{
    std::array<Civil, 3> date;
    unsigned shaped = 0; // bits of the orders whose shape fits
    unsigned exist = 0;  // of those, the ones that exist
    bool hasTwoDigitYear = false;
    bool needsOrder = true;
};

void addReading(Readings& readings, DateOrder order, const Civil& date)
{
    const auto index = static_cast<unsigned>(order);
    readings.date[index] = date;
    readings.shaped |= 1U << index;
    if (exists(date))
        readings.exist |= 1U << index;
}

Readings namedReadings(const Parts& parts, int pivot)
{
    Readings readings;
    readings.needsOrder = false;
    const auto month = static_cast<std::size_t>(parts.monthAt);
    const int name = parts.value[month];
    // A year stands last, except where four digits stand first.
    const std::size_t year = parts.width[0] == 4 ? 0 : 2;
    const std::size_t day = 3 - month - year;
    if (month == year || day > 2 || day == month || !isShort(parts.width[day]))
        return readings;
    readings.hasTwoDigitYear = parts.width[year] == 2;
    addReading(readings, year == 0 ? DateOrder::Ymd : DateOrder::Dmy,
               {fullYear(parts.value[year], parts.width[year], pivot), name, parts.value[day]});
    if (parts.width[year] != 4 && parts.width[year] != 2)
        readings.shaped = readings.exist = 0;
    return readings;
}

Readings readingsOf(const Parts& parts, int pivot)
{
    if (parts.monthAt >= 0)
        return namedReadings(parts, pivot);
    Readings readings;
    const auto& [a, b, c] = parts.value;
    const auto& width = parts.width;
    if (width[0] == 4 && isShort(width[1]) && isShort(width[2])) {
        readings.needsOrder = false;
        addReading(readings, DateOrder::Ymd, {a, b, c});
        return readings;
    }
    if (!isShort(width[0]) || !isShort(width[1]))
        return readings;
    if (width[2] == 4 || width[2] == 2) {
        const int year = fullYear(c, width[2], pivot);
        addReading(readings, DateOrder::Dmy, {year, b, a});
        addReading(readings, DateOrder::Mdy, {year, a, b});
    }
    if (width[0] == 2 && isShort(width[2]))
        addReading(readings, DateOrder::Ymd, {fullYear(a, 2, pivot), b, c});
    readings.hasTwoDigitYear = width[2] != 4;
    return readings;
}

/// Which reading counts under the format.
ParsedDate chosen(const Readings& readings, const DateFormat& format)
{
    if (readings.shaped == 0)
        return problem(DateIssue::NotADate);
    if (readings.exist == 0)
        return problem(DateIssue::NoSuchDay);
    const auto first = static_cast<unsigned>(__builtin_ctz(readings.exist));
    unsigned pick = first;
    if (readings.needsOrder && format.order) {
        pick = static_cast<unsigned>(*format.order);
        if ((readings.exist & (1U << pick)) == 0)
            return problem(DateIssue::WrongOrder);
    } else if (readings.needsOrder) {
        for (unsigned i = first + 1; i < 3; ++i)
            if ((readings.exist & (1U << i)) != 0 && readings.date[i] != readings.date[first])
                return problem(DateIssue::Ambiguous);
    }
    ParsedDate parsed = dayResult(readings.date[pick]);
    parsed.hasTwoDigitYear = readings.hasTwoDigitYear;
    return parsed;
}

/// The time behind a day. The rest of the text must be one.
ParsedDate withTime(Cursor& cursor, ParsedDate parsed)
{
    const bool isT = cursor.peek() == 'T' || cursor.peek() == 't';
    if (isT)
        ++cursor.at;
    else
        cursor.skip(',');
    if (const bool hadBlank = cursor.skipBlanks(); hadBlank == isT)
        return problem(DateIssue::NotADate);
    const qint64 clock = scanClock(cursor, isT);
    if (clock < 0)
        return problem(clock == notATime ? DateIssue::NotADate : DateIssue::NoSuchDay);
    if (parsed.kind != ParsedDate::Kind::Day)
        return parsed.isValid() ? problem(DateIssue::NotADate) : parsed;
    parsed.kind = ParsedDate::Kind::Local;
    parsed.ms += clock;
    cursor.skipBlanks();
    if (cursor.atEnd())
        return parsed;
    int minutes = 0;
    if (const DateIssue issue = scanZone(cursor, minutes); issue != DateIssue::None)
        return problem(issue);
    if (!cursor.atEnd())
        return problem(DateIssue::NotADate);
    parsed.kind = ParsedDate::Kind::Instant;
    parsed.ms -= minutes * qint64{60'000};
    return parsed;
}

/// A decimal number as value * 10^-places; places <= 12.
struct BareNumber
{
    qint64 whole = 0;
    qint64 fraction = 0;
    qint64 scale = 1;
    bool isNegative = false;
    bool isValid = false;
};

BareNumber bareNumber(std::string_view text)
{
    BareNumber number;
    Cursor cursor{text};
    number.isNegative = cursor.skip('-');
    std::size_t n = 0;
    for (; isDigit(cursor.peek()); ++cursor.at, ++n)
        if (n < 16)
            number.whole = number.whole * 10 + (cursor.peek() - '0');
    if (n == 0 || n > 15)
        return number;
    if (cursor.skip('.'))
        for (std::size_t m = 0; isDigit(cursor.peek()); ++cursor.at, ++m)
            if (m < 12) {
                number.fraction = number.fraction * 10 + (cursor.peek() - '0');
                number.scale *= 10;
            }
    number.isValid = cursor.atEnd();
    return number;
}

ParsedDate fromEpochMs(qint64 ms, ParsedDate::Kind kind)
{
    constexpr qint64 lowest = -62'135'596'800'000;  // 0001-01-01
    constexpr qint64 highest = 253'402'300'799'999; // 9999-12-31
    if (ms < lowest || ms > highest)
        return problem(DateIssue::NoSuchDay);
    ParsedDate parsed;
    parsed.issue = DateIssue::None;
    parsed.kind = kind;
    parsed.ms = ms;
    parsed.epochDay = static_cast<qint32>(ms >= 0 ? ms / dayMs : -((-ms + dayMs - 1) / dayMs));
    static const qint32 usualFrom = epochDayOf(1900, 1, 1);
    static const qint32 usualTo = epochDayOf(2200, 12, 31);
    parsed.isUnusual = parsed.epochDay < usualFrom || parsed.epochDay > usualTo;
    return parsed;
}

ParsedDate fromSerial(const BareNumber& number, bool is1904)
{
    constexpr qint64 dayZero = -25569;     // 1899-12-30: right from serial 61 on
    constexpr qint64 dayZero1904 = -24107; // 1904-01-01
    constexpr qint64 highest = 2'958'465;  // 9999-12-31
    if (number.isNegative || number.whole > highest || (!is1904 && (number.whole == 60 || number.whole == 0)))
        return problem(DateIssue::NoSuchDay);
    const qint64 shift = is1904 ? dayZero1904 : number.whole < 60 ? dayZero + 1 : dayZero;
    const auto clock =
        static_cast<qint64>((static_cast<Wide>(number.fraction) * dayMs + number.scale / 2) / number.scale);
    return fromEpochMs((number.whole + shift) * dayMs + clock,
                       number.fraction == 0 ? ParsedDate::Kind::Day : ParsedDate::Kind::Local);
}

ParsedDate fromNumber(const BareNumber& number, DateNumbers numbers)
{
    if (numbers == DateNumbers::ExcelSerial || numbers == DateNumbers::ExcelSerial1904)
        return fromSerial(number, numbers == DateNumbers::ExcelSerial1904);
    const qint64 perUnit = numbers == DateNumbers::UnixSeconds ? 1000 : 1;
    if (number.whole > 400'000'000'000'000 / perUnit)
        return problem(DateIssue::NoSuchDay);
    const qint64 ms = number.whole * perUnit + number.fraction * perUnit / number.scale;
    return fromEpochMs(number.isNegative ? -ms : ms, ParsedDate::Kind::Instant);
}

/// The commonest shape, "2024-03-05", before everything else.
bool isIsoDay(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!isDigit(text[i]))
            return false;
    return true;
}

ParsedDate isoDay(std::string_view text)
{
    const auto at = [&](std::size_t i) { return text[i] - '0'; };
    return dayResult({at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3), at(5) * 10 + at(6), at(8) * 10 + at(9)});
}

DateReadings read(std::string_view text, const DateFormat& format)
{
    DateReadings result;
    Cursor cursor{text};
    if (isIsoDay(text)) {
        cursor.at = 10;
        result.parsed = isoDay(text);
    } else {
        Parts parts;
        if (!scanParts(cursor, parts))
            return result;
        if (parts.count == 2) {
            result.parsed = monthResult(parts, format.pivot);
        } else {
            const Readings readings = readingsOf(parts, format.pivot);
            result.parsed = chosen(readings, format);
            if (readings.needsOrder) {
                result.orders = readings.exist;
                result.isSameDay =
                    chosen(readings, {{}, {}, format.pivot}).isValid() && (readings.exist & (readings.exist - 1)) != 0;
            }
        }
    }
    if (!cursor.atEnd()) {
        const DateIssue before = result.parsed.issue;
        ParsedDate stand =
            before == DateIssue::Ambiguous || before == DateIssue::WrongOrder ? dayResult({1970, 1, 1}) : result.parsed;
        stand = withTime(cursor, stand);
        if (!stand.isValid())
            result = {0, false, stand};
        else if (before == DateIssue::None)
            result.parsed = stand;
    }
    return result;
}

} // namespace

qint32 epochDayOf(int year, int month, int day)
{
    // Howard Hinnant, days_from_civil (public domain); years count from March.
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

DateReadings dateReadings(std::string_view text, const DateFormat& format)
{
    text = trimmedCell(text);
    DateReadings result;
    if (isUnknownCell(text)) {
        result.parsed.issue = DateIssue::Unknown;
        return result;
    }
    if (format.numbers != DateNumbers::None)
        if (const BareNumber number = bareNumber(text); number.isValid) {
            result.parsed = fromNumber(number, format.numbers);
            return result;
        }
    return read(text, format);
}

ParsedDate parseDate(std::string_view text, const DateFormat& format) { return dateReadings(text, format).parsed; }

QDate ParsedDate::writtenDay() const
{
    constexpr qint64 julianOf1970 = 2'440'588;
    return isValid() ? QDate::fromJulianDay(epochDay + julianOf1970) : QDate();
}

QDate ParsedDate::day(const QTimeZone& book) const
{
    return isValid() && kind == Kind::Instant ? dayOf(steward::Instant{ms}, book) : writtenDay();
}

std::optional<Instant> ParsedDate::instant(const QTimeZone& book) const
{
    if (!isValid())
        return std::nullopt;
    if (kind == Kind::Instant)
        return steward::Instant{ms};
    const auto offsetAt = [&](qint64 utcMs) {
        return book.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC)) * qint64{1000};
    };
    const qint64 before = offsetAt(ms - dayMs);
    const qint64 after = offsetAt(ms + dayMs);
    // Around a change of clocks the wall clock shows some times twice (the first is meant) and skips others (moved
    // ahead).
    const bool isAfter = offsetAt(ms - before) != before && offsetAt(ms - after) == after;
    return steward::Instant{ms - (isAfter ? after : before)};
}

} // namespace steward
