// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/changeset.h"
#include "core/book/edit.h"
#include "core/book/tables.h"
#include "core/book/usage_merge.h"

#include <array>
#include <map>

/// Internal to core/book: an edit at work.
namespace steward::book {

/// What an edit did.
struct EditChanges
{
    QByteArray changeset; ///< everything; empty when nothing
    QByteArray recorded;  ///< the part of it that the session saw: everything but usage, as a rule
    Book::Edited usage;   ///< what the rest of it touches
};

class EditSession final : public Edit
{
public:
    EditSession(sqlite3* database, Session& session, Instant recorded, QDate today);

    [[nodiscard]] Instant recorded() const override { return m_recorded; }
    [[nodiscard]] QDate today() const override { return m_today; }
    [[nodiscard]] Status insert(Entity entity, std::span<Row> rows, QDate from) override;
    [[nodiscard]] Status update(Entity entity, const Row& row, QDate from) override;
    [[nodiscard]] Status archive(Entity entity, qint64 id, QDate day) override;
    [[nodiscard]] Status remove(Entity entity, std::span<const qint64> ids) override;
    [[nodiscard]] Result<std::optional<Row>> row(Entity entity, qint64 id) override;
    [[nodiscard]] qint64 idFor(Entity entity, const QString& source, const QString& key) override;
    [[nodiscard]] Status setKey(const ExternalKey& key) override { return setKeys(std::span(&key, 1)); }
    [[nodiscard]] Status setKeys(std::span<const ExternalKey> keys) override;
    [[nodiscard]] Status setCustom(std::span<const CustomValue> values) override;
    [[nodiscard]] Status keepErasures(const Erasures& erasures) override;
    [[nodiscard]] Status addChange(const Change& change) override;
    [[nodiscard]] Status join(AccountId from, AccountId survivor) override;
    [[nodiscard]] Result<UsageCounts> mergeUsage(std::span<const UsageSample> samples, const QString& unlinked,
                                                 std::span<quint8> outcome) override;

    /// After the work: links what waited for a key that came with this edit.
    [[nodiscard]] Status finish();
    /// From now on the session records usage too: for rows that it has to see, and for the test that compares both.
    void leaveUsageToSession()
    {
        finishUsage();
        m_isUsageInSession = true;
    }
    /// Everything this edit did; it does nothing afterwards.
    [[nodiscard]] Result<EditChanges> changes();

private:
    /// Statements of one entity, prepared when first needed.
    struct Prepared
    {
        Statement insert, update, select, exists;
    };
    [[nodiscard]] Statement& prepared(Statement& slot, const QByteArray& sql);
    [[nodiscard]] Prepared& of(Entity entity) { return m_prepared[static_cast<std::size_t>(entity)]; }
    [[nodiscard]] bool exists(Entity entity, qint64 id);
    [[nodiscard]] qint64 freeId(Entity entity);
    [[nodiscard]] Status insertRow(const EntityInfo& entity, Row& row, QDate from);
    [[nodiscard]] Status writeRow(const EntityInfo& entity, const Row& row);

    // usage_merge.cpp
    void finishUsage();

    // edit_changes.cpp
    [[nodiscard]] Status writeChange(const Change& change);
    [[nodiscard]] Result<std::optional<FieldValue>> latestChange(Entity entity, qint64 id, const FieldInfo& field);
    /// A field with a history that had no value so far has none on days before `from`, either.
    [[nodiscard]] Status beginHistory(const EntityInfo& entity, const Row& before, const Row& after, QDate from);
    [[nodiscard]] Status followHistory(const EntityInfo& entity, const Row& before, Row& after, QDate from);
    /// When an outcome became known of a record that was there without it: what was known before, and since this edit.
    [[nodiscard]] Status followOutcomes(const EntityInfo& entity, const Row& before, const Row& after);

    // edit_keys.cpp
    [[nodiscard]] Status setOneKey(const ExternalKey& key);
    [[nodiscard]] Status setOneCustom(const CustomValue& value);
    [[nodiscard]] Result<AccountId> accountOfKey(const QString& unlinked);
    [[nodiscard]] Status linkTable(Entity entity);
    [[nodiscard]] Status linkUsage();
    /// Keys that wait in unlinked_usage and are known now, by account.
    [[nodiscard]] Result<std::map<qint64, QStringList>> keysOfUsageToLink();
    [[nodiscard]] Status linkUsageOf(qint64 account, const QStringList& keys,
                                     const std::map<qint64, QString>& aggregates);

    // edit_remove.cpp
    [[nodiscard]] Status removeOne(Entity entity, qint64 id);
    [[nodiscard]] Status removeParts(Entity entity, qint64 id);
    [[nodiscard]] Status releaseReferences(Entity entity, qint64 id, qint64 replacement);
    [[nodiscard]] Status replaceInLists(Entity entity, qint64 id, qint64 replacement);
    [[nodiscard]] Status joinUsage(qint64 from, qint64 survivor);
    [[nodiscard]] Status joinKeys(qint64 from, qint64 survivor);

    [[nodiscard]] Status runBound(const QByteArray& sql, std::initializer_list<qint64> parameters);
    [[nodiscard]] Result<std::vector<qint64>> idsWhere(const QByteArray& sql, qint64 parameter);

    sqlite3* m_database;
    Session& m_session;
    Instant m_recorded;
    QDate m_today;
    std::array<Prepared, static_cast<std::size_t>(Entity::Count)> m_prepared;
    Statement m_writeChange, m_latestChange, m_sameChange, m_findKey, m_insertKey, m_countKeys, m_setCustom,
        m_findCustom, m_clearCustom;
    std::unique_ptr<UsageMerge> m_usage, m_unlinkedUsage;
    UsageChanges m_ownChanges;       ///< recorded by mergeUsage itself
    bool m_isUsageInSession = false; ///< the session has recorded usage rows: it must go on doing so
    bool m_hasNewKeys = false;
};

} // namespace steward::book
