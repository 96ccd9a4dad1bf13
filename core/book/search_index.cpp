// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/search.h"
#include "core/book/tables.h"

#include <sqlite3.h>

namespace steward::book {

namespace {

constexpr const char* putSql = R"(
INSERT INTO "search" ("rowid", "entity", "record", "account_id", "content") VALUES (?, ?, ?, ?, ?))";

/// Ids are random over all entities, but nothing forbids a contact and a ticket with the same one: the entity decides
/// the upper half, the id what is below and the difference.
qint64 rowidOf(const EntityInfo& entity, qint64 id)
{
    quint64 hash = 1'469'598'103'934'665'603U; // FNV-1a, 64 bits
    for (const QChar c : entity.name)
        hash = (hash ^ c.unicode()) * 1'099'511'628'211U;
    return static_cast<qint64>((quint64(id) ^ (hash << 32U)) & 0x7fffffffffffffffU);
}

std::vector<int> searchableFields(const EntityInfo& entity)
{
    std::vector<int> fields;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].is(Trait::Searchable))
            fields.push_back(static_cast<int>(i));
    return fields;
}

/// SELECT of id, account and the searchable text of an entity; content is NULL where there is none.
QByteArray sourceSql(const EntityInfo& entity, const std::vector<int>& fields, const char* tail)
{
    QByteArray content;
    QByteArray anything;
    for (const int field : fields) {
        const QByteArray column = '"' + entity.fields[static_cast<std::size_t>(field)].name.toLatin1() + '"';
        content += (content.isEmpty() ? "ifnull(" : " || char(30) || ifnull(") + column + ", '')";
        anything += (anything.isEmpty() ? "" : ", ") + column;
    }
    const QByteArray account = entity.ofAccount                   ? "\"account_id\""
                               : entity.entity == Entity::Account ? "\"id\""
                                                                  : "NULL";
    return "SELECT \"id\", " + account + ", CASE WHEN coalesce(" + anything + ", NULL) IS NOT NULL THEN " + content +
           " END FROM \"" + entity.name.toLatin1() + "\" " + tail;
}

/// Brings single records of one table up to date.
class TableIndex
{
public:
    TableIndex(sqlite3* database, const EntityInfo& entity)
        : m_entity(entity)
        , m_fields(searchableFields(entity))
    {
        if (m_fields.empty())
            return;
        m_source = Statement(database, sourceSql(entity, m_fields, "WHERE \"id\" = ?"));
        m_remove = Statement(database, R"(DELETE FROM "search" WHERE "rowid" = ?)");
        m_put = Statement(database, putSql);
    }
    [[nodiscard]] bool concerns(const ChangedRow& row) const
    {
        const auto touched = [&](int column) { return row.touches(column); };
        return std::any_of(m_fields.begin(), m_fields.end(), touched) ||
               (!m_fields.empty() && m_entity.ofAccount && row.touches(AccountField));
    }
    [[nodiscard]] Status refresh(qint64 id, bool mayBeThere);

private:
    const EntityInfo& m_entity;
    std::vector<int> m_fields;
    Statement m_source, m_remove, m_put;
};

Status TableIndex::refresh(qint64 id, bool mayBeThere)
{
    if (mayBeThere) {
        m_remove.bind(0, rowidOf(m_entity, id));
        if (auto done = m_remove.run(); !done)
            return done;
    }
    m_source.bind(0, id);
    const auto found = m_source.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return {};
    Status done;
    if (!m_source.isNull(2)) {
        m_put.bind(0, rowidOf(m_entity, id));
        m_put.bind(1, QStringView(m_entity.name));
        m_put.bind(2, id);
        if (m_source.isNull(1))
            m_put.bindNull(3);
        else
            m_put.bind(3, m_source.integer(1));
        m_put.bindStatic(4, m_source.utf8(2));
        done = m_put.run();
    }
    m_source.reset();
    return done;
}

Status indexTable(sqlite3* database, const EntityInfo& entity)
{
    const std::vector<int> fields = searchableFields(entity);
    if (fields.empty())
        return {};
    Statement source(database, sourceSql(entity, fields, "ORDER BY \"id\""));
    Statement put(database, putSql);
    for (;;) {
        const auto row = source.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if (source.isNull(2))
            continue;
        put.bind(0, rowidOf(entity, source.integer(0)));
        put.bind(1, QStringView(entity.name));
        put.bind(2, source.integer(0));
        if (source.isNull(1))
            put.bindNull(3);
        else
            put.bind(3, source.integer(1));
        put.bindStatic(4, source.utf8(2));
        if (auto done = put.run(); !done)
            return done;
    }
}

/// Whether every record of a table stands in the index as it is now; counts what should be there.
Result<bool> isTableIndexed(sqlite3* database, const EntityInfo& entity, qint64& expected)
{
    const std::vector<int> fields = searchableFields(entity);
    if (fields.empty())
        return true;
    Statement source(database, sourceSql(entity, fields, "ORDER BY \"id\""));
    Statement indexed(database,
                      R"(SELECT "account_id", "content", "entity", "record" FROM "search" WHERE "rowid" = ?)");
    for (;;) {
        const auto row = source.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return true;
        if (source.isNull(2))
            continue;
        ++expected;
        indexed.bind(0, rowidOf(entity, source.integer(0)));
        const auto found = indexed.step();
        if (!found)
            return tl::unexpected(found.error());
        const bool isSame = *found && indexed.integer(0) == source.integer(1) && indexed.utf8(1) == source.utf8(2) &&
                            indexed.text(2) == entity.name && indexed.integer(3) == source.integer(0);
        indexed.reset();
        if (!isSame)
            return false;
    }
}

Result<bool> isIndexed(sqlite3* database)
{
    // The index against its own text, then its text against the records.
    if (!execute(database, R"(INSERT INTO "search" ("search", "rank") VALUES ('integrity-check', 1))"))
        return false;
    qint64 expected = 0;
    for (const EntityInfo& entity : catalogue()) {
        const auto same = isTableIndexed(database, entity, expected);
        if (!same || !*same)
            return same;
    }
    const auto there = integerAnswer(database, R"(SELECT count(*) FROM "search")");
    if (!there)
        return tl::unexpected(there.error());
    return *there == expected;
}

} // namespace

Status updateIndex(sqlite3* database, const QByteArray& changeset)
{
    std::array<std::unique_ptr<TableIndex>, static_cast<std::size_t>(Entity::Count)> tables;
    QByteArray name;
    std::optional<Entity> entity;
    return walk(changeset, [&](const ChangedRow& row) -> Status {
        if (name != QByteArrayView(row.table().data(), static_cast<qsizetype>(row.table().size()))) {
            name = QByteArray(row.table().data(), static_cast<qsizetype>(row.table().size()));
            entity = entityOfTable(row.table());
        }
        if (!entity)
            return {};
        auto& table = tables[static_cast<std::size_t>(*entity)];
        if (!table)
            table = std::make_unique<TableIndex>(database, info(*entity));
        return table->concerns(row) ? table->refresh(row.integerKey(IdField), row.kind() != ChangeKind::Insert)
                                    : Status();
    });
}

Status rebuildIndex(sqlite3* database)
{
    if (auto done = execute(database, R"(DELETE FROM "search")"); !done)
        return done;
    for (const EntityInfo& entity : catalogue())
        if (auto done = indexTable(database, entity); !done)
            return done;
    return execute(database, R"(INSERT INTO "search" ("search") VALUES ('rebuild'))");
}

Result<bool> repairIndex(sqlite3* database)
{
    const auto same = isIndexed(database);
    if (!same)
        return tl::unexpected(same.error());
    if (*same)
        return false;
    if (auto done = rebuildIndex(database); !done)
        return tl::unexpected(done.error());
    return true;
}

} // namespace steward::book
