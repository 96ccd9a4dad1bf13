// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/archived.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace steward {

namespace {

bool hasArchived(const AccountFacts& facts, qint64 day)
{
    return std::apply([&](const auto&... rows) { return ((rows.daySpan().firstArchived <= day) || ...); },
                      facts.tables);
}

template <class T>
Rows<T> withoutArchived(const Rows<T>& rows, qint64 day)
{
    if (rows.daySpan().firstArchived > day)
        return rows;
    std::vector<T> kept;
    std::ranges::copy_if(rows, std::back_inserter(kept),
                         [&](const T& row) { return !row.archivedOn.isValid() || row.archivedOn.toJulianDay() > day; });
    return Rows<T>(std::move(kept));
}

AccountFacts withoutArchived(AccountFacts facts, qint64 day)
{
    std::apply([&](auto&... rows) { ((rows = withoutArchived(rows, day)), ...); }, facts.tables);
    return facts;
}

} // namespace

Portfolio withoutArchived(const Portfolio& portfolio, QDate day)
{
    const qint64 julian = day.toJulianDay();
    const auto isGone = [&](const AccountFacts& facts) {
        return facts.account.archivedOn.isValid() && facts.account.archivedOn <= day;
    };
    const auto isWhole = [&](std::size_t at) {
        return !isGone(portfolio.at(at)) && !hasArchived(portfolio.at(at), julian);
    };
    const auto places = std::views::iota(std::size_t(0), portfolio.size());
    const BookFacts& today = portfolio.book();
    if (std::ranges::all_of(places, isWhole) && !hasArchived(portfolio.unlinked(), julian) &&
        today.groupGoals.daySpan().firstArchived > julian && today.requests.daySpan().firstArchived > julian)
        return portfolio;
    BookFacts book = today;
    book.groupGoals = withoutArchived(book.groupGoals, julian);
    book.requests = withoutArchived(book.requests, julian);
    std::vector<std::shared_ptr<const AccountFacts>> accounts;
    accounts.reserve(portfolio.size());
    for (const std::size_t at : places)
        if (isWhole(at))
            accounts.push_back(portfolio.sharedAt(at));
        else if (!isGone(portfolio.at(at)))
            accounts.push_back(std::make_shared<const AccountFacts>(withoutArchived(portfolio.at(at), julian)));
    return Portfolio::of(std::move(book), std::move(accounts), withoutArchived(portfolio.unlinked(), julian),
                         portfolio.generation());
}

} // namespace steward
