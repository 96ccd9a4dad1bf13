// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_parser.h"

#include "tests/support/printers.h"

#include <cmath>
#include <limits>
#include <random>

using namespace steward;

namespace {

const NumberFormat point{DecimalSign::Point, false};
const NumberFormat comma{DecimalSign::Comma, false};
const NumberFormat open{};

int code(NumberIssue issue) { return static_cast<int>(issue); }

} // namespace

TEST_CASE("amounts are exact and rounded half up from their text", "[number]")
{
    struct Row
    {
        const char* text;
        NumberFormat format;
        int digits;
        qint64 minor;
        bool isRounded;
    };
    const std::vector<Row> rows = {
        {"1234.56", point, 2, 123'456, false},
        {"1,234.56", point, 2, 123'456, false},
        {"1.234,56", comma, 2, 123'456, false},
        {"1.234,56", open, 2, 123'456, false},
        {"1'234.56", open, 2, 123'456, false},
        {"1\xE2\x80\x99"
         "234.56",
         open, 2, 123'456, false},
        {"1 234,56", open, 2, 123'456, false},
        {"1\xC2\xA0"
         "234,56",
         open, 2, 123'456, false},
        {"1\xE2\x80\xAF"
         "234\xE2\x80\xAF"
         "567,8",
         open, 2, 123'456'780, false},
        {"1,234", point, 2, 123'400, false},
        {"1,234", comma, 2, 123, true},
        {"12,34,567.5", open, 2, 123'456'750, false},
        {"1,00,000", point, 2, 10'000'000, false},
        {"1,234,567", open, 2, 123'456'700, false},
        {"0.875", open, 2, 88, true},
        {"875.0000000000001", open, 2, 87'500, true},
        {"395.8333333333333", open, 2, 39'583, true},
        {"0.005", point, 2, 1, true},
        {"0.0049999999999999999999999999999999999999999999", point, 2, 0, true},
        {"-0.005", point, 2, -1, true},
        {"1.005", point, 2, 101, true},
        {"9.995", point, 2, 1000, true},
        {"0.0001", point, 2, 0, true},
        {".5", point, 2, 50, false},
        {",5", comma, 2, 50, false},
        {"1.5000", point, 2, 150, false},
        {"007", point, 2, 700, false},
        {"0", point, 2, 0, false},
        {"-0.00", point, 2, 0, false},
        {"1500", point, 0, 1500, false},
        {"1499.5", point, 0, 1500, true},
        {"1.2345", point, 3, 1235, true},
        {"92233720368547758.07", point, 2, std::numeric_limits<qint64>::max(), false},
        {"-42.50", point, 2, -4250, false},
        {"\xE2\x88\x92"
         "42.50",
         point, 2, -4250, false},
        {"42.50-", point, 2, -4250, false},
        {"(42.50)", point, 2, -4250, false},
        {"($1,234.50)", point, 2, -123'450, false},
        {"$(1,234.50)", point, 2, -123'450, false},
        {"-$5", point, 2, -500, false},
        {"$-5", point, 2, -500, false},
        {"+5", point, 2, 500, false},
        {"5 \xE2\x82\xAC", comma, 2, 500, false},
        {"1.234,50 zł", comma, 2, 123'450, false},
        {"kr 1.234,50", comma, 2, 123'450, false},
        {"CHF 1'234.50", point, 2, 123'450, false},
        {"USD 5", point, 2, 500, false},
        {"5usd", point, 2, 500, false},
        {"$5 USD", point, 2, 500, false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const NumberCell<Minor> cell = parseAmount(row.text, row.format, row.digits);
        CHECK(code(cell.issue) == code(NumberIssue::None));
        CHECK(cell.value.value == row.minor);
        CHECK(cell.isRounded == row.isRounded);
    }
}

TEST_CASE("what is no amount says why and is never a number by accident", "[number]")
{
    struct Row
    {
        const char* text;
        NumberFormat format;
        NumberIssue issue;
    };
    const std::vector<Row> rows = {
        {"", point, NumberIssue::Unknown},
        {" ", point, NumberIssue::Unknown},
        {"-", point, NumberIssue::Unknown},
        {"N/A", point, NumberIssue::Unknown},
        {"null", point, NumberIssue::Unknown},
        {"#N/A", point, NumberIssue::Unknown},
        {"1,234", open, NumberIssue::Ambiguous},
        {"-12.345", open, NumberIssue::Ambiguous},
        {"$1.234", open, NumberIssue::Ambiguous},
        {"1.234,56", point, NumberIssue::WrongSign},
        {"1,234.56", comma, NumberIssue::WrongSign},
        {"12.5", comma, NumberIssue::WrongSign},
        {"12,34", point, NumberIssue::WrongSign},
        {"1.5K", point, NumberIssue::Multiplier},
        {"$2M", point, NumberIssue::Multiplier},
        {"2,5 Mio. EUR", comma, NumberIssue::Multiplier},
        {"1E5", point, NumberIssue::Exponent},
        {"1.5e-3", point, NumberIssue::Exponent},
        {"hello", point, NumberIssue::NotANumber},
        {"5 users", point, NumberIssue::NotANumber},
        {"1,2345", point, NumberIssue::WrongSign},
        {"1,23,45", point, NumberIssue::NotANumber},
        {"1,234,56", point, NumberIssue::NotANumber},
        {"1234,567,890", point, NumberIssue::NotANumber},
        {"1,234'567", point, NumberIssue::NotANumber},
        {"0,123", point, NumberIssue::WrongSign},
        {"1.2.3", point, NumberIssue::NotANumber},
        {"5.", point, NumberIssue::NotANumber},
        {".", point, NumberIssue::NotANumber},
        {"()", point, NumberIssue::NotANumber},
        {"(5", point, NumberIssue::NotANumber},
        {"5)", point, NumberIssue::NotANumber},
        {"--5", point, NumberIssue::NotANumber},
        {"-(5)", point, NumberIssue::NotANumber},
        {"-5-", point, NumberIssue::NotANumber},
        {"5 - 3", point, NumberIssue::NotANumber},
        {"=5", point, NumberIssue::NotANumber},
        {"0x10", point, NumberIssue::NotANumber},
        {"EUR 5 USD", point, NumberIssue::NotANumber},
        {"12.5%", point, NumberIssue::NotANumber},
        {"2024-03-05", point, NumberIssue::NotANumber},
        {"\xFF\xFE", point, NumberIssue::NotANumber},
        {"5\xFF", point, NumberIssue::NotANumber},
        {"92233720368547758.08", point, NumberIssue::TooLarge},
        {"-99999999999999999999999999999999999999999999999999", point, NumberIssue::TooLarge},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const NumberCell<Minor> cell = parseAmount(row.text, row.format, 2);
        CHECK(code(cell.issue) == code(row.issue));
        CHECK(cell.value.value == 0);
    }
}

TEST_CASE("currencies are read where they are certain", "[number]")
{
    CHECK(parseAmount("\xE2\x82\xAC"
                      "5",
                      point, 2)
              .currency == Currency("EUR"));
    CHECK(parseAmount("5 SFr.", point, 2).currency == Currency("CHF"));
    CHECK(parseAmount("chf 5", point, 2).currency == Currency("CHF"));
    CHECK(parseAmount("US$5", point, 2).currency == Currency("USD"));
    CHECK(parseAmount("5 US$", point, 2).currency == Currency("USD"));
    CHECK_FALSE(parseAmount("$5", point, 2).currency.isKnown()); // US, Canada, Australia, ...
    CHECK_FALSE(parseAmount("5 kr", point, 2).currency.isKnown());
    CHECK_FALSE(parseAmount("\xC2\xA5"
                            "5",
                            point, 0)
                    .currency.isKnown());
}

TEST_CASE("integers may be written with empty decimals, and only those", "[number]")
{
    CHECK(parseInteger("4.0").value == 4);
    CHECK(parseInteger("4.0").isValid());
    CHECK(parseInteger("1,234", point).value == 1234);
    CHECK(parseInteger("-12").value == -12);
    CHECK(code(parseInteger("4.5").issue) == code(NumberIssue::NotWhole));
    CHECK(code(parseInteger("$4").issue) == code(NumberIssue::None)); // a sign alone says no currency
    CHECK(code(parseInteger("4 EUR").issue) == code(NumberIssue::NotANumber));
    CHECK(code(parseInteger("4%").issue) == code(NumberIssue::NotANumber));
    CHECK(code(parseInteger("1E5").issue) == code(NumberIssue::Exponent));
    CHECK(parseInteger("1.5E1", {DecimalSign::Point, true}).value == 15);
    CHECK(parseInteger("9223372036854775807").value == std::numeric_limits<qint64>::max());
    CHECK(code(parseInteger("9223372036854775808").issue) == code(NumberIssue::TooLarge));
}

TEST_CASE("reals are the nearest doubles of their text", "[number]")
{
    CHECK(parseReal("0.1").value == 0.1);
    CHECK(parseReal("-1,234.5").value == -1234.5);
    CHECK(parseReal("3.981277").value == 3.981277);
    CHECK(parseReal("0").value == 0.0);
    CHECK_FALSE(std::signbit(parseReal("-0").value));
    CHECK(parseReal("12.5 %").value == 12.5);
    CHECK(parseReal("12.5 %").isPercent);
    CHECK(parseReal("1e-3", {DecimalSign::Point, true}).value == 0.001);
    CHECK(code(parseReal("1e999", {DecimalSign::Point, true}).issue) == code(NumberIssue::TooLarge));
    CHECK(parseReal("1e-999", {DecimalSign::Point, true}).value == 0.0);
    CHECK(code(parseReal("1e99999", {DecimalSign::Point, true}).issue) == code(NumberIssue::NotANumber));
}

TEST_CASE("plain cells and dressed cells give the same number", "[number]")
{
    std::mt19937_64 random(3);
    for (int i = 0; i < 50'000; ++i) {
        const auto value = static_cast<qint64>(random() >> (14 + random() % 50)) * (random() % 2 == 0 ? 1 : -1);
        const std::string plain = decimalText(value, static_cast<int>(random() % 7)).toStdString();
        const std::string dressed = plain + " $"; // the sign keeps it from the short way
        REQUIRE(parseReal(plain, point).value == parseReal(dressed, point).value);
        REQUIRE(parseReal(plain, point).value == std::strtod(plain.c_str(), nullptr));
        REQUIRE(parseAmount(plain, point, 2).value == parseAmount(dressed, point, 2).value);
        REQUIRE(parseAmount(plain, point, 2).isRounded == parseAmount(dressed, point, 2).isRounded);
        REQUIRE(code(parseInteger(plain, point).issue) == code(parseInteger(dressed, point).issue));
        REQUIRE(parseInteger(plain, point).value == parseInteger(dressed, point).value);
    }
}

TEST_CASE("every amount survives being written with groups and read again", "[number]")
{
    std::mt19937_64 random(11);
    for (int i = 0; i < 20'000; ++i) {
        const auto minor = static_cast<qint64>(random()) >> (random() % 62);
        if (minor == std::numeric_limits<qint64>::min())
            continue;
        for (const int digits : {0, 2, 3}) {
            const std::string plain = decimalText(minor, digits).toStdString();
            REQUIRE(parseAmount(plain, point, digits).value.value == minor);
            std::string grouped = plain;
            std::size_t at = digits == 0 ? grouped.size() : grouped.find('.');
            const std::size_t front = minor < 0 ? 1 : 0;
            while (at > front + 3) {
                at -= 3;
                grouped.insert(at, ",");
            }
            REQUIRE(parseAmount(grouped, point, digits).value.value == minor);
            for (char& c : grouped)
                c = c == ',' ? '.' : c == '.' ? ',' : c;
            REQUIRE(parseAmount(grouped, comma, digits).value.value == minor);
        }
    }
}

TEST_CASE("any bytes give a number or an issue, and both signs never contradict without being ambiguous", "[number]")
{
    std::mt19937 random(5);
    const std::string_view alphabet = "0123456789.,' -()%$EeK\xC2\xA0\xE2\x82\xAC";
    for (int i = 0; i < 200'000; ++i) {
        std::string text(random() % 14, ' ');
        for (char& c : text)
            c = alphabet[random() % alphabet.size()];
        const NumberCell<Minor> a = parseAmount(text, point, 2);
        const NumberCell<Minor> b = parseAmount(text, comma, 2);
        const NumberCell<Minor> either = parseAmount(text, open, 2);
        if (a.isValid() && b.isValid() && a.value != b.value && either.isValid())
            FAIL(text);
        if (either.isValid() && !a.isValid() && !b.isValid())
            FAIL(text);
        if (!either.isValid() && either.value.value != 0)
            FAIL(text);
    }
}
