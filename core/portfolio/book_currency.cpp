// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/book_currency.h"

#include <algorithm>

namespace steward {

namespace {

template <class T>
void count(const AccountFacts& facts, std::map<Currency, qint64>& counts)
{
    for (const T& row : facts.of<T>())
        if (row.amount && row.currency.isKnown())
            ++counts[row.currency];
}

void countAll(const AccountFacts& facts, std::map<Currency, qint64>& counts)
{
    count<Subscription>(facts, counts);
    count<Invoice>(facts, counts);
    count<Opportunity>(facts, counts);
    count<Movement>(facts, counts);
    count<Snapshot>(facts, counts);
}

} // namespace

BookCurrency bookCurrency(const Portfolio& portfolio)
{
    if (portfolio.book().currency.isKnown())
        return {portfolio.book().currency, BookCurrency::Basis::Setting};
    std::map<Currency, qint64> counts;
    for (const AccountFacts& each : portfolio)
        countAll(each, counts);
    countAll(portfolio.unlinked(), counts);
    if (counts.empty())
        return {};
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return {most->first, counts.size() == 1 ? BookCurrency::Basis::Only : BookCurrency::Basis::Commonest};
}

} // namespace steward
