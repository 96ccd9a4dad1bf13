// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/book_currency.h"

#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::sample;

namespace {

constexpr Currency eur("EUR");
constexpr Currency usd("USD");
constexpr Currency gbp("GBP");
constexpr Currency kwd("KWD");

FxRate rate(Currency currency, const char* from, const char* text)
{
    FxRate row;
    row.currency = currency;
    row.day = day(from);
    row.rate = QString::fromLatin1(text);
    return row;
}

AccountFacts billed(qint64 id, const std::vector<Currency>& currencies)
{
    AccountFacts facts = account(id);
    std::vector<Invoice> invoices(currencies.size());
    for (std::size_t i = 0; i < currencies.size(); ++i) {
        invoices[i].amount = Minor{100};
        invoices[i].currency = currencies[i];
    }
    facts.set(invoices);
    return facts;
}

} // namespace

TEST_CASE("a book without a setting adds up in the only or the commonest currency and says so")
{
    const auto currencyOf = [](std::vector<AccountFacts> accounts, Currency setting = {}) {
        BookFacts book;
        book.currency = setting;
        return bookCurrency(Portfolio(book, std::move(accounts), AccountFacts(), 1));
    };
    using Basis = BookCurrency::Basis;
    CHECK(currencyOf({billed(1, {usd, usd}), billed(2, {eur})}, gbp) == BookCurrency{gbp, Basis::Setting});
    CHECK(currencyOf({billed(1, {usd}), billed(2, {usd})}) == BookCurrency{usd, Basis::Only});
    CHECK(currencyOf({billed(1, {usd, usd}), billed(2, {eur})}) == BookCurrency{usd, Basis::Commonest});
    CHECK(currencyOf({billed(1, {usd}), billed(2, {eur})}) == BookCurrency{eur, Basis::Commonest});
    CHECK(currencyOf({account(1)}) == BookCurrency{Currency(), Basis::None});
}

TEST_CASE("a total says what it is without")
{
    const ExchangeRates rates(eur, std::vector{rate(usd, "2026-01-01", "0.92")});
    Converted<Minor> total;
    total.add(rates, Minor{10'000}, usd, day("2026-03-01"));
    total.add(rates, Minor{700}, gbp, day("2026-03-01"));
    total.add(rates, Minor{300}, gbp, day("2026-03-01"));
    total.add(rates, Minor{1}, eur, day("2026-03-01"));
    CHECK(total.value.value == 9'201);
    CHECK_FALSE(total.isComplete());
    REQUIRE(total.unconverted.size() == 1);
    CHECK(total.unconverted.at(gbp).value == 1'000);
    Converted<Minor> sum = total;
    sum += total;
    CHECK(sum.value.value == 18'402);
    CHECK(sum.unconverted.at(gbp).value == 2'000);
}

TEST_CASE("large amounts are converted without overflow, archived rates not used")
{
    FxRate old = rate(usd, "2026-01-01", "0.5");
    old.archivedOn = day("2026-02-01");
    const ExchangeRates rates(eur, std::vector{rate(kwd, "2026-01-01", "3.01"), old});
    CHECK(rates.convert({3'000'000'000'000'000'000, kwd}, day("2026-03-01"))->minor == 903'000'000'000'000'000);
    CHECK_FALSE(rates.convert({1, usd}, day("2026-03-01")));
    const ExchangeRates dinars(kwd, std::vector{rate(eur, "2026-01-01", "9000000")});
    CHECK(dinars.convert({9'000'000'000'000'000'000, eur}, day("2026-03-01"))->minor ==
          std::numeric_limits<qint64>::max());
}
