// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/exchange_rates.h"

#include "tests/support/printers.h"

using namespace steward;

namespace {

FxRate rate(Currency currency, QDate day, const QString& text)
{
    FxRate row;
    row.currency = currency;
    row.day = day;
    row.rate = text;
    return row;
}

BookFacts euroBook(std::vector<FxRate> rates)
{
    BookFacts book;
    book.currency = Currency("EUR");
    book.rates = Rows<FxRate>(std::move(rates));
    return book;
}

} // namespace

TEST_CASE("the rate of a day is the last one of that day or before", "[rates]")
{
    const ExchangeRates rates(euroBook({rate(Currency("USD"), {2026, 2, 1}, QStringLiteral("0.95")),
                                        rate(Currency("USD"), {2026, 1, 1}, QStringLiteral("0.9"))}));
    CHECK_FALSE(rates.on(Currency("USD"), {2025, 12, 31}));
    CHECK(rates.convert({10'000, Currency("USD")}, {2026, 1, 31}) == Money{9'000, Currency("EUR")});
    CHECK(rates.convert({10'000, Currency("USD")}, {2026, 2, 1}) == Money{9'500, Currency("EUR")});
}

TEST_CASE("a currency without a rate is never 1:1 but the book's own and an unnamed one are", "[rates]")
{
    const ExchangeRates rates(euroBook({}));
    CHECK_FALSE(rates.convert({100, Currency("USD")}, {2026, 1, 1}));
    CHECK(rates.convert({100, Currency("EUR")}, {2026, 1, 1}) == Money{100, Currency("EUR")});
    CHECK(rates.convert({100, Currency()}, {2026, 1, 1}) == Money{100, Currency("EUR")});
}

TEST_CASE("decimals of both currencies are respected", "[rates]")
{
    const ExchangeRates rates(euroBook({rate(Currency("JPY"), {2026, 1, 1}, QStringLiteral("0.006")),
                                        rate(Currency("KWD"), {2026, 1, 1}, QStringLiteral("3"))}));
    CHECK(rates.convert({1'000, Currency("JPY")}, {2026, 1, 1}) == Money{600, Currency("EUR")});
    CHECK(rates.convert({1'000, Currency("KWD")}, {2026, 1, 1}) == Money{300, Currency("EUR")});
}

TEST_CASE("a rate is digits and one point, exact to twelve decimals", "[rates]")
{
    CHECK(Rate::unitsFromText(u"1.082500000001") == 1'082'500'000'001);
    const QString bad = GENERATE(QStringLiteral(""), QStringLiteral("0"), QStringLiteral("-1"), QStringLiteral("1,08"),
                                 QStringLiteral("1.0.1"), QStringLiteral("1e3"), QStringLiteral("0.0000000000001"),
                                 QStringLiteral("99999999999"));
    CHECK_FALSE(Rate::unitsFromText(bad));
}
