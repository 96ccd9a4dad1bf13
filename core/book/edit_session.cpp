// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edit_session.h"

#include "core/model/values.h"

#include <QRandomGenerator>
#include <algorithm>
#include <limits>
#include <sodium.h>
#include <sqlite3.h>

namespace steward::book {

namespace {

constexpr qint64 largestId = std::numeric_limits<qint64>::max();

Error missing(const EntityInfo& entity, qint64 id)
{
    return Error{Code("book.record.missing"), ErrorKind::NotFound, {entity.name, id}};
}

/// What a re-import brings anew for the same facts.
bool isBookkeeping(std::size_t field) { return field == RecordedField || field == ImportField; }

bool differs(const Row& a, const Row& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!isBookkeeping(i) && a[i] != b[i])
            return true;
    return false;
}

} // namespace

EditSession::EditSession(sqlite3* database, Session& session, Instant recorded, QDate today)
    : m_database(database)
    , m_session(session)
    , m_recorded(recorded)
    , m_today(today)
{
}

Statement& EditSession::prepared(Statement& slot, const QByteArray& sql)
{
    if (!slot.isPrepared())
        slot = Statement(m_database, sql);
    return slot;
}

bool EditSession::exists(Entity entity, qint64 id)
{
    Statement& find = prepared(of(entity).exists, "SELECT 1 FROM \"" + tableOf(entity) + "\" WHERE \"id\"=?");
    find.bind(0, id);
    const bool isThere = find.step().value_or(false);
    find.reset();
    return isThere;
}

qint64 EditSession::freeId(Entity entity)
{
    for (;;) {
        const auto id = static_cast<qint64>(QRandomGenerator::system()->generate64() & quint64(largestId));
        if (id > 0 && !exists(entity, id))
            return id;
    }
}

qint64 EditSession::idFor(Entity entity, const QString& source, const QString& key)
{
    const QByteArray text = info(entity).name.toUtf8() + '\0' + source.toUtf8() + '\0' + key.toUtf8();
    std::array<unsigned char, crypto_generichash_BYTES_MIN> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.constData()),
                       static_cast<unsigned long long>(text.size()), nullptr, 0);
    quint64 bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits = bits << 8 | digest[i];
    const auto id = static_cast<qint64>(bits & quint64(largestId));
    return id > 0 && !exists(entity, id) ? id : freeId(entity);
}

Status EditSession::insert(Entity entity, std::span<Row> rows, QDate from)
{
    const EntityInfo& entry = info(entity);
    for (Row& row : rows) {
        normalise(entry, row);
        if (integerOf(row[IdField]) <= 0) {
            row[IdField] = freeId(entity);
            row[RecordedField] = {};
        }
    }
    std::vector<Row*> order;
    order.reserve(rows.size());
    for (Row& row : rows)
        order.push_back(&row);
    // Random ids in random order touch every page of the table again and again: twice as slow from some thousand on.
    std::sort(order.begin(), order.end(),
              [](const Row* a, const Row* b) { return integerOf((*a)[IdField]) < integerOf((*b)[IdField]); });
    for (Row* row : order)
        if (auto done = insertRow(entry, *row, from); !done)
            return done;
    return {};
}

Status EditSession::insertRow(const EntityInfo& entity, Row& row, QDate from)
{
    // A row that brings its id and its time comes from a complete export: it is restored as it was, history apart.
    const bool isRestored = integerOf(row[RecordedField]) > 0;
    if (!isRestored)
        row[RecordedField] = m_recorded.ms;
    Statement& statement = prepared(of(entity.entity).insert, insertSql(entity.entity));
    for (std::size_t i = 0; i < row.size(); ++i)
        bindValue(statement, static_cast<int>(i), row[i]);
    if (auto done = statement.run(); !done)
        return done;
    if (isRestored)
        return {};
    const auto happened = static_cast<std::size_t>(std::max(entity.happened, 0));
    const auto* day = entity.happened < 0 ? nullptr : std::get_if<QDate>(&row[happened]);
    return followHistory(entity, Row(row.size()), row, day ? *day : from);
}

Status EditSession::writeRow(const EntityInfo& entity, const Row& row)
{
    Statement& statement = prepared(of(entity.entity).update, updateSql(entity.entity));
    int parameter = 0;
    for (std::size_t i = RecordedField; i < row.size(); ++i)
        bindValue(statement, parameter++, row[i]);
    bindValue(statement, parameter, row[IdField]);
    return statement.run();
}

Status EditSession::update(Entity entity, const Row& given, QDate from)
{
    const EntityInfo& entry = info(entity);
    Row after = given;
    normalise(entry, after);
    const qint64 id = integerOf(after[IdField]);
    const auto before = row(entity, id);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before)
        return tl::unexpected(missing(entry, id));
    if (!differs(**before, after))
        return {};
    // A record is known since the edit that made it; when one of its fields became known says the change table.
    after[RecordedField] = (**before)[RecordedField];
    if (auto done = beginHistory(entry, **before, after, from); !done)
        return done;
    if (auto done = followHistory(entry, **before, after, from); !done)
        return done;
    if (auto done = followOutcomes(entry, **before, after); !done)
        return done;
    return writeRow(entry, after);
}

Status EditSession::archive(Entity entity, qint64 id, QDate day)
{
    auto found = row(entity, id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return tl::unexpected(missing(info(entity), id));
    (**found)[ArchivedField] = day;
    return update(entity, **found, {});
}

Result<std::optional<Row>> EditSession::row(Entity entity, qint64 id)
{
    Statement& statement = prepared(of(entity).select, selectSql(entity, "WHERE \"id\"=?"));
    statement.bind(0, id);
    const auto found = statement.step();
    if (!found)
        return tl::unexpected(found.error());
    std::optional<Row> row;
    if (*found)
        row = readRow(statement, info(entity));
    statement.reset();
    return row;
}

Result<EditChanges> EditSession::changes()
{
    auto recorded = m_session.changeset();
    if (!recorded)
        return tl::unexpected(recorded.error());
    finishUsage();
    std::vector<QByteArray> parts = std::move(m_ownChanges.parts);
    if (parts.empty())
        return EditChanges{*recorded, *recorded, {}};
    if (!m_isUsageInSession && !m_ownChanges.mayRepeatRows) {
        QByteArray all = std::move(parts[0]);
        for (std::size_t i = 1; i < parts.size(); ++i)
            all += parts[i];
        all += *recorded;
        return EditChanges{std::move(all), *recorded, std::move(m_ownChanges.touched)};
    }
    // The session comes last: once it has recorded usage, mergeUsage leaves the recording to it.
    parts.push_back(*recorded);
    const auto all = joined(parts);
    return all ? Result<EditChanges>(EditChanges{*all, *all, {}}) : tl::unexpected(all.error());
}

Status EditSession::runBound(const QByteArray& sql, std::initializer_list<qint64> parameters)
{
    Statement statement(m_database, sql);
    int parameter = 0;
    for (const qint64 value : parameters)
        statement.bind(parameter++, value);
    return statement.run();
}

Result<std::vector<qint64>> EditSession::idsWhere(const QByteArray& sql, qint64 parameter)
{
    Statement statement(m_database, sql);
    statement.bind(0, parameter);
    std::vector<qint64> ids;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return ids;
        ids.push_back(statement.integer(0));
    }
}

} // namespace steward::book
