// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/eraser.h"

#include "core/book/each_row.h"
#include "core/book/erasures.h"
#include "core/book/history.h"
#include "core/book/search.h"
#include "core/book/tables.h"

#include <sqlite3.h>

namespace steward::book {

namespace {

// Columns of the tables that are no entity, as the schema has them.
enum : std::size_t
{
    KeyRecord = 3,
    OtherEntity = 0,
    OtherRecord = 1,
    OtherField = 2
};

} // namespace

const std::vector<Eraser::Table>& Eraser::tables()
{
    static const std::vector<Table> all = [] {
        std::vector<Table> list;
        for (const EntityInfo& entity : catalogue()) {
            Table table{entity.name.toLatin1(), entity.entity, {}, {IdField}};
            for (const FieldInfo& field : entity.fields)
                table.columns.push_back(field.name.toLatin1());
            list.push_back(std::move(table));
        }
        list.push_back({"external_key", {}, {"entity", "source", "key", "record", "position"}, {0, 1, 2}});
        list.push_back({"change", {}, {"entity", "record", "field", "day", "recorded", "value"}, {0, 1, 2, 3, 4}});
        list.push_back({"custom_value", {}, {"entity", "record", "field", "value", "type"}, {0, 1, 2}});
        list.push_back({"unlinked_usage", {}, {"unlinked", "metric_id", "month"}, {0, 1, 2}});
        return list;
    }();
    return all;
}

const Eraser::Table* Eraser::tableNamed(const QByteArray& name)
{
    const auto found =
        std::find_if(tables().begin(), tables().end(), [&](const Table& table) { return table.name == name; });
    return found == tables().end() ? nullptr : &*found;
}

Eraser::Rule Eraser::ruleOfEntity(Entity entity, std::size_t column, qint64 id) const
{
    const auto& fields = info(entity).fields;
    if (column >= fields.size())
        return Rule::Keep;
    const FieldInfo& field = fields[column];
    if (entity == Entity::Contact && isPerson(id) && field.is(Trait::Personal))
        return field.name == u"name" ? Rule::Mark : Rule::Clear;
    const bool isText =
        field.type == FieldType::Text || field.type == FieldType::Texts || field.type == FieldType::Json;
    if (!isText)
        return Rule::Keep;
    // The own name of a firm, of one of us, or of somebody else who is called the same.
    const bool isOwnName =
        entity == Entity::Person || (entity == Entity::Account && field.name == u"name") ||
        (entity == Entity::Contact && !isPerson(id) && field.is(Trait::Personal) && field.name != u"note");
    return isOwnName ? Rule::Keep : Rule::Text;
}

Eraser::Rule Eraser::ruleOf(const Table& table, std::size_t column, const StoredValues& keyed) const
{
    if (table.entity)
        return ruleOfEntity(*table.entity, column, numberAt(keyed, IdField));
    const QByteArray name = column < table.columns.size() ? table.columns[column] : QByteArray();
    if (table.name == "external_key" || table.name == "unlinked_usage")
        return name == "key" || name == "unlinked" ? Rule::Key : Rule::Keep;
    if (name != "value")
        return Rule::Keep;
    const bool isOwn = textAt(keyed, OtherEntity) == u"contact" && isPerson(numberAt(keyed, OtherRecord));
    if (!isOwn)
        return Rule::Text;
    if (table.name == "custom_value")
        return Rule::Clear;
    const int field = info(Entity::Contact).indexOf(textAt(keyed, OtherField));
    return field < 0 ? Rule::Text
                     : ruleOfEntity(Entity::Contact, static_cast<std::size_t>(field), numberAt(keyed, OtherRecord));
}

bool Eraser::isTheirs(const Table& table, const StoredValues& keyed) const
{
    if (table.entity)
        return m_theirs.contains({*table.entity, numberAt(keyed, IdField)}) ||
               (table.entity == Entity::Contact && isPerson(numberAt(keyed, IdField)));
    const qint64 record = numberAt(keyed, table.name == "external_key" ? KeyRecord : OtherRecord);
    const auto entity = entityOfTable(textAt(keyed, OtherEntity).toStdString());
    return entity && ((entity == Entity::Contact && isPerson(record)) || m_theirs.contains({*entity, record}));
}

bool Eraser::eraseValue(Rule rule, bool isTheirs, StoredValue& value) const
{
    if (rule == Rule::Keep || value.type == StoredValue::Absent || value.type == StoredValue::Null)
        return false;
    if (rule == Rule::Clear) {
        value = {StoredValue::Null, 0, {}};
        return true;
    }
    if (!value.isText())
        return false;
    const QString text = QString::fromUtf8(value.bytes);
    QString then = erasedMark();
    if (rule == Rule::Key && !m_text.isIn(text, isTheirs))
        return false;
    if (rule == Rule::Key)
        then += u' ' + QString::fromLatin1(Erasures::hashOf(m_key, text).left(16));
    if (rule == Rule::Text)
        then = m_text.erasedFrom(text, isTheirs);
    if (then == text)
        return false;
    value.bytes = then.toUtf8();
    return true;
}

bool Eraser::eraseValues(const Table& table, const StoredValues& keyed, StoredValues& values,
                         std::vector<std::size_t>* changed)
{
    const bool theirs = isTheirs(table, keyed);
    bool isChanged = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!eraseValue(ruleOf(table, i, keyed), theirs, values[i]))
            continue;
        isChanged = true;
        if (changed)
            changed->push_back(i);
    }
    return isChanged;
}

void Eraser::count(const Table& table, const StoredValues& keyed, const std::vector<std::size_t>& changed)
{
    const auto cells = static_cast<qint64>(changed.size());
    const bool isOwn = (table.entity == Entity::Contact && isPerson(numberAt(keyed, IdField))) ||
                       (table.name == "custom_value" && isTheirs(table, keyed));
    if (table.name == "external_key" || table.name == "unlinked_usage")
        m_erased.keys += cells;
    else if (isOwn)
        m_erased.fields += cells;
    else
        m_erased.texts += cells;
}

Status Eraser::write(const Table& table, const StoredValues& keyed, const StoredValues& values,
                     const std::vector<std::size_t>& changed)
{
    QByteArray sql = "UPDATE \"" + table.name + "\" SET ";
    for (std::size_t i = 0; i < changed.size(); ++i)
        sql += (i ? ", \"" : "\"") + table.columns[changed[i]] + "\" = ?";
    for (std::size_t i = 0; i < table.keys.size(); ++i)
        sql += (i ? " AND \"" : " WHERE \"") + table.columns[table.keys[i]] + "\" = ?";
    Statement statement(m_database, sql);
    int parameter = 0;
    const auto bind = [&](const StoredValue& value) {
        if (value.type == StoredValue::Integer)
            statement.bind(parameter, value.number);
        else if (value.isText())
            statement.bindStatic(
                parameter, std::string_view(value.bytes.constData(), static_cast<std::size_t>(value.bytes.size())));
        else
            statement.bindNull(parameter);
        ++parameter;
    };
    for (const std::size_t column : changed)
        bind(values[column]);
    for (const std::size_t column : table.keys)
        bind(keyed[column]);
    return statement.run();
}

qint64 Eraser::keptIn(const Table& table, const StoredValues& values) const
{
    if (table.entity != Entity::Account && table.entity != Entity::Person && table.entity != Entity::Contact)
        return 0;
    qint64 kept = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (info(*table.entity).fields[i].type == FieldType::Text &&
            ruleOfEntity(*table.entity, i, numberAt(values, IdField)) == Rule::Keep &&
            m_text.isIn(textAt(values, i), false))
            ++kept;
    return kept;
}

Status Eraser::eraseTable(const Table& table, bool isWriting)
{
    struct Found
    {
        StoredValues keyed, values;
        std::vector<std::size_t> changed;
    };
    std::vector<Found> found;
    const auto look = [&](StoredValues& values) -> Status {
        StoredValues then = values;
        std::vector<std::size_t> changed;
        if (table.name == "external_key" && textAt(values, OtherEntity) == u"contact" &&
            isPerson(numberAt(values, KeyRecord)))
            m_tombstones.insert(Erasures::keyForm(textAt(values, 1), textAt(values, 2)));
        if (eraseValues(table, values, then, &changed)) {
            // The rows are written when the statement that reads them is done.
            StoredValues own = values;
            for (StoredValues* side : {&own, &then})
                for (StoredValue& each : *side)
                    each.bytes.detach();
            found.push_back({std::move(own), std::move(then), std::move(changed)});
        }
        m_erased.kept += keptIn(table, values);
        return {};
    };
    if (auto done = eachRecord(table, look); !done)
        return done;
    for (const Found& each : found) {
        count(table, each.keyed, each.changed);
        if (!isWriting)
            continue;
        if (auto done = write(table, each.keyed, each.values, each.changed); !done)
            return done;
    }
    return {};
}

Status Eraser::eraseEdits(bool isWriting)
{
    Statement store(m_database, R"(UPDATE "edit" SET "changeset" = ?, "changeset_size" = ? WHERE "id" = ?)");
    return eachChangeset(m_database, [&](qint64 edit, const QByteArray& changeset) -> Status {
        bool isChanged = false;
        const auto then = rewritten(changeset, [&](const QByteArray& name, StoredRow& stored) {
            const Table* table = tableNamed(name);
            if (!table)
                return;
            const StoredValues keyed = stored.keyed();
            isChanged = eraseValues(*table, keyed, stored.before, nullptr) || isChanged;
            isChanged = eraseValues(*table, keyed, stored.after, nullptr) || isChanged;
        });
        if (!then)
            return tl::unexpected(then.error());
        if (!isChanged)
            return {};
        ++m_erased.edits;
        if (m_oldestRewritten == 0)
            m_oldestRewritten = edit;
        if (!isWriting)
            return {};
        const auto small = packed(*then);
        if (!small)
            return tl::unexpected(small.error());
        store.bindBlob(0, *small);
        store.bind(1, small->size());
        store.bind(2, edit);
        return store.run();
    });
}

/// What the labels of edits say.
Status Eraser::eraseLabels(bool isWriting)
{
    std::vector<std::pair<qint64, QString>> found;
    {
        Statement edits(m_database, R"(SELECT "id", "label_arguments" FROM "edit")");
        const auto read = eachRow(edits, [&] {
            const QString text = edits.text(1);
            if (const QString then = m_text.erasedFrom(text, true); then != text)
                found.emplace_back(edits.integer(0), then);
        });
        if (!read)
            return read;
    }
    m_erased.texts += static_cast<qint64>(found.size());
    if (!isWriting)
        return {};
    Statement store(m_database, R"(UPDATE "edit" SET "label_arguments" = ? WHERE "id" = ?)");
    for (const auto& [id, text] : found) {
        store.bind(0, QStringView(text));
        store.bind(1, id);
        if (auto done = store.run(); !done)
            return done;
    }
    return {};
}

Status Eraser::leaveTombstones()
{
    for (const QString& form : m_tombstones)
        if (auto done = addErasure(m_database, m_key, form); !done)
            return done;
    for (const qint64 contact : m_erased.traces.contacts)
        if (auto done = addErasedContact(m_database, contact); !done)
            return done;
    return m_oldestRewritten > 0 ? raiseUndoFloor(m_database, m_oldestRewritten) : Status();
}

Status Eraser::run(bool isWriting)
{
    if (auto done = findPerson(); !done)
        return done;
    qint64 step = 0;
    for (const Table& table : tables()) {
        if (auto done = eraseTable(table, isWriting); !done)
            return done;
        m_progress.at(++step, static_cast<qint64>(tables().size()) + 1);
    }
    if (auto done = eraseEdits(isWriting); !done)
        return done;
    return eraseLabels(isWriting);
}

Result<Erased> Eraser::preview()
{
    if (auto done = run(false); !done)
        return tl::unexpected(done.error());
    return m_erased;
}

Result<Erased> Eraser::erase(const QString& actor, Instant at)
{
    auto key = erasureKey(m_database);
    if (!key)
        return tl::unexpected(key.error());
    m_key = std::move(*key);
    if (auto done = run(true); !done)
        return tl::unexpected(done.error());
    if (auto done = leaveTombstones(); !done)
        return tl::unexpected(done.error());
    const qint64 cells = m_erased.fields + m_erased.texts + m_erased.keys;
    if (cells + m_erased.edits == 0)
        return m_erased;
    const auto edit = recordEdit(m_database, {{Code("edit.erase-contact"), {}}, actor, at, cells, {}});
    if (!edit)
        return tl::unexpected(edit.error());
    m_erased.edit = *edit;
    Statement forget(m_database, R"(UPDATE "edit" SET "changeset" = NULL, "changeset_size" = 0 WHERE "id" = ?)");
    forget.bind(0, *edit);
    if (auto done = forget.run(); !done)
        return tl::unexpected(done.error());
    if (auto done = rebuildIndex(m_database); !done)
        return tl::unexpected(done.error());
    return m_erased;
}

Status compactAfterErasure(sqlite3* database)
{
    for (const char* sql : {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"})
        if (auto done = execute(database, sql); !done)
            return fail(Code("book.erase.unfinished"), ErrorKind::Io, done.error().arguments);
    return {};
}

} // namespace steward::book
