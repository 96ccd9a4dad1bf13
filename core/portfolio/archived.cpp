// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/archived.h"

#include <algorithm>
#include <iterator>

namespace steward {

namespace {

template <class T>
bool loses(const Rows<T>& rows, QDate day)
{
    return !rows.isEmpty() && rows.daySpan().firstArchived <= day.toJulianDay();
}

template <class T>
Rows<T> kept(const Rows<T>& rows, QDate day)
{
    if (!loses(rows, day))
        return rows;
    std::vector<T> left;
    std::ranges::copy_if(rows, std::back_inserter(left),
                         [&](const T& each) { return !each.archivedOn.isValid() || each.archivedOn > day; });
    return Rows<T>(std::move(left));
}

} // namespace

bool hasArchived(const AccountFacts& facts, QDate day)
{
    return std::apply([&](const auto&... rows) { return (loses(rows, day) || ...); }, facts.tables);
}

AccountFacts withoutArchived(const AccountFacts& facts, QDate day)
{
    AccountFacts left = facts;
    std::apply([&](auto&... rows) { ((rows = kept(rows, day)), ...); }, left.tables);
    return left;
}

Portfolio withoutArchived(const Portfolio& portfolio, QDate day)
{
    std::vector<AccountFacts> changed;
    std::vector<AccountId> removed;
    for (const AccountFacts& each : portfolio)
        if (each.account.archivedOn.isValid() && each.account.archivedOn <= day)
            removed.push_back(each.id());
        else if (hasArchived(each, day))
            changed.push_back(withoutArchived(each, day));
    BookFacts book = portfolio.book();
    const bool isBookSame = !loses(book.groupGoals, day) && !loses(book.requests, day);
    const bool isUnlinkedSame = !hasArchived(portfolio.unlinked(), day);
    if (changed.empty() && removed.empty() && isBookSame && isUnlinkedSame)
        return portfolio;
    book.groupGoals = kept(book.groupGoals, day);
    book.requests = kept(book.requests, day);
    return portfolio.with(std::move(changed), removed, portfolio.generation())
        .withBook(std::move(book), withoutArchived(portfolio.unlinked(), day), portfolio.generation());
}

} // namespace steward
