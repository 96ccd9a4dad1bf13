// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/eraser.h"

#include "core/book/each_row.h"
#include "core/book/erasures.h"
#include "core/book/history.h"
#include "core/model/values.h"

#include <sqlite3.h>

/// Whom to erase: what the person was called, and which records refer to him.
namespace steward::book {

namespace {

/// Texts refer to the statement until it steps on.
StoredValue valueOf(const Statement& statement, int column)
{
    switch (statement.type(column)) {
    case SQLITE_INTEGER:
        return {StoredValue::Integer, statement.integer(column), {}};
    case SQLITE_TEXT: {
        const std::string_view text = statement.utf8(column);
        return {StoredValue::Text, 0, QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))};
    }
    case SQLITE_NULL:
        return {StoredValue::Null, 0, {}};
    default:
        return {StoredValue::Real, 0, {}}; // never looked into, never written back
    }
}

void addOnce(QStringList& list, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.isEmpty() && trimmed != erasedMark() && !list.contains(trimmed))
        list << trimmed;
}

std::size_t contactColumn(const char* name)
{
    return static_cast<std::size_t>(info(Entity::Contact).indexOf(QString::fromLatin1(name)));
}

} // namespace

bool Eraser::isPerson(qint64 contact) const
{
    const auto& contacts = m_erased.traces.contacts;
    return std::find(contacts.begin(), contacts.end(), contact) != contacts.end();
}

void Eraser::learn(const StoredValues& contact)
{
    addOnce(m_erased.traces.names, textAt(contact, contactColumn("name")));
    addOnce(m_erased.traces.emails, textAt(contact, contactColumn("email")));
    addOnce(m_erased.traces.phones, textAt(contact, contactColumn("phone")));
    const AccountId account(numberAt(contact, AccountField));
    if (const QString name = textAt(contact, contactColumn("name")); !name.isEmpty() && name != erasedMark())
        m_tombstones.insert(Erasures::nameForm(account, name));
}

void Eraser::noteReferences(Entity entity, qint64 id, const StoredValues& values)
{
    const auto& fields = info(entity).fields;
    for (std::size_t i = 0; i < fields.size() && i < values.size(); ++i) {
        if (fields[i].target != Entity::Contact)
            continue;
        bool isTheirs = isPerson(numberAt(values, i));
        if (fields[i].type == FieldType::References && values[i].isText())
            for (const qint64 each : idsOf(textAt(values, i)))
                isTheirs = isTheirs || isPerson(each);
        if (isTheirs)
            m_theirs.insert({entity, id});
    }
}

Status Eraser::eachRecord(const Table& table, const std::function<Status(StoredValues&)>& each)
{
    QByteArray columns;
    for (const QByteArray& column : table.columns)
        columns += (columns.isEmpty() ? "\"" : ", \"") + column + '"';
    Statement statement(m_database, "SELECT " + columns + " FROM \"" + table.name + '"');
    StoredValues values(table.columns.size());
    return eachRow(statement, m_progress, [&] {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = valueOf(statement, static_cast<int>(i));
        return each(values);
    });
}

Status Eraser::findInRows()
{
    return eachRecord(*tableNamed("contact"), [&](StoredValues& values) -> Status {
        if (isPerson(numberAt(values, IdField)))
            learn(values);
        return {};
    });
}

/// The same person at another account: same address and same name. An address alone may be a shared one.
Status Eraser::findNamesakes()
{
    QSet<QString> emails;
    QSet<QString> names;
    for (const QString& email : m_erased.traces.emails)
        emails.insert(Erasures::emailForm(email));
    for (const QString& name : m_erased.traces.names)
        names.insert(Erasures::nameForm({}, name));
    return eachRecord(*tableNamed("contact"), [&](StoredValues& values) -> Status {
        const qint64 id = numberAt(values, IdField);
        const bool isSame = emails.contains(Erasures::emailForm(textAt(values, contactColumn("email")))) &&
                            names.contains(Erasures::nameForm({}, textAt(values, contactColumn("name"))));
        if (isSame && !isPerson(id)) {
            m_erased.traces.contacts.push_back(id);
            learn(values);
        }
        return {};
    });
}

/// Names and addresses the person had before, and records that are no longer there.
Status Eraser::findInEdits()
{
    return eachChangeset(m_database, [&](qint64, const QByteArray& changeset) -> Status {
        const auto read = rewritten(changeset, [&](const QByteArray& name, StoredRow& stored) {
            const Table* table = tableNamed(name);
            if (!table || !table->entity)
                return;
            const qint64 id = numberAt(stored.keyed(), IdField);
            for (const StoredValues* side : {&stored.before, &stored.after}) {
                if (table->entity == Entity::Contact && isPerson(id))
                    learn(*side);
                noteReferences(*table->entity, id, *side);
            }
        });
        return read ? Status() : tl::unexpected(read.error());
    });
}

Status Eraser::findPerson()
{
    for (const auto step : {&Eraser::findInRows, &Eraser::findNamesakes, &Eraser::findInEdits})
        if (auto done = (this->*step)(); !done)
            return done;
    for (const Table& table : tables()) {
        if (!table.entity)
            continue;
        const auto& fields = info(*table.entity).fields;
        const bool mayRefer = std::any_of(fields.begin(), fields.end(),
                                          [](const FieldInfo& field) { return field.target == Entity::Contact; });
        if (!mayRefer)
            continue;
        const auto note = [&](StoredValues& values) -> Status {
            noteReferences(*table.entity, numberAt(values, IdField), values);
            return {};
        };
        if (auto done = eachRecord(table, note); !done)
            return done;
    }
    m_text = PersonText(m_erased.traces);
    for (const QString& email : m_erased.traces.emails)
        m_tombstones.insert(Erasures::emailForm(email));
    return {};
}

} // namespace steward::book
