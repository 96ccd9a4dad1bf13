// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/exchange_rates.h"

namespace steward {

namespace {

constexpr int rateDecimals = 12;

qint64 power10(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

// amount * rate with the decimals of the book's currency, rounded once.
qint64 product(qint64 amount, const Rate& rate)
{
    // 63 bits times 63 bits: the 128 hold it, so the decimals go into the divisor.
    const Wide scaled = Wide(amount) * rate.units;
    return divideHalfUp(scaled, rate.minorShift >= 0 ? Rate::perOne / power10(rate.minorShift)
                                                     : Rate::perOne * power10(-rate.minorShift));
}

} // namespace

std::optional<qint64> Rate::unitsFromText(QStringView text)
{
    Wide units = 0;
    int decimals = -1;
    for (const QChar c : text.trimmed()) {
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9' || decimals == rateDecimals)
            return std::nullopt;
        units = units * 10 + (c.unicode() - u'0');
        decimals += decimals >= 0 ? 1 : 0;
        if (units > std::numeric_limits<qint64>::max())
            return std::nullopt;
    }
    units *= power10(rateDecimals - std::max(decimals, 0));
    if (units <= 0 || units > std::numeric_limits<qint64>::max())
        return std::nullopt;
    return static_cast<qint64>(units);
}

Mrr Rate::convert(Mrr amount) const { return Mrr::fromUnits(product(amount.units(), *this)); }

qint64 Rate::convertMinor(qint64 minor) const { return product(minor, *this); }

ExchangeRates::ExchangeRates(const BookFacts& book)
    : ExchangeRates(book.currency, book.rates.all())
{
}

ExchangeRates::ExchangeRates(Currency currency, std::span<const FxRate> all)
    : m_currency(currency)
{
    for (const FxRate& rate : all) {
        const auto units = Rate::unitsFromText(rate.rate);
        if (units && rate.day.isValid() && rate.currency.isKnown() && !rate.archivedOn.isValid())
            m_rates[rate.currency].emplace_back(rate.day, *units);
    }
    for (auto& [each, rates] : m_rates)
        std::stable_sort(rates.begin(), rates.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<Rate> ExchangeRates::on(Currency currency, QDate day) const
{
    if (!currency.isKnown() || currency == m_currency)
        return Rate();
    const auto found = m_rates.find(currency);
    if (found == m_rates.end())
        return std::nullopt;
    const auto& rates = found->second;
    const auto after = std::upper_bound(rates.begin(), rates.end(), day,
                                        [](QDate wanted, const auto& rate) { return wanted < rate.first; });
    if (after == rates.begin())
        return std::nullopt;
    return Rate{std::prev(after)->second, m_currency.minorDigits() - currency.minorDigits()};
}

std::optional<Money> ExchangeRates::convert(Money amount, QDate day) const
{
    const auto rate = on(amount.currency, day);
    if (!rate)
        return std::nullopt;
    return Money{rate->convertMinor(amount.minor), m_currency};
}

} // namespace steward
