// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_scan.h"

#include <algorithm>

namespace steward::datescan {

namespace {

struct MonthName
{
    std::string_view name;
    int month;
};

/// Sorted; small ASCII letters, accents taken off. "jui" is left out: it could be juin or juillet.
constexpr std::array monthNames = std::to_array<MonthName>(
    {{"abr", 4},        {"abril", 4},     {"ago", 8},       {"agosto", 8},     {"aou", 8},        {"aout", 8},
     {"apr", 4},        {"april", 4},     {"aug", 8},       {"august", 8},     {"avr", 4},        {"avril", 4},
     {"dec", 12},       {"december", 12}, {"decembre", 12}, {"dez", 12},       {"dezember", 12},  {"dic", 12},
     {"diciembre", 12}, {"ene", 1},       {"enero", 1},     {"feb", 2},        {"febrero", 2},    {"februar", 2},
     {"february", 2},   {"fev", 2},       {"fevr", 2},      {"fevrier", 2},    {"jan", 1},        {"janner", 1},
     {"januar", 1},     {"january", 1},   {"janv", 1},      {"janvier", 1},    {"juil", 7},       {"juillet", 7},
     {"juin", 6},       {"jul", 7},       {"juli", 7},      {"julio", 7},      {"july", 7},       {"jun", 6},
     {"june", 6},       {"juni", 6},      {"junio", 6},     {"maerz", 3},      {"mai", 5},        {"mar", 3},
     {"march", 3},      {"mars", 3},      {"marz", 3},      {"marzo", 3},      {"may", 5},        {"mayo", 5},
     {"mrz", 3},        {"nov", 11},      {"november", 11}, {"novembre", 11},  {"noviembre", 11}, {"oct", 10},
     {"october", 10},   {"octobre", 10},  {"octubre", 10},  {"okt", 10},       {"oktober", 10},   {"sep", 9},
     {"sept", 9},       {"september", 9}, {"septembre", 9}, {"septiembre", 9}, {"set", 9},        {"setiembre", 9}});

static_assert(std::is_sorted(monthNames.begin(), monthNames.end(),
                             [](const MonthName& a, const MonthName& b) { return a.name < b.name; }));

/// The base letter of a two-byte Latin-1 letter; 0 where a month's name has none such.
char baseLetter(unsigned char trail)
{
    const unsigned char small = trail < 0xA0 ? static_cast<unsigned char>(trail + 0x20) : trail;
    if (small >= 0xA0 && small <= 0xA5)
        return 'a';
    if (small >= 0xA8 && small <= 0xAB)
        return 'e';
    return small >= 0xB9 && small <= 0xBC ? 'u' : '\0';
}

/// "20240305" and "202403" in one run of digits.
bool splitCompact(std::string_view run, Parts& parts)
{
    if (run.size() != 8 && run.size() != 6)
        return false;
    Cursor cursor{run};
    parts.value = {cursor.number(4), cursor.number(2), 0};
    parts.width = {4, 2, 0};
    parts.count = 2;
    if (run.size() == 8) {
        parts.value[2] = cursor.number(2);
        parts.width[2] = 2;
        parts.count = 3;
    }
    // Six digits are a month only where the year is a likely one; "050324" is not.
    return run.size() == 8 || (parts.value[0] >= 1900 && parts.value[0] <= 2200);
}

/// One run of digits as a part. False when it cannot be one.
bool scanNumber(Cursor& cursor, Parts& parts, bool& isCompact)
{
    std::size_t n = 0;
    while (isDigit(cursor.peek(n)))
        ++n;
    if (n > 4) {
        isCompact = parts.count == 0 && splitCompact(cursor.rest().substr(0, n), parts);
        cursor.at += n;
        return isCompact;
    }
    parts.value[parts.count] = cursor.number(n);
    parts.width[parts.count] = n;
    ++parts.count;
    for (const std::string_view suffix : {"st", "nd", "rd", "th", "er"}) // 1st March, 1er mars
        if (cursor.rest().starts_with(suffix)) {
            cursor.at += suffix.size();
            break;
        }
    return true;
}

/// Bytes of the letter at the cursor, 0 when there is none: ASCII, Latin-1 letters and combining accents.
std::size_t letterAt(const Cursor& cursor, std::size_t ahead = 0)
{
    const char c = cursor.peek(ahead);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return 1;
    const auto lead = static_cast<unsigned char>(c);
    return (lead == 0xC3 || lead == 0xCC) && static_cast<unsigned char>(cursor.peek(ahead + 1)) >= 0x80 ? 2 : 0;
}

bool scanWord(Cursor& cursor, Parts& parts)
{
    std::size_t n = 0;
    while (const std::size_t bytes = letterAt(cursor, n))
        n += bytes;
    const std::string_view word = cursor.rest().substr(0, n);
    cursor.at += n;
    if (word == "de" || word == "of" || word == "del")
        return true;
    const int month = monthByName(word);
    if (month == 0 || parts.monthAt >= 0)
        return false;
    parts.monthAt = static_cast<int>(parts.count);
    parts.value[parts.count] = month;
    ++parts.count;
    return true;
}

/// What stands between two parts. Numbers need one and the same sign on both sides, names are lenient.
bool scanSeparator(Cursor& cursor, Parts& parts)
{
    const std::size_t before = cursor.at;
    char sign = ' ';
    cursor.skipBlanks();
    while (cursor.peek() == '.' || cursor.peek() == '/' || cursor.peek() == '-' || cursor.peek() == ',') {
        sign = sign == ' ' ? cursor.peek() : '?';
        ++cursor.at;
    }
    cursor.skipBlanks();
    if (cursor.at == before)
        return parts.monthAt >= 0 || letterAt(cursor) != 0; // 5Mar2024
    parts.separator = parts.separator == 0 || parts.separator == sign ? sign : '?';
    return !cursor.atEnd();
}

/// Milliseconds of ".123456789"; more digits than nine are not a time. Cut, not rounded: a moment never moves to the
/// next day.
int scanFraction(Cursor& cursor)
{
    if (cursor.peek() != '.' && cursor.peek() != ',')
        return 0;
    ++cursor.at;
    int ms = 0;
    int n = 0;
    for (; isDigit(cursor.peek()); ++n, ++cursor.at)
        if (n < 3)
            ms = ms * 10 + (cursor.peek() - '0');
    for (int i = n; i < 3; ++i)
        ms *= 10;
    return n >= 1 && n <= 9 ? ms : -1;
}

/// 0 none, 12 PM, 24 AM.
int scanHalf(Cursor& cursor)
{
    static constexpr std::array<std::string_view, 4> am = {"AM", "am", "a.m.", "Am"};
    static constexpr std::array<std::string_view, 4> pm = {"PM", "pm", "p.m.", "Pm"};
    const std::size_t before = cursor.at;
    cursor.skipBlanks();
    for (std::size_t i = 0; i < am.size(); ++i)
        for (const auto& [name, value] : {std::pair{am[i], 24}, std::pair{pm[i], 12}})
            if (cursor.rest().starts_with(name)) {
                cursor.at += name.size();
                return value;
            }
    cursor.at = before;
    return 0;
}

} // namespace

int monthByName(std::string_view word)
{
    std::array<char, 12> bare{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c >= 0x80 && i + 1 < word.size()) {
            const auto trail = static_cast<unsigned char>(word[++i]);
            if (c == 0xCC) // an accent behind its letter
                continue;
            if (n == bare.size() || baseLetter(trail) == '\0')
                return 0;
            bare[n++] = baseLetter(trail);
            continue;
        }
        if (n == bare.size() || c >= 0x80)
            return 0;
        bare[n++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    const std::string_view name(bare.data(), n);
    const auto at = std::lower_bound(monthNames.begin(), monthNames.end(), name,
                                     [](const MonthName& a, std::string_view b) { return a.name < b; });
    return at != monthNames.end() && at->name == name ? at->month : 0;
}

bool scanParts(Cursor& cursor, Parts& parts)
{
    bool isCompact = false;
    while (parts.count < 3 && !isCompact && !cursor.atEnd()) {
        if (isDigit(cursor.peek())) {
            if (!scanNumber(cursor, parts, isCompact))
                return false;
        } else if (!scanWord(cursor, parts)) {
            return false;
        }
        if (parts.count < 3 && !isCompact && !cursor.atEnd() && !scanSeparator(cursor, parts))
            return false;
    }
    const char sign = parts.separator;
    const bool numbersAgree = isCompact || sign == '/' || sign == '-' || (sign == '.' && parts.count == 3);
    return parts.count >= 2 && (parts.monthAt >= 0 || numbersAgree);
}

DateIssue scanZone(Cursor& cursor, int& minutes)
{
    minutes = 0;
    for (const std::string_view name : {"UTC", "GMT", "Z", "z"})
        if (cursor.rest().starts_with(name) && letterAt(cursor, name.size()) == 0) {
            cursor.at += name.size();
            if (name.size() == 1 || (cursor.peek() != '+' && cursor.peek() != '-'))
                return DateIssue::None;
            break;
        }
    const int sign = cursor.peek() == '-' ? -1 : 1;
    if (!cursor.skip('+') && !cursor.skip('-'))
        return letterAt(cursor) != 0 ? DateIssue::UnknownZone : DateIssue::NotADate;
    const int hours = cursor.number(2);
    const bool hasColon = cursor.skip(':');
    const int rest = hasColon || isDigit(cursor.peek()) ? cursor.number(2) : 0;
    if (hours < 0 || rest < 0)
        return DateIssue::NotADate;
    if (hours > 18 || rest > 59)
        return DateIssue::NoSuchDay;
    minutes = sign * (hours * 60 + rest);
    return DateIssue::None;
}

qint64 scanClock(Cursor& cursor, bool afterT)
{
    int hour = isDigit(cursor.peek(1)) ? cursor.number(2) : cursor.number(1);
    const bool isCompact = afterT && isDigit(cursor.peek());
    if (hour < 0 || (!isCompact && !cursor.skip(':')))
        return notATime;
    const int minute = cursor.number(2);
    const bool hasSeconds = isCompact ? isDigit(cursor.peek()) : cursor.skip(':');
    const int second = hasSeconds ? cursor.number(2) : 0;
    const int ms = hasSeconds ? scanFraction(cursor) : 0;
    if (minute < 0 || second < 0 || ms < 0)
        return notATime;
    if (const int half = scanHalf(cursor); half != 0) {
        if (hour < 1 || hour > 12)
            return noSuchTime;
        hour = hour % 12 + (half == 12 ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 59)
        return noSuchTime;
    return ((hour * 60 + minute) * 60 + second) * qint64{1000} + ms;
}

} // namespace steward::datescan
