// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/load_parts.h"

#include "core/book/usage_reader.h"
#include "core/portfolio/book_settings.h"

namespace steward::book {

namespace {

template <class T>
Status readWhole(sqlite3* database, SharedTexts& texts, Rows<T>& to)
{
    Statement statement(database, selectSql(T::entity, "ORDER BY \"id\""));
    auto rows = takeAll<T>(statement, texts);
    if (!rows)
        return tl::unexpected(rows.error());
    to = Rows<T>(std::move(*rows));
    return {};
}

Status readGroupGoals(sqlite3* database, SharedTexts& texts, Rows<Goal>& to)
{
    Statement statement(database, selectSql(Entity::Goal, R"(
WHERE "account_id" IS NULL AND "unlinked" IS NULL AND "group_id" IS NOT NULL ORDER BY "id")"));
    auto goals = takeAll<Goal>(statement, texts);
    if (!goals)
        return tl::unexpected(goals.error());
    std::stable_sort(goals->begin(), goals->end(), liesBefore<Goal>);
    to = Rows<Goal>(std::move(*goals));
    return {};
}

} // namespace

QByteArray changesSql(bool ofOneRecord)
{
    return QByteArrayLiteral(R"(
SELECT "record", "field", "day", "recorded", "value" FROM "change" WHERE "entity" = ?)") +
           (ofOneRecord ? R"( AND "record" = ?)" : "") + R"( ORDER BY "record", "field", "day", "recorded")";
}

std::optional<Change> takeChange(const Statement& row, const EntityInfo& entity)
{
    const std::string_view name = row.utf8(1);
    for (const FieldInfo& field : entity.fields)
        if (keepsChanges(field) && field.name == QLatin1String(name.data(), static_cast<qsizetype>(name.size())))
            return Change{entity.entity,
                          row.integer(0),
                          field.name,
                          dayFromIso(row.utf8(2)),
                          columnValue(row, 4, field.type),
                          Instant{row.integer(3)}};
    return std::nullopt;
}

Result<BookFacts> readBookFacts(sqlite3* database, SharedTexts& texts)
{
    BookFacts book;
    Status status;
    const auto read = [&](auto& rows) { status = status ? readWhole(database, texts, rows) : std::move(status); };
    read(book.people);
    read(book.groups);
    read(book.metrics);
    read(book.plans);
    read(book.sources);
    read(book.rates);
    read(book.definitions);
    read(book.requests);
    if (status)
        status = readGroupGoals(database, texts, book.groupGoals);
    if (!status)
        return tl::unexpected(status.error());
    readSettings(book);
    return book;
}

Result<std::vector<UsageSeries>> readUnlinkedUsage(sqlite3* database)
{
    // Keys count as owners: two keys with the same metric are two series.
    Statement statement(database, R"(
SELECT dense_rank() OVER (ORDER BY "unlinked"), "metric_id", "month", "first_day", "samples" FROM "unlinked_usage"
ORDER BY "unlinked", "metric_id", "month")");
    std::vector<UsageSeries> all;
    UsageReader reader(statement);
    auto isRow = reader.start();
    while (isRow && *isRow) {
        const auto usage = reader.next();
        if (!usage)
            return tl::unexpected(usage.error());
        for (const UsageView each : *usage)
            all.push_back({each.metric, {each.points.begin(), each.points.end()}});
        isRow = !reader.isAtEnd();
    }
    if (!isRow)
        return tl::unexpected(isRow.error());
    return all;
}

} // namespace steward::book
