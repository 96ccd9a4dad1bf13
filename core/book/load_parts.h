// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/each_row.h"
#include "core/book/record_reader.h"
#include "core/portfolio/portfolio.h"

#include <numeric>

/// Internal to core/book: what a full load and a reload share.
namespace steward::book {

/// fn(std::type_identity<T>) for every table of facts of an account, in their order, until one fails.
template <class Fn>
[[nodiscard]] Status eachTable(Fn&& fn)
{
    Status status;
    [&]<class... T>(std::type_identity<std::tuple<Rows<T>...>>) {
        ((status = status ? fn(std::type_identity<T>()) : std::move(status)), ...);
    }(std::type_identity<AccountTables>());
    return status;
}

/// Changes of an entity, by record, field, day and recorded; of one record where asked. Parameters: entity, record.
[[nodiscard]] QByteArray changesSql(bool ofOneRecord);
/// The change a statement of changesSql stands on; none for a field the entity does not have.
[[nodiscard]] std::optional<Change> takeChange(const Statement& row, const EntityInfo& entity);

/// The facts of the whole book, goals of groups included.
[[nodiscard]] Result<BookFacts> readBookFacts(sqlite3* database, SharedTexts& texts);

/// A goal of a customer group and of no single account: the book's, not the unlinked's.
template <class T>
[[nodiscard]] bool isOfGroup(const T& row)
{
    if constexpr (std::is_same_v<T, Goal>)
        return !row.account.isValid() && row.unlinked.isEmpty() && row.group.isValid();
    else
        return false;
}

/// Usage without an account: a series for each key and metric.
[[nodiscard]] Result<std::vector<UsageSeries>> readUnlinkedUsage(sqlite3* database);

/// How the rows of an account lie: by the day they happened, then id.
template <class T>
[[nodiscard]] bool liesBefore(const T& a, const T& b)
{
    const QDate dayOfA = looking::happenedOn(a);
    const QDate dayOfB = looking::happenedOn(b);
    return dayOfA != dayOfB ? dayOfA < dayOfB : a.id < b.id;
}

} // namespace steward::book
