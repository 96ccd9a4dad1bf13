// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/long_id.h"
#include "core/book/edit_session.h"
#include "core/book/erasures.h"
#include "core/book/samples.h"
#include "core/model/values.h"

#include <algorithm>
#include <map>

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

constexpr const char* clearCustomSql =
    R"(DELETE FROM "custom_value" WHERE "entity" = ? AND "record" = ? AND "field" = ?)";

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
    const bool isCleared = value.value.isEmpty();
    const bool isSame = isCleared ? !*found : *found && find.text(0) == value.value && find.text(1) == value.type;
    find.reset();
    if (isSame)
        return {};
    Statement& set = isCleared ? prepared(m_clearCustom, clearCustomSql) : prepared(m_setCustom, setCustomSql);
    set.bind(0, QStringView(info(value.entity).name));
    set.bind(1, value.record);
    set.bind(2, QStringView(value.field));
    if (isCleared)
        return set.run();
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
        Statement link(m_database,
                       "UPDATE " + table + R"( SET "account_id" = ?, "unlinked" = NULL WHERE "unlinked" = ?)");
        link.bind(0, account->value());
        link.bind(1, QStringView(key));
        if (auto done = link.run(); !done)
            return done;
    }
    return {};
}

namespace {

/// The days of several keys of one account are parts of one day: put together as the metric says, like rows of one
/// file. Sorted by metric and day, one a day.
std::vector<UsageSample> combined(std::vector<UsageSample> samples, const std::map<qint64, QString>& aggregates)
{
    std::stable_sort(samples.begin(), samples.end(), [](const UsageSample& a, const UsageSample& b) {
        return std::tuple(a.metric, a.day) < std::tuple(b.metric, b.day);
    });
    std::vector<UsageSample> days;
    double parts = 1;
    for (const UsageSample& sample : samples) {
        const bool isSameDay = !days.empty() && days.back().metric == sample.metric && days.back().day == sample.day;
        parts = isSameDay ? parts + 1 : 1;
        if (!isSameDay) {
            days.push_back(sample);
            continue;
        }
        double& value = days.back().value;
        const auto found = aggregates.find(sample.metric);
        const QString aggregate = found == aggregates.end() ? QString() : found->second;
        if (aggregate == u"max")
            value = std::max(value, sample.value);
        else if (aggregate == u"mean")
            value += (sample.value - value) / parts;
        else if (aggregate == u"last")
            value = sample.value;
        else
            value += sample.value;
    }
    return days;
}

} // namespace

Result<std::map<qint64, QStringList>> EditSession::keysOfUsageToLink()
{
    std::map<qint64, QStringList> keys;
    Statement select(m_database, R"(SELECT DISTINCT "unlinked" FROM "unlinked_usage" ORDER BY "unlinked")");
    for (;;) {
        const auto row = select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return keys;
        const QString key = select.text(0);
        const auto account = accountOfKey(key);
        if (!account)
            return tl::unexpected(account.error());
        if (account->isValid())
            keys[account->value()].append(key);
    }
}

Status EditSession::linkUsage()
{
    const auto waiting = keysOfUsageToLink();
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (waiting->empty())
        return {};
    std::map<qint64, QString> aggregates;
    Statement select(m_database, R"(SELECT "id", "aggregate" FROM "metric")");
    for (;;) {
        const auto row = select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        aggregates.emplace(select.integer(0), select.text(1));
    }
    for (const auto& [account, keys] : *waiting)
        if (auto done = linkUsageOf(account, keys, aggregates); !done)
            return done;
    return {};
}

Status EditSession::linkUsageOf(qint64 account, const QStringList& keys, const std::map<qint64, QString>& aggregates)
{
    auto samples = readSamples(m_database, UsageOwner{account, {}});
    if (!samples)
        return tl::unexpected(samples.error());
    for (const QString& key : keys) {
        auto waiting = readSamples(m_database, UsageOwner{0, key});
        if (!waiting)
            return tl::unexpected(waiting.error());
        for (UsageSample& sample : *waiting) {
            sample.account = account;
            samples->push_back(sample);
        }
    }
    if (auto merged = mergeUsage(combined(std::move(*samples), aggregates), {}, {}); !merged)
        return tl::unexpected(merged.error());
    leaveUsageToSession();
    for (const QString& key : keys) {
        Statement remove(m_database, R"(DELETE FROM "unlinked_usage" WHERE "unlinked" = ?)");
        remove.bind(0, QStringView(key));
        if (auto done = remove.run(); !done)
            return done;
    }
    return {};
}

} // namespace steward::book
