// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_parser.h"

#include <array>
#include <string_view>

/// The lexical half of the date parser; nobody else includes it.
namespace steward::datescan {

[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A moving place in the text; every look beyond the end is a NUL.
struct Cursor
{
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    [[nodiscard]] bool atEnd() const { return at >= text.size(); }
    [[nodiscard]] std::string_view rest() const { return text.substr(at); }
    bool skip(char c)
    {
        if (atEnd() || text[at] != c)
            return false;
        ++at;
        return true;
    }
    bool skipBlanks()
    {
        const std::size_t before = at;
        while (!atEnd()) {
            if (peek() == ' ')
                ++at;
            else if (rest().starts_with("\xC2\xA0"))
                at += 2;
            else if (rest().starts_with("\xE2\x80\xAF") || rest().starts_with("\xE2\x80\x89"))
                at += 3;
            else
                break;
        }
        return at != before;
    }
    /// Exactly n digits, or -1.
    int number(std::size_t n)
    {
        int value = 0;
        for (std::size_t i = 0; i < n; ++i) {
            if (!isDigit(peek(i)))
                return -1;
            value = value * 10 + (peek(i) - '0');
        }
        at += n;
        return value;
    }
};

/// Up to three parts of a date as they stand in the text.
struct Parts
{
    std::array<int, 3> value{};
    std::array<std::size_t, 3> width{};
    std::size_t count = 0;
    int monthAt = -1;   // the part that is a month's name
    char separator = 0; // '?' where they differ
};

/// A month's name in English, German, French or Spanish, full or short, accents or not: 1 to 12, otherwise 0.
[[nodiscard]] int monthByName(std::string_view word);

/// Reads two or three parts of a date from the front and stops behind them. False: not a date.
[[nodiscard]] bool scanParts(Cursor& cursor, Parts& parts);

constexpr qint64 notATime = -1;
constexpr qint64 noSuchTime = -2;
/// "10:20", "10:20:30.123456789", "2:30 PM", behind a T also "102030". Milliseconds of the day or one of the two above.
[[nodiscard]] qint64 scanClock(Cursor& cursor, bool afterT);

/// "Z", "UTC", "GMT", "+01:00", "-0530", "+02": the minutes that the zone is ahead of UTC.
[[nodiscard]] DateIssue scanZone(Cursor& cursor, int& minutes);

} // namespace steward::datescan
