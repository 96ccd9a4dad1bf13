// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/read.h"

#include "core/book/record_reader.h"
#include "core/book/samples.h"
#include "core/book/tables.h"

namespace steward::book {

namespace {

/// Calls take for every row; stops at false.
Status each(Statement& statement, const std::function<bool()>& take)
{
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (!take()) {
            statement.reset();
            return {};
        }
    }
}

} // namespace

Status readRows(sqlite3* database, Entity entity, const std::function<bool(const Row&)>& row)
{
    const EntityInfo& entry = info(entity);
    Statement statement(database, selectSql(entity, "ORDER BY \"id\""));
    return each(statement, [&] { return row(readRow(statement, entry)); });
}

Result<std::vector<ExternalKey>> readKeys(sqlite3* database, Entity entity)
{
    std::vector<ExternalKey> keys;
    SharedTexts texts;
    Statement statement(database, R"(
SELECT "source", "key", "record" FROM "external_key" WHERE "entity" = ? ORDER BY "record", "position")");
    statement.bind(0, QStringView(info(entity).name));
    const auto done = each(statement, [&] {
        keys.push_back({entity, texts.of(statement.utf8(0)), statement.text(1), statement.integer(2)});
        return true;
    });
    return done ? Result<std::vector<ExternalKey>>(std::move(keys)) : tl::unexpected(done.error());
}

Result<std::vector<CustomValue>> readCustomValues(sqlite3* database, Entity entity)
{
    std::vector<CustomValue> values;
    Statement statement(database, R"(
SELECT "record", "field", "value", "type" FROM "custom_value" WHERE "entity" = ? ORDER BY "record", "field")");
    statement.bind(0, QStringView(info(entity).name));
    const auto done = each(statement, [&] {
        values.push_back({entity, statement.integer(0), statement.text(1), statement.text(2), statement.text(3)});
        return true;
    });
    return done ? Result<std::vector<CustomValue>>(std::move(values)) : tl::unexpected(done.error());
}

Result<std::vector<Change>> readChanges(sqlite3* database)
{
    std::vector<Change> changes;
    Statement statement(database, R"(
SELECT "entity", "record", "field", "day", "recorded", "value" FROM "change"
ORDER BY "entity", "record", "field", "day", "recorded")");
    const auto done = each(statement, [&] {
        const auto entity = entityOfTable(statement.utf8(0));
        const QString field = statement.text(2);
        const int index = entity ? info(*entity).indexOf(field) : -1;
        if (index >= 0)
            changes.push_back({*entity, statement.integer(1), field, dayFromIso(statement.utf8(3)),
                               columnValue(statement, 5, info(*entity).fields[static_cast<std::size_t>(index)].type),
                               Instant{statement.integer(4)}});
        return true;
    });
    return done ? Result<std::vector<Change>>(std::move(changes)) : tl::unexpected(done.error());
}

namespace {

/// One month of one metric: columns 1 to 4 are metric, month, first day and samples.
bool visitMonth(Statement& statement, const QString& unlinked, qint64 account, const Book::UsageVisitor& visit)
{
    const auto span = monthOfText(statement.utf8(2));
    MonthSamples month;
    if (!span || !readSamples(statement.utf8(4), static_cast<int>(statement.integer(3)), month))
        return true; // check() tells of it
    for (int day = 1; day <= span->days; ++day)
        if (month.has(day) && !visit({account, statement.integer(1), span->first + day - 1,
                                      month.values[static_cast<std::size_t>(day - 1)]},
                                     unlinked))
            return false;
    return true;
}

} // namespace

Status readUsage(sqlite3* database, const Book::UsageVisitor& visit)
{
    bool isWanted = true;
    Statement linked(database, R"(
SELECT "account_id", "metric_id", "month", "first_day", "samples" FROM "usage"
ORDER BY "account_id", "metric_id", "month")");
    auto done = each(linked, [&] { return isWanted = visitMonth(linked, {}, linked.integer(0), visit); });
    if (!done || !isWanted)
        return done;
    Statement unlinked(database, R"(
SELECT "unlinked", "metric_id", "month", "first_day", "samples" FROM "unlinked_usage"
ORDER BY "unlinked", "metric_id", "month")");
    return each(unlinked, [&] { return visitMonth(unlinked, unlinked.text(0), 0, visit); });
}

} // namespace steward::book
