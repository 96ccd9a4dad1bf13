// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/long_id.h"
#include "core/book/edit_session.h"
#include "core/book/erasures.h"
#include "core/book/samples.h"
#include "core/model/values.h"

/// Outside keys, custom values, and what waited for a key.
namespace steward::book {

namespace {

constexpr const char* findKeySql = R"(
SELECT "record", "position" FROM "external_key" WHERE "entity" = ? AND "source" = ? AND "key" = ?)";

constexpr const char* setKeySql = R"(
INSERT INTO "external_key" ("entity", "source", "key", "record", "position") VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET "record" = excluded."record", "position" = excluded."position")";

constexpr const char* countKeysSql = R"(SELECT count(*) FROM "external_key" WHERE "record" = ? AND "entity" = ?)";

constexpr const char* closeGapSql = R"(
UPDATE "external_key" SET "position" = "position" - 1 WHERE "record" = ? AND "entity" = ? AND "position" > ?)";

constexpr const char* findCustomSql = R"(
SELECT "value", "type" FROM "custom_value" WHERE "entity" = ? AND "record" = ? AND "field" = ?)";

constexpr const char* setCustomSql = R"(
INSERT INTO "custom_value" ("entity", "record", "field", "value", "type") VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET "value" = excluded."value", "type" = excluded."type")";

void bindKey(Statement& statement, const ExternalKey& key)
{
    statement.bind(0, QStringView(info(key.entity).name));
    statement.bind(1, QStringView(key.source));
    statement.bind(2, QStringView(key.key));
}

} // namespace

Status EditSession::setKeys(std::span<const ExternalKey> keys)
{
    for (const ExternalKey& key : keys)
        if (auto done = setOneKey(key); !done)
            return done;
    return {};
}

Status EditSession::setOneKey(const ExternalKey& key)
{
    Statement& find = prepared(m_findKey, findKeySql);
    bindKey(find, key);
    const auto found = find.step();
    if (!found)
        return tl::unexpected(found.error());
    const qint64 before = *found ? find.integer(0) : 0;
    const qint64 position = *found ? find.integer(1) : 0;
    find.reset();
    if (before == key.record)
        return {};
    const QString entity = info(key.entity).name;
    if (before != 0) {
        Statement close(m_database, closeGapSql);
        close.bind(0, before);
        close.bind(1, QStringView(entity));
        close.bind(2, position);
        if (auto done = close.run(); !done)
            return done;
    }
    Statement& count = prepared(m_countKeys, countKeysSql);
    count.bind(0, key.record);
    count.bind(1, QStringView(entity));
    if (const auto row = count.step(); !row)
        return tl::unexpected(row.error());
    const qint64 next = count.integer(0);
    count.reset();
    Statement& set = prepared(m_insertKey, setKeySql);
    bindKey(set, key);
    set.bind(3, key.record);
    set.bind(4, next);
    m_hasNewKeys = true;
    return set.run();
}

Status EditSession::setCustom(std::span<const CustomValue> values)
{
    for (const CustomValue& value : values)
        if (auto done = setOneCustom(value); !done)
            return done;
    return {};
}

Status EditSession::keepErasures(const Erasures& erasures) { return putErasures(m_database, erasures); }

Status EditSession::setOneCustom(const CustomValue& value)
{
    Statement& find = prepared(m_findCustom, findCustomSql);
    find.bind(0, QStringView(info(value.entity).name));
    find.bind(1, value.record);
    find.bind(2, QStringView(value.field));
    const auto found = find.step();
    if (!found)
        return tl::unexpected(found.error());
    const bool isSame = *found && find.text(0) == value.value && find.text(1) == value.type;
    find.reset();
    if (isSame)
        return {};
    Statement& set = prepared(m_setCustom, setCustomSql);
    set.bind(0, QStringView(info(value.entity).name));
    set.bind(1, value.record);
    set.bind(2, QStringView(value.field));
    set.bind(3, QStringView(value.value));
    set.bind(4, QStringView(value.type));
    return set.run();
}

Status EditSession::finish()
{
    if (!m_hasNewKeys)
        return {};
    for (const EntityInfo& entity : catalogue())
        if (entity.ofAccount)
            if (auto done = linkTable(entity.entity); !done)
                return done;
    return linkUsage();
}

/// "entity|source|key"; the account the key belongs to now, or none.
Result<AccountId> EditSession::accountOfKey(const QString& unlinked)
{
    const QString name = unlinked.section(u'|', 0, 0);
    const auto entity = entityNamed(name);
    if (!entity)
        return AccountId();
    const QString key = unlinked.section(u'|', 2);
    qint64 record = 0;
    for (const QString& form : {key, otherFormOfId(key)}) {
        if (record != 0 || form.isEmpty())
            continue;
        Statement& find = prepared(m_findKey, findKeySql);
        bindKey(find, {*entity, unlinked.section(u'|', 1, 1), form, 0});
        const auto found = find.step();
        if (!found)
            return tl::unexpected(found.error());
        record = *found ? find.integer(0) : 0;
        find.reset();
    }
    if (*entity == Entity::Account || record == 0)
        return AccountId(record);
    const auto owner = row(*entity, record);
    if (!owner)
        return tl::unexpected(owner.error());
    return *owner && info(*entity).ofAccount ? AccountId(integerOf((**owner)[AccountField])) : AccountId();
}

Status EditSession::linkTable(Entity entity)
{
    const QByteArray table = '"' + tableOf(entity) + '"';
    QStringList waiting;
    Statement select(m_database, "SELECT DISTINCT \"unlinked\" FROM " + table + " WHERE \"unlinked\" IS NOT NULL");
    for (;;) {
        const auto row = select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        waiting.append(select.text(0));
    }
    for (const QString& key : waiting) {
        const auto account = accountOfKey(key);
        if (!account)
            return tl::unexpected(account.error());
        if (!account->isValid())
            continue;
        Statement link(m_database, "UPDATE " + table + R"( SET "account_id" = ?, "unlinked" = NULL, "recorded" = ?
WHERE "unlinked" = ?)");
        link.bind(0, account->value());
        link.bind(1, m_recorded.ms);
        link.bind(2, QStringView(key));
        if (auto done = link.run(); !done)
            return done;
    }
    return {};
}

Status EditSession::linkUsage()
{
    QStringList waiting;
    Statement select(m_database, R"(SELECT DISTINCT "unlinked" FROM "unlinked_usage")");
    for (;;) {
        const auto row = select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        waiting.append(select.text(0));
    }
    for (const QString& key : waiting) {
        const auto account = accountOfKey(key);
        if (!account)
            return tl::unexpected(account.error());
        if (!account->isValid())
            continue;
        auto samples = readSamples(m_database, UsageOwner{0, key});
        if (!samples)
            return tl::unexpected(samples.error());
        for (UsageSample& sample : *samples)
            sample.account = account->value();
        if (auto merged = mergeUsage(*samples, {}, {}); !merged)
            return tl::unexpected(merged.error());
        leaveUsageToSession();
        Statement remove(m_database, R"(DELETE FROM "unlinked_usage" WHERE "unlinked" = ?)");
        remove.bind(0, QStringView(key));
        if (auto done = remove.run(); !done)
            return done;
    }
    return {};
}

} // namespace steward::book
