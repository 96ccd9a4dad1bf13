// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

#include <map>

namespace steward {

/// How much of the book's currency one unit of another is worth, exact: in 1/10^12.
struct Rate
{
    static constexpr qint64 perOne = 1'000'000'000'000;
    qint64 units = perOne;
    int minorShift = 0; ///< decimals of the book's currency less decimals of the other

    /// "1.0825", "0,92" is not one: digits and one point, up to 12 digits after it, more than 0. none otherwise.
    [[nodiscard]] static std::optional<qint64> unitsFromText(QStringView text);
    /// Exact on the way, rounded half up once; stops at the ends of the range.
    [[nodiscard]] Mrr convert(Mrr amount) const;
    [[nodiscard]] qint64 convertMinor(qint64 minor) const;
    friend bool operator==(const Rate&, const Rate&) = default;
};

/// The rates of the book by day. A currency without a rate has none: it is never taken 1:1 and never dropped, the
/// caller keeps it apart as "unconverted". An amount without a currency is in the book's.
class ExchangeRates
{
public:
    ExchangeRates() = default;
    explicit ExchangeRates(const BookFacts& book);
    /// Where the book has no setting: in the currency it adds up in (bookCurrency()). Archived rates are left out.
    ExchangeRates(Currency currency, std::span<const FxRate> rates);
    [[nodiscard]] Currency currency() const { return m_currency; }
    /// The last rate of that day or before; none before the first.
    [[nodiscard]] std::optional<Rate> on(Currency currency, QDate day) const;
    [[nodiscard]] std::optional<Money> convert(Money amount, QDate day) const;

private:
    Currency m_currency;
    std::map<Currency, std::vector<std::pair<QDate, qint64>>> m_rates; ///< by day, ascending
};

} // namespace steward
