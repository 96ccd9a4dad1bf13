// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edit_session.h"

#include "core/model/values.h"

/// Fields with a history: every value in the change table, the newest also on the record.
namespace steward::book {

namespace {

constexpr const char* writeSql = R"(
INSERT INTO "change" ("entity", "record", "field", "day", "recorded", "value") VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET "value" = excluded."value")";

constexpr const char* latestSql = R"(
SELECT "value" FROM "change" WHERE "entity" = ? AND "record" = ? AND "field" = ?
ORDER BY "day" DESC, "recorded" DESC LIMIT 1)";

constexpr const char* sameDaySql = R"(
SELECT "value" FROM "change" WHERE "entity" = ? AND "record" = ? AND "field" = ? AND "day" = ?
ORDER BY "recorded" DESC LIMIT 1)";

} // namespace

Status EditSession::writeChange(const Change& change)
{
    Statement& statement = prepared(m_writeChange, writeSql);
    statement.bind(0, QStringView(info(change.entity).name));
    statement.bind(1, change.record);
    statement.bind(2, QStringView(change.field));
    statement.bind(3, QStringView(isoText(change.day)));
    statement.bind(4, change.recorded.ms);
    bindValue(statement, 5, change.value);
    return statement.run();
}

Result<std::optional<FieldValue>> EditSession::latestChange(Entity entity, qint64 id, const FieldInfo& field)
{
    Statement& statement = prepared(m_latestChange, latestSql);
    statement.bind(0, QStringView(info(entity).name));
    statement.bind(1, id);
    statement.bind(2, QStringView(field.name));
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    std::optional<FieldValue> value;
    if (*row)
        value = columnValue(statement, 0, field.type);
    statement.reset();
    return value;
}

/// What becomes known of a record that was there without it was not known before: its history begins with nothing, or
/// the first value known would be that of every earlier day.
Status EditSession::beginHistory(const EntityInfo& entity, const Row& before, const Row& after, QDate from)
{
    // A record that this very edit made was not there.
    if (integerOf(before[RecordedField]) == m_recorded.ms)
        return {};
    const QDate day = (from.isValid() ? from : m_today).addDays(-1);
    const qint64 id = integerOf(after[IdField]);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.is(Trait::History) || before[i].index() != 0 || after[i].index() == 0)
            continue;
        const auto latest = latestChange(entity.entity, id, field);
        if (!latest)
            return tl::unexpected(latest.error());
        if (!*latest)
            if (auto done = writeChange({entity.entity, id, field.name, day, FieldValue(), m_recorded}); !done)
                return done;
    }
    return {};
}

Status EditSession::followHistory(const EntityInfo& entity, const Row& before, Row& after, QDate from)
{
    const QDate day = from.isValid() ? from : m_today;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.is(Trait::History) || before[i] == after[i])
            continue;
        const qint64 id = integerOf(after[IdField]);
        if (auto done = writeChange({entity.entity, id, field.name, day, after[i], m_recorded}); !done)
            return done;
        const auto latest = latestChange(entity.entity, id, field);
        if (!latest)
            return tl::unexpected(latest.error());
        after[i] = latest->value_or(after[i]);
    }
    return {};
}

Status EditSession::followOutcomes(const EntityInfo& entity, const Row& before, const Row& after)
{
    const Instant known{integerOf(before[RecordedField])};
    if (known == m_recorded)
        return {};
    const qint64 id = integerOf(after[IdField]);
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.is(Trait::Outcome) || field.is(Trait::History) || before[i] == after[i])
            continue;
        const auto latest = latestChange(entity.entity, id, field);
        if (!latest)
            return tl::unexpected(latest.error());
        // Both are dated to the edit: an outcome has its own day, here only counts when it became known. A day that was
        // not known before needs no row to say so.
        const bool isDay = field.type == FieldType::Day || field.type == FieldType::Instant;
        if (!*latest && !(isDay && before[i].index() == 0))
            if (auto done = writeChange({entity.entity, id, field.name, m_today, before[i], known}); !done)
                return done;
        if (auto done = writeChange({entity.entity, id, field.name, m_today, after[i], m_recorded}); !done)
            return done;
    }
    return {};
}

Status EditSession::addChange(const Change& given)
{
    const EntityInfo& entity = info(given.entity);
    const int index = entity.indexOf(given.field);
    const bool isRestored = given.recorded.ms > 0;
    const bool isKept = index >= 0 && (isRestored ? keepsChanges(entity.fields[static_cast<std::size_t>(index)])
                                                  : entity.fields[static_cast<std::size_t>(index)].is(Trait::History));
    if (!isKept)
        return fail(Code("book.change.field"), ErrorKind::Usage, {entity.name, given.field});
    const FieldInfo& field = entity.fields[static_cast<std::size_t>(index)];
    Change change = given;
    change.value = normalised(field, given.value);
    change.day = given.day.isValid() ? given.day : m_today;
    change.recorded = isRestored ? given.recorded : m_recorded;
    if (isRestored)
        return writeChange(change);

    Statement& same = prepared(m_sameChange, sameDaySql);
    same.bind(0, QStringView(entity.name));
    same.bind(1, change.record);
    same.bind(2, QStringView(field.name));
    same.bind(3, QStringView(isoText(change.day)));
    const auto found = same.step();
    if (!found)
        return tl::unexpected(found.error());
    const bool isKnown = *found && columnValue(same, 0, field.type) == change.value;
    same.reset();
    if (isKnown)
        return {};
    auto record = row(given.entity, given.record);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return fail(Code("book.record.missing"), ErrorKind::NotFound, {entity.name, given.record});
    if (auto done = writeChange(change); !done)
        return done;
    const auto latest = latestChange(given.entity, given.record, field);
    if (!latest)
        return tl::unexpected(latest.error());
    FieldValue& column = (**record)[static_cast<std::size_t>(index)];
    if (!*latest || **latest == column)
        return {};
    column = **latest;
    return writeRow(entity, **record);
}

} // namespace steward::book
