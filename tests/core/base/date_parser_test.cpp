// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_parser.h"

#include "tests/support/printers.h"

#include <QDateTime>
#include <QTimeZone>
#include <random>

using namespace steward;
using Kind = ParsedDate::Kind;

template <>
struct Catch::StringMaker<ParsedDate>
{
    static std::string convert(const ParsedDate& date)
    {
        return "kind " + std::to_string(static_cast<int>(date.kind)) + " issue " +
               std::to_string(static_cast<int>(date.issue)) + " day " + isoText(date.writtenDay()).toStdString() +
               " ms " + std::to_string(date.ms);
    }
};

namespace {

qint64 utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

TEST_CASE("days are read in every shape that exports use", "[date]")
{
    struct Row
    {
        const char* text;
        std::optional<DateOrder> order;
        QDate day;
    };
    const auto dmy = DateOrder::Dmy;
    const auto mdy = DateOrder::Mdy;
    const auto ymd = DateOrder::Ymd;
    const QDate march5(2024, 3, 5);
    const std::vector<Row> rows = {
        {"2024-03-05", {}, march5},
        {"2024-3-5", {}, march5},
        {"2024/03/05", {}, march5},
        {"2024.03.05", mdy, march5},
        {"20240305", {}, march5},
        {" 2024-03-05\t", {}, march5},
        {"\xEF\xBB\xBF"
         "2024-03-05\xC2\xA0",
         {},
         march5},
        {"05/03/2024", dmy, march5},
        {"03/05/2024", mdy, march5},
        {"5.3.2024", dmy, march5},
        {"5. 3. 2024", dmy, march5},
        {"05-03-24", dmy, march5},
        {"3/5/24", mdy, march5},
        {"24/03/05", ymd, march5},
        {"25/03/2024", {}, QDate(2024, 3, 25)},
        {"03/25/2024", {}, QDate(2024, 3, 25)},
        {"05/05/2024", {}, QDate(2024, 5, 5)},
        {"Mar 5, 2024", {}, march5},
        {"March 5th, 2024", {}, march5},
        {"5-Mar-24", {}, march5},
        {"05MAR2024", {}, march5},
        {"5. M\xC3\xA4rz 2024", {}, march5},
        {"5. MA\xCC\x88RZ 2024", {}, march5},
        {"5. Mrz. 2024", {}, march5},
        {"5 mars 2024", {}, march5},
        {"1er f\xC3\xA9vrier 2024", {}, QDate(2024, 2, 1)},
        {"5 de marzo de 2024", {}, march5},
        {"15 ao\xC3\xBBt 2024", {}, QDate(2024, 8, 15)},
        {"15 D\xC3\x89"
         "CEMBRE 2024",
         {},
         QDate(2024, 12, 15)},
        {"3 ene 2024", {}, QDate(2024, 1, 3)},
        {"3 Okt 2024", {}, QDate(2024, 10, 3)},
        {"3 Dez. 2024", {}, QDate(2024, 12, 3)},
        {"2024-Mar-05", {}, march5},
        {"29.02.2024", dmy, QDate(2024, 2, 29)},
        {"2000-02-29", {}, QDate(2000, 2, 29)},
        {"2038-01-19", {}, QDate(2038, 1, 19)},
        {"2038-01-20", {}, QDate(2038, 1, 20)},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const ParsedDate date = parseDate(row.text, {row.order, DateNumbers::None, 70});
        CHECK(date.issue == DateIssue::None);
        CHECK(date.kind == Kind::Day);
        CHECK(date.writtenDay() == row.day);
        CHECK_FALSE(date.isUnusual);
    }
}

TEST_CASE("what is no date says why", "[date]")
{
    struct Row
    {
        const char* text;
        std::optional<DateOrder> order;
        DateIssue issue;
    };
    const auto dmy = DateOrder::Dmy;
    const auto mdy = DateOrder::Mdy;
    const auto ymd = DateOrder::Ymd;
    const std::vector<Row> rows = {
        {"", {}, DateIssue::Unknown},
        {" ", {}, DateIssue::Unknown},
        {"N/A", {}, DateIssue::Unknown},
        {"-", {}, DateIssue::Unknown},
        {"31/02/2024", dmy, DateIssue::NoSuchDay},
        {"31/02/2024", {}, DateIssue::NoSuchDay},
        {"2023-02-29", {}, DateIssue::NoSuchDay},
        {"1900-02-29", {}, DateIssue::NoSuchDay},
        {"29 Feb 2023", {}, DateIssue::NoSuchDay},
        {"2024-13-05", {}, DateIssue::NoSuchDay},
        {"0000-01-00", {}, DateIssue::NoSuchDay},
        {"20240230", {}, DateIssue::NoSuchDay},
        {"2024-03-05 25:00", {}, DateIssue::NoSuchDay},
        {"2024-03-05 10:61", {}, DateIssue::NoSuchDay},
        {"2024-03-05 13:00 PM", {}, DateIssue::NoSuchDay},
        {"05/03/2024", {}, DateIssue::Ambiguous},
        {"05/03/24 10:20", {}, DateIssue::Ambiguous},
        {"25/03/24", {}, DateIssue::Ambiguous},
        {"25/03/2024", mdy, DateIssue::WrongOrder},
        {"03/25/2024", dmy, DateIssue::WrongOrder},
        {"05/03/2024", ymd, DateIssue::WrongOrder},
        {"2024-03-05 10:20 EST", {}, DateIssue::UnknownZone},
        {"hello", {}, DateIssue::NotADate},
        {"May", {}, DateIssue::NotADate},
        {"12 Mar", {}, DateIssue::NotADate},
        {"Mar 12", {}, DateIssue::NotADate},
        {"12-05", {}, DateIssue::NotADate},
        {"45356", {}, DateIssue::NotADate},
        {"1709634030", {}, DateIssue::NotADate},
        {"1.2.3", {}, DateIssue::NotADate},
        {"10.0.0.1", {}, DateIssue::NotADate},
        {"12.2024", {}, DateIssue::NotADate},
        {"2024-03/05", {}, DateIssue::NotADate},
        {"2024--03--05", {}, DateIssue::NotADate},
        {"2024-03-", {}, DateIssue::NotADate},
        {"2024-03-05x", {}, DateIssue::NotADate},
        {"2024-03-05T", {}, DateIssue::NotADate},
        {"2024-03-05 10", {}, DateIssue::NotADate},
        {"2024-03-05T10:20:30.1234567890Z", {}, DateIssue::NotADate},
        {"2024-03-05T10:20:30Z+", {}, DateIssue::NotADate},
        {"123-45-6789", {}, DateIssue::NotADate},
        {"5 jui 2024", {}, DateIssue::NotADate},
        {"\xFF\xFE\xC3", {}, DateIssue::NotADate},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const ParsedDate date = parseDate(row.text, {row.order, DateNumbers::None, 70});
        CHECK(static_cast<int>(date.issue) == static_cast<int>(row.issue));
        CHECK_FALSE(date.isValid());
        CHECK_FALSE(date.writtenDay().isValid());
    }
}

TEST_CASE("times keep their zone or have none", "[date]")
{
    struct Row
    {
        const char* text;
        Kind kind;
        qint64 ms;
    };
    const std::vector<Row> rows = {
        {"2024-03-05T10:20:30Z", Kind::Instant, utc("2024-03-05T10:20:30Z")},
        {"2024-03-05T10:20:30.000+0000", Kind::Instant, utc("2024-03-05T10:20:30Z")},
        {"2024-03-05T10:20:30.999999999Z", Kind::Instant, utc("2024-03-05T10:20:30.999Z")},
        {"2024-03-05T10:20:30.5-05:30", Kind::Instant, utc("2024-03-05T15:50:30.500Z")},
        {"2024-03-05 01:20+02", Kind::Instant, utc("2024-03-04T23:20:00Z")},
        {"2024-03-05 10:20:30 UTC", Kind::Instant, utc("2024-03-05T10:20:30Z")},
        {"2024-03-05 10:20:30 UTC+01:00", Kind::Instant, utc("2024-03-05T09:20:30Z")},
        {"20240305T102030Z", Kind::Instant, utc("2024-03-05T10:20:30Z")},
        {"2024-03-05 10:20:30", Kind::Local, utc("2024-03-05T10:20:30Z")},
        {"2025-07-08T06:12:57.892290", Kind::Local, utc("2025-07-08T06:12:57.892Z")},
        {"25.03.2024 10:20", Kind::Local, utc("2024-03-25T10:20:00Z")},
        {"3/25/2024, 2:30 PM", Kind::Local, utc("2024-03-25T14:30:00Z")},
        {"3/25/2024 12:05 AM", Kind::Local, utc("2024-03-25T00:05:00Z")},
        {"Mar 25, 2024 12:05:01 pm", Kind::Local, utc("2024-03-25T12:05:01Z")},
        {"1969-12-31T23:59:59Z", Kind::Instant, -1000},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const ParsedDate date = parseDate(row.text);
        CHECK(date.issue == DateIssue::None);
        CHECK(date.kind == row.kind);
        CHECK(date.ms == row.ms);
    }
}

TEST_CASE("a time without a zone belongs to the book's zone, a day is never shifted", "[date]")
{
    const QTimeZone berlin("Europe/Berlin");
    const QTimeZone tokyo("Asia/Tokyo");
    CHECK(parseDate("2024-03-05").day(tokyo) == QDate(2024, 3, 5));
    CHECK(parseDate("2024-03-05 23:30").day(tokyo) == QDate(2024, 3, 5));
    CHECK(parseDate("2024-03-05T23:30Z").day(tokyo) == QDate(2024, 3, 6));
    CHECK(parseDate("2024-03-05T23:30Z").writtenDay() == QDate(2024, 3, 5));
    CHECK(parseDate("2024-07-05 12:00").instant(berlin) == Instant{utc("2024-07-05T10:00:00Z")});
    CHECK(parseDate("2024-07-05").instant(berlin) == Instant{utc("2024-07-04T22:00:00Z")});
    CHECK_FALSE(parseDate("soon").instant(berlin));

    // Clocks go ahead at 02:00 on 31 March and back at 03:00 on 27 October 2024.
    CHECK(parseDate("2024-03-31 01:59").instant(berlin) == Instant{utc("2024-03-31T00:59:00Z")});
    CHECK(parseDate("2024-03-31 02:30").instant(berlin) == Instant{utc("2024-03-31T01:30:00Z")});
    CHECK(parseDate("2024-03-31 03:00").instant(berlin) == Instant{utc("2024-03-31T01:00:00Z")});
    CHECK(parseDate("2024-10-27 01:59").instant(berlin) == Instant{utc("2024-10-26T23:59:00Z")});
    CHECK(parseDate("2024-10-27 02:30").instant(berlin) == Instant{utc("2024-10-27T00:30:00Z")});
    CHECK(parseDate("2024-10-27 03:00").instant(berlin) == Instant{utc("2024-10-27T02:00:00Z")});
}

TEST_CASE("two-digit years follow the pivot and never fall into the 1920s by themselves", "[date]")
{
    const DateFormat usual{DateOrder::Dmy, DateNumbers::None, 70};
    CHECK(parseDate("05/03/26", usual).writtenDay() == QDate(2026, 3, 5));
    CHECK(parseDate("05/03/69", usual).writtenDay() == QDate(2069, 3, 5));
    CHECK(parseDate("05/03/70", usual).writtenDay() == QDate(1970, 3, 5));
    CHECK(parseDate("05/03/99", usual).writtenDay() == QDate(1999, 3, 5));
    CHECK(parseDate("05/03/00", usual).writtenDay() == QDate(2000, 3, 5));
    CHECK(parseDate("05/03/26", usual).hasTwoDigitYear);
    CHECK_FALSE(parseDate("05/03/2026", usual).hasTwoDigitYear);
    CHECK(parseDate("05/03/26", {DateOrder::Dmy, DateNumbers::None, 20}).writtenDay() == QDate(1926, 3, 5));
    CHECK(parseDate("5-Mar-26").writtenDay() == QDate(2026, 3, 5));
}

TEST_CASE("years that are hardly meant are flagged, not dropped", "[date]")
{
    CHECK(parseDate("1899-12-31").isUnusual);
    CHECK_FALSE(parseDate("1900-01-01").isUnusual);
    CHECK_FALSE(parseDate("2200-12-31").isUnusual);
    CHECK(parseDate("2201-01-01").isUnusual);
    CHECK(parseDate("0024-03-05").writtenDay() == QDate(24, 3, 5));
    CHECK(parseDate("0024-03-05").isUnusual);
}

TEST_CASE("a month is a month, not its first day by accident", "[date]")
{
    for (const char* text :
         {"2024-03", "2024/03", "03/2024", "202403", "Mar 2024", "M\xC3\xA4rz 2024", "Mar-24", "2024 March"}) {
        INFO(text);
        const ParsedDate date = parseDate(text);
        CHECK(date.isValid());
        CHECK(date.kind == Kind::Month);
        CHECK(date.writtenDay() == QDate(2024, 3, 1));
    }
    CHECK(parseDate("2024-00").issue == DateIssue::NoSuchDay);
    CHECK(parseDate("050324").issue == DateIssue::NotADate);
}

TEST_CASE("numbers are dates only where the caller says what they count", "[date]")
{
    const DateFormat excel{{}, DateNumbers::ExcelSerial, 70};
    CHECK(parseDate("45356", excel).writtenDay() == QDate(2024, 3, 5));
    CHECK(parseDate("45356", excel).kind == Kind::Day);
    CHECK(parseDate("45356.4305555555", excel).ms == utc("2024-03-05T10:20:00Z"));
    CHECK(parseDate("45356.4305555555", excel).kind == Kind::Local);
    CHECK(parseDate("1", excel).writtenDay() == QDate(1900, 1, 1));
    CHECK(parseDate("59", excel).writtenDay() == QDate(1900, 2, 28));
    CHECK(parseDate("60", excel).issue == DateIssue::NoSuchDay);
    CHECK(parseDate("61", excel).writtenDay() == QDate(1900, 3, 1));
    CHECK(parseDate("2958465", excel).writtenDay() == QDate(9999, 12, 31));
    CHECK(parseDate("2958466", excel).issue == DateIssue::NoSuchDay);
    CHECK(parseDate("-1", excel).issue == DateIssue::NoSuchDay);
    CHECK(parseDate("43894", {{}, DateNumbers::ExcelSerial1904, 70}).writtenDay() == QDate(2024, 3, 5));
    CHECK(parseDate("2024-03-05", excel).writtenDay() == QDate(2024, 3, 5));

    const DateFormat seconds{{}, DateNumbers::UnixSeconds, 70};
    const DateFormat milliseconds{{}, DateNumbers::UnixMilliseconds, 70};
    CHECK(parseDate("1709634030", seconds).ms == utc("2024-03-05T10:20:30Z"));
    CHECK(parseDate("1709634030.25", seconds).ms == utc("2024-03-05T10:20:30.250Z"));
    CHECK(parseDate("2147483648", seconds).ms == utc("2038-01-19T03:14:08Z"));
    CHECK(parseDate("1709634030123", milliseconds).ms == utc("2024-03-05T10:20:30.123Z"));
    CHECK(parseDate("-1", milliseconds).writtenDay() == QDate(1969, 12, 31));
    CHECK(parseDate("1709634030123", seconds).issue == DateIssue::NoSuchDay);
    CHECK(parseDate("999999999999999", milliseconds).issue == DateIssue::NoSuchDay);
}

TEST_CASE("every day from 1600 to 2400 survives being written and read in every order", "[date]")
{
    const QDate first(1600, 1, 1);
    for (qint64 i = 0; i < 292'194; i += 7) {
        const QDate day = first.addDays(i);
        const auto text = [&](const char* format) { return day.toString(QString::fromLatin1(format)).toStdString(); };
        REQUIRE(parseDate(text("yyyy-MM-dd")).writtenDay() == day);
        REQUIRE(parseDate(text("d.M.yyyy"), {DateOrder::Dmy, DateNumbers::None, 70}).writtenDay() == day);
        REQUIRE(parseDate(text("MM/dd/yyyy"), {DateOrder::Mdy, DateNumbers::None, 70}).writtenDay() == day);
        REQUIRE(parseDate(text("yyyyMMdd")).writtenDay() == day);
        REQUIRE(epochDayOf(day.year(), day.month(), day.day()) == QDate(1970, 1, 1).daysTo(day));
    }
}

TEST_CASE("changed characters in a date never crash the parser nor give an invalid day", "[date]")
{
    std::mt19937 random(7);
    const std::string_view alphabet = "0123456789/.-,: TZ+Marz\xC3\xA4\xC2\xA0";
    for (int i = 0; i < 200'000; ++i) {
        std::string text(random() % 16, ' ');
        for (char& c : text)
            c = alphabet[random() % alphabet.size()];
        for (const DateNumbers numbers : {DateNumbers::None, DateNumbers::ExcelSerial, DateNumbers::UnixSeconds}) {
            const ParsedDate date = parseDate(text, {DateOrder::Dmy, numbers, 70});
            if (date.isValid() != date.writtenDay().isValid())
                FAIL(text);
        }
    }
}
