// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/book/changeset_rows.h"
#include "core/book/erase.h"
#include "core/model/catalogue.h"

#include <set>

/// Internal to core/book: takes a person out of a database, an open book or a copy of one.
namespace steward::book {

class Eraser
{
public:
    /// traces: what is known of the person from elsewhere; the database adds what it knows of these contacts.
    Eraser(sqlite3* database, Traces traces, const Progress& progress)
        : m_database(database)
        , m_progress(progress)
    {
        m_erased.traces = std::move(traces);
    }

    /// Counts, writes nothing.
    [[nodiscard]] Result<Erased> preview();
    /// Inside a transaction of the caller. Every text becomes the same text wherever it is stored, so that what was
    /// recorded still fits what is there. The history gets an entry, which cannot be undone; undo ends at the oldest
    /// edit that was rewritten.
    [[nodiscard]] Result<Erased> erase(const QString& actor, Instant at);

private:
    enum class Rule
    {
        Keep,
        Text,  ///< the person in it becomes the mark
        Clear, ///< unknown from now on
        Mark,  ///< the whole text becomes the mark
        Key    ///< part of a key: stays unique
    };
    /// A model table: of an entity, or one of those beside.
    struct Table
    {
        QByteArray name;
        std::optional<Entity> entity;
        std::vector<QByteArray> columns;
        std::vector<std::size_t> keys; ///< columns of the primary key
    };
    [[nodiscard]] static const std::vector<Table>& tables();
    [[nodiscard]] static const Table* tableNamed(const QByteArray& name);

    [[nodiscard]] Status findPerson();
    [[nodiscard]] Status findInRows();
    [[nodiscard]] Status findNamesakes();
    [[nodiscard]] Status findInEdits();
    void learn(const StoredValues& contact);
    void noteReferences(Entity entity, qint64 id, const StoredValues& values);
    [[nodiscard]] bool isPerson(qint64 contact) const;

    [[nodiscard]] Rule ruleOf(const Table& table, std::size_t column, const StoredValues& keyed) const;
    [[nodiscard]] Rule ruleOfEntity(Entity entity, std::size_t column, qint64 id) const;
    /// True where the value changed.
    [[nodiscard]] bool eraseValue(Rule rule, bool isTheirs, StoredValue& value) const;
    [[nodiscard]] bool eraseValues(const Table& table, const StoredValues& keyed, StoredValues& values,
                                   std::vector<std::size_t>* changed);
    [[nodiscard]] bool isTheirs(const Table& table, const StoredValues& keyed) const;
    void count(const Table& table, const StoredValues& keyed, const std::vector<std::size_t>& changed);

    [[nodiscard]] Status eachRecord(const Table& table, const std::function<Status(StoredValues&)>& each);
    [[nodiscard]] Status run(bool isWriting);
    [[nodiscard]] qint64 keptIn(const Table& table, const StoredValues& values) const;
    [[nodiscard]] Status eraseTable(const Table& table, bool isWriting);
    [[nodiscard]] Status write(const Table& table, const StoredValues& keyed, const StoredValues& values,
                               const std::vector<std::size_t>& changed);
    [[nodiscard]] Status eraseEdits(bool isWriting);
    [[nodiscard]] Status eraseLabels(bool isWriting);
    [[nodiscard]] Status leaveTombstones();

    sqlite3* m_database;
    const Progress& m_progress;
    Erased m_erased;
    PersonText m_text;
    QByteArray m_key;
    std::set<std::pair<Entity, qint64>> m_theirs; ///< records that refer to the person
    QSet<QString> m_tombstones;
    qint64 m_oldestRewritten = 0;
};

/// After an erasure was committed: no byte of it in free pages, log or journal.
[[nodiscard]] Status compactAfterErasure(sqlite3* database);

} // namespace steward::book
