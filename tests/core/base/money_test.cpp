// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/iso_currency.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("a yearly plan of 2,000 is 166.67 a month and 2,000 a year", "[money]")
{
    const auto mrr = Mrr::perTerm(200'000, 12);
    REQUIRE(mrr);
    CHECK(mrr->toMinor() == 16'667);
    CHECK(mrr->toArrMinor() == 200'000);
}

TEST_CASE("a code of three letters is a currency only where it is listed", "[money]")
{
    for (const char* code : {"EUR", "USD", "AED", "ZWL", "DEM", "JPY"})
        CHECK(isListed(Currency::fromCode(QString::fromLatin1(code)).value()));
    for (const char* code : {"EUX", "USS", "XXX", "ABC"})
        CHECK_FALSE(isListed(Currency::fromCode(QString::fromLatin1(code)).value()));
    CHECK_FALSE(isListed(Currency()));
}

TEST_CASE("terms that divide 5040 are exact, so sums carry no rounding", "[money]")
{
    const int months = GENERATE(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 24, 30, 36, 42, 48, 60);
    Mrr sum;
    for (int i = 0; i < months; ++i)
        sum += *Mrr::perTerm(1, months);
    CHECK(sum == *Mrr::perTerm(1, 1));
}

TEST_CASE("an amount that does not fit is none, never another number", "[money]")
{
    CHECK_FALSE(Mrr::perTerm(std::numeric_limits<qint64>::max(), 1));
    CHECK_FALSE(Mrr::perTerm(100, 0));
    CHECK_FALSE(add({std::numeric_limits<qint64>::max(), Currency("EUR")}, {1, Currency("EUR")}));
    CHECK_FALSE(add({1, Currency("EUR")}, {1, Currency("USD")}));
}

TEST_CASE("decimals follow the currency", "[money]")
{
    CHECK(Money{123'450, Currency("EUR")}.toDecimal() == QStringLiteral("1234.50"));
    CHECK(Money{-5, Currency("EUR")}.toDecimal() == QStringLiteral("-0.05"));
    CHECK(Money{1234, Currency("JPY")}.toDecimal() == QStringLiteral("1234"));
    CHECK(Money{1234, Currency("KWD")}.toDecimal() == QStringLiteral("1.234"));
}

TEST_CASE("halves round away from zero", "[money]")
{
    CHECK(divideHalfUp(5, 2) == 3);
    CHECK(divideHalfUp(-5, 2) == -3);
    CHECK(divideHalfUp(4, 3) == 1);
}

TEST_CASE("a currency is three letters", "[money]")
{
    CHECK(Currency::fromCode(u"eur") == Currency("EUR"));
    CHECK_FALSE(Currency::fromCode(u"EURO"));
    CHECK_FALSE(Currency::fromCode(u"E1R"));
}
