// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/samples.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace steward::book {

namespace {

/// Days since 1970-01-01 of a civil date and back: H. Hinnant, "chrono-compatible low-level date algorithms".
struct Civil
{
    int year = 0;
    int month = 0;
    int day = 0;
};

Civil civilOf(qint32 day)
{
    const int shifted = day + 719'468;
    const int era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const int ofEra = shifted - era * 146'097;
    const int yearOfEra = (ofEra - ofEra / 1'460 + ofEra / 36'524 - ofEra / 146'096) / 365;
    const int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shiftedMonth = (5 * ofYear + 2) / 153;
    const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1};
}

qint32 firstDayOf(int year, int month)
{
    const int shifted = month <= 2 ? year - 1 : year;
    const int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    const int yearOfEra = shifted - era * 400;
    const int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719'468;
}

int daysIn(int year, int month)
{
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && isLeap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

char digitOf(int value) { return static_cast<char>('0' + value % 10); }

void appendNumber(double value, std::string& out)
{
    std::array<char, 32> buffer; // filled by to_chars
    char* const first = buffer.data();
    constexpr double exact = 9'007'199'254'740'992.0; // 2^53
    // -0.0 keeps its sign only as a real.
    const bool isWhole = std::fabs(value) < exact && value == static_cast<double>(static_cast<qint64>(value)) &&
                         !(value == 0 && std::signbit(value));
    const auto done = isWhole ? std::to_chars(first, first + buffer.size(), static_cast<qint64>(value))
                              : std::to_chars(first, first + buffer.size(), value);
    out.append(first, done.ptr);
}

} // namespace

int MonthSamples::firstDay() const { return std::countr_zero(present) + 1; }

MonthSpan monthOfDay(qint32 day)
{
    const Civil civil = civilOf(day);
    MonthSpan month;
    month.first = day - civil.day + 1;
    month.days = daysIn(civil.year, civil.month);
    month.text = {
        digitOf(civil.year / 1000), digitOf(civil.year / 100), digitOf(civil.year / 10), digitOf(civil.year), '-',
        digitOf(civil.month / 10),  digitOf(civil.month)};
    return month;
}

std::optional<MonthSpan> monthOfText(std::string_view text)
{
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    int digits = 0; // YYYYMM
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U}) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        digits = digits * 10 + (text[i] - '0');
    }
    const int year = digits / 100;
    const int month = digits % 100;
    if (year < 1 || month < 1 || month > 12)
        return std::nullopt;
    MonthSpan span{firstDayOf(year, month), daysIn(year, month), {}};
    std::copy(text.begin(), text.end(), span.text.begin());
    return span;
}

void writeSamples(const MonthSamples& samples, std::string& out)
{
    out.assign(1, '[');
    const int last = 32 - std::countl_zero(samples.present);
    for (int day = samples.firstDay(); day <= last; ++day) {
        if (out.size() > 1)
            out += ',';
        if (samples.has(day))
            appendNumber(samples.values[static_cast<std::size_t>(day - 1)], out);
        else
            out += "null";
    }
    out += ']';
}

bool readSamples(std::string_view json, int firstDay, MonthSamples& samples)
{
    samples.present = 0;
    if (json.size() < 3 || json.front() != '[' || json.back() != ']')
        return false;
    const char* at = json.data() + 1;
    const char* const end = json.data() + json.size() - 1;
    for (int day = firstDay; at < end; ++day) {
        if (day < 1 || day > 31)
            return false;
        if (end - at >= 4 && std::string_view(at, 4) == "null") {
            at += 4;
        } else {
            double value = 0;
            const auto read = std::from_chars(at, end, value);
            if (read.ec != std::errc() || !std::isfinite(value))
                return false;
            samples.set(day, value);
            at = read.ptr;
        }
        if (at < end && *at++ != ',')
            return false;
    }
    return samples.present != 0 && json[json.size() - 2] != ',';
}

Result<std::vector<UsageSample>> readSamples(sqlite3* database, const UsageOwner& owner)
{
    Statement statement(database, owner.account != 0 ? R"(
SELECT "metric_id", "month", "first_day", "samples" FROM "usage" WHERE "account_id" = ? ORDER BY "metric_id", "month")"
                                                     : R"(
SELECT "metric_id", "month", "first_day", "samples" FROM "unlinked_usage" WHERE "unlinked" = ?
ORDER BY "metric_id", "month")");
    if (owner.account != 0)
        statement.bind(0, owner.account);
    else
        statement.bind(0, QStringView(owner.unlinked));
    std::vector<UsageSample> samples;
    MonthSamples month;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return samples;
        const auto span = monthOfText(statement.utf8(1));
        if (!span || !readSamples(statement.utf8(3), static_cast<int>(statement.integer(2)), month))
            return fail(Code("book.usage.damaged"), ErrorKind::Corrupt, {owner.account, statement.text(1)});
        for (int day = 1; day <= span->days; ++day)
            if (month.has(day))
                samples.push_back({owner.account, statement.integer(0), span->first + day - 1,
                                   month.values[static_cast<std::size_t>(day - 1)]});
    }
}

} // namespace steward::book
