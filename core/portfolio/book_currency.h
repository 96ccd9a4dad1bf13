// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/exchange_rates.h"
#include "core/portfolio/portfolio.h"

namespace steward {

/// In which currency a book adds up, and why.
struct BookCurrency
{
    enum class Basis
    {
        Setting,   ///< the book says so
        Only,      ///< no setting: the one currency its amounts have
        Commonest, ///< no setting and several: the one most amounts have (ties: the first by code)
        None       ///< no amount has a currency
    };
    Currency currency;
    Basis basis = Basis::None;
    friend bool operator==(const BookCurrency&, const BookCurrency&) = default;
};

/// Counts the amounts of subscriptions, invoices, opportunities, movements and snapshots where there is no setting.
[[nodiscard]] BookCurrency bookCurrency(const Portfolio& portfolio);

/// The rates of the book into the currency it adds up in.
[[nodiscard]] inline ExchangeRates ratesOf(const Portfolio& portfolio)
{
    return {bookCurrency(portfolio).currency, portfolio.book().rates.all()};
}

/// A sum in the book's currency and, beside it, what could not be converted: totals say "without USD". T is Minor or
/// Mrr; sums stop at the ends of the range.
template <class T>
struct Converted
{
    T value{};
    std::map<Currency, T> unconverted; ///< each in its own currency

    [[nodiscard]] bool isComplete() const { return unconverted.empty(); }
    void add(const ExchangeRates& rates, T amount, Currency from, QDate day)
    {
        if (const auto rate = rates.on(from, day))
            value = sum(value, converted(*rate, amount));
        else
            unconverted[from] = sum(unconverted[from], amount);
    }
    Converted& operator+=(const Converted& other)
    {
        value = sum(value, other.value);
        for (const auto& [currency, amount] : other.unconverted)
            unconverted[currency] = sum(unconverted[currency], amount);
        return *this;
    }
    friend bool operator==(const Converted&, const Converted&) = default;

private:
    static Mrr sum(Mrr a, Mrr b) { return a + b; }
    static Minor sum(Minor a, Minor b) { return {divideHalfUp(Wide(a.value) + b.value, 1)}; }
    static Mrr converted(const Rate& rate, Mrr amount) { return rate.convert(amount); }
    static Minor converted(const Rate& rate, Minor amount) { return {rate.convertMinor(amount.value)}; }
};

} // namespace steward
