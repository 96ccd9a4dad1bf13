// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_record.h"

namespace steward::query {

namespace {

template <class T>
void findIn(const Rows<T>& rows, RecordRef wanted, std::optional<Row>& found)
{
    if (T::entity != wanted.entity || found)
        return;
    for (const T& each : rows)
        if (each.id == wanted.id)
            found = toRow(each);
}

} // namespace

std::optional<Row> rowOf(const AccountFacts& facts, RecordRef record)
{
    if (record.entity == Entity::Account)
        return facts.account.id == record.id ? std::optional(toRow(facts.account)) : std::nullopt;
    std::optional<Row> found;
    std::apply([&](const auto&... rows) { (findIn(rows, record, found), ...); }, facts.tables);
    return found;
}

} // namespace steward::query
