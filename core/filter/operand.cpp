// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/operand.h"

#include "core/base/date_parser.h"
#include "core/base/number_parser.h"

#include <algorithm>
#include <array>

namespace steward::filter {

namespace {

constexpr std::array<QStringView, 15> words = {
    u"today",        u"yesterday",    u"tomorrow",   u"this-week",  u"last-week",
    u"next-week",    u"this-month",   u"last-month", u"next-month", u"this-quarter",
    u"last-quarter", u"next-quarter", u"this-year",  u"last-year",  u"next-year",
};

Period oneDay(QDate day) { return {day, day}; }

/// So many months from the first of a month on.
Period months(Month first, int count) { return {first.first(), first.plus(count - 1).last()}; }

/// The quarter or year (3 or 12 months) around a day, moved by so many of them.
Period fiscal(const Context& context, int length, int moved)
{
    const Month now = Month::of(context.today);
    const int since = (now.month() - context.fiscalStart + 12) % length;
    return months(now.plus(moved * length - since), length);
}

std::optional<Period> namedPeriod(QStringView text, const Context& context)
{
    if (text == u"today")
        return oneDay(context.today);
    if (text == u"yesterday")
        return oneDay(context.today.addDays(-1));
    if (text == u"tomorrow")
        return oneDay(context.today.addDays(1));
    const qsizetype dash = text.indexOf(u'-');
    const QStringView which = text.left(std::max<qsizetype>(dash, 0));
    const QStringView unit = text.mid(dash + 1);
    if (which != u"this" && which != u"last" && which != u"next")
        return std::nullopt;
    const int moved = which == u"last" ? -1 : which == u"next" ? 1 : 0;
    if (unit == u"week") {
        const QDate monday = context.today.addDays(1 - context.today.dayOfWeek() + 7 * moved);
        return Period{monday, monday.addDays(6)};
    }
    if (unit == u"month")
        return months(Month::of(context.today).plus(moved), 1);
    if (unit == u"quarter")
        return fiscal(context, 3, moved);
    return unit == u"year" ? std::optional(fiscal(context, 12, moved)) : std::nullopt;
}

/// "2026", "2026q3"
std::optional<Period> numberedPeriod(QStringView text, const Context& context)
{
    bool isYear = false;
    const int year = text.left(4).toInt(&isYear);
    if (!isYear || year < 1000 || (text.size() != 4 && text.size() != 6))
        return std::nullopt;
    const Month first(context.fiscalStart == 1 ? year : year - 1, context.fiscalStart);
    if (text.size() == 4)
        return months(first, 12);
    const int quarter = text[5].unicode() - u'0';
    if (text[4] != u'q' || quarter < 1 || quarter > 4)
        return std::nullopt;
    return months(first.plus(3 * (quarter - 1)), 3);
}

/// "90d" as a day so far from today.
QDate distant(QStringView text, QDate today, int direction)
{
    constexpr int farthest = 40'000;
    bool isNumber = false;
    const int count = text.left(text.size() - 1).toInt(&isNumber);
    if (!isNumber || !text.front().isDigit() || count > farthest)
        return {};
    const int moved = count * direction;
    switch (text.back().unicode()) {
    case u'd':
        return today.addDays(moved);
    case u'w':
        return today.addDays(qint64{7} * moved);
    case u'm':
        return today.addMonths(moved);
    case u'y':
        return today.addYears(moved);
    default:
        return {};
    }
}

} // namespace

std::span<const QStringView> dayWords() { return words; }

std::optional<DayOperand> dayOperand(QStringView text, const Context& context, bool looksAhead)
{
    const QString lower = text.toString().trimmed().toLower();
    if (lower.isEmpty())
        return std::nullopt;
    if (const auto period = namedPeriod(lower, context))
        return DayOperand{*period, false};
    if (const auto period = numberedPeriod(lower, context))
        return DayOperand{*period, false};
    const bool isSigned = lower.startsWith(u'+') || lower.startsWith(u'-');
    const int direction = isSigned ? (lower.startsWith(u'-') ? -1 : 1) : (looksAhead ? 1 : -1);
    if (const QStringView number = QStringView(lower).mid(isSigned ? 1 : 0); number.size() >= 2)
        if (const QDate day = distant(number, context.today, direction); day.isValid())
            return DayOperand{oneDay(day), !isSigned};
    const std::string utf8 = lower.toStdString();
    const ParsedDate date = parseDate(utf8);
    if (date.kind == ParsedDate::Kind::Month && date.isValid())
        return DayOperand{months(Month::of(date.writtenDay()), 1), false};
    return date.isValid() ? std::optional(DayOperand{oneDay(date.writtenDay()), false}) : std::nullopt;
}

std::optional<double> numberOperand(QStringView text, bool isFraction)
{
    static constexpr std::pair<QStringView, double> suffixes[] = {{u"k", 1e3}, {u"bn", 1e9}, {u"m", 1e6}, {u"b", 1e9}};
    QString number = text.toString().trimmed().toLower();
    double factor = 1;
    for (const auto& [suffix, value] : suffixes)
        if (factor == 1 && number.endsWith(suffix)) {
            number.chop(suffix.size());
            factor = value;
        }
    const NumberCell<double> cell = parseReal(number.toStdString(), {DecimalSign::Point, true});
    if (!cell.isValid() || (cell.isPercent && (!isFraction || factor != 1)))
        return std::nullopt;
    return cell.value * factor / (cell.isPercent ? 100 : 1);
}

} // namespace steward::filter
