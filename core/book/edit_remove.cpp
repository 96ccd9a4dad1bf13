// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edit_session.h"
#include "core/book/samples.h"

#include "core/model/values.h"

/// Removing records with what hangs on them, and joining two accounts that are one. No table cascades by itself: the
/// session would record a cascade and redo would run into it.
namespace steward::book {

namespace {

QByteArray quoted(const QString& name) { return '"' + name.toLatin1() + '"'; }

} // namespace

Status EditSession::remove(Entity entity, std::span<const qint64> ids)
{
    for (const qint64 id : ids)
        if (auto done = removeOne(entity, id); !done)
            return done;
    return {};
}

Status EditSession::removeOne(Entity entity, qint64 id)
{
    if (!exists(entity, id))
        return fail(Code("book.record.missing"), ErrorKind::NotFound, {info(entity).name, id});
    if (auto done = removeParts(entity, id); !done)
        return done;
    if (auto done = releaseReferences(entity, id, 0); !done)
        return done;
    if (entity == Entity::Account || entity == Entity::Metric) {
        leaveUsageToSession();
        const QByteArray column = entity == Entity::Account ? "account_id" : "metric_id";
        if (auto done = runBound("DELETE FROM \"usage\" WHERE \"" + column + "\" = ?", {id}); !done)
            return done;
        if (entity == Entity::Metric)
            if (auto done = runBound(R"(DELETE FROM "unlinked_usage" WHERE "metric_id" = ?)", {id}); !done)
                return done;
    }
    const QByteArray name = '\'' + tableOf(entity) + '\'';
    for (const char* table : {"external_key", "change", "custom_value"})
        if (auto done = runBound(
                QByteArray("DELETE FROM \"") + table + "\" WHERE \"record\" = ? AND \"entity\" = " + name, {id});
            !done)
            return done;
    return runBound("DELETE FROM \"" + tableOf(entity) + "\" WHERE \"id\" = ?", {id});
}

Status EditSession::removeParts(Entity entity, qint64 id)
{
    for (const EntityInfo& part : catalogue())
        for (const FieldInfo& field : part.fields) {
            if (field.target != entity || !isPartOf(part, field))
                continue;
            const auto ids =
                idsWhere("SELECT \"id\" FROM " + quoted(part.name) + " WHERE " + quoted(field.name) + " = ?", id);
            if (!ids)
                return tl::unexpected(ids.error());
            if (auto done = remove(part.entity, *ids); !done)
                return done;
        }
    return {};
}

Status EditSession::releaseReferences(Entity entity, qint64 id, qint64 replacement)
{
    for (const EntityInfo& other : catalogue())
        for (const FieldInfo& field : other.fields) {
            if (field.target != entity || field.type != FieldType::Reference)
                continue;
            const auto ids =
                idsWhere("SELECT \"id\" FROM " + quoted(other.name) + " WHERE " + quoted(field.name) + " = ?", id);
            if (!ids)
                return tl::unexpected(ids.error());
            for (const qint64 each : *ids) {
                auto found = row(other.entity, each);
                if (!found)
                    return tl::unexpected(found.error());
                const auto index = static_cast<std::size_t>(other.indexOf(field.name));
                (**found)[index] = replacement == 0 ? FieldValue() : FieldValue(replacement);
                if (index == ImportField) {
                    if (auto done = writeRow(other, **found); !done)
                        return done;
                } else if (auto done = update(other.entity, **found, {}); !done) {
                    return done;
                }
            }
        }
    return replaceInLists(entity, id, replacement);
}

Status EditSession::replaceInLists(Entity entity, qint64 id, qint64 replacement)
{
    for (const EntityInfo& other : catalogue())
        for (const FieldInfo& field : other.fields) {
            if (field.target != entity || field.type != FieldType::References)
                continue;
            const QByteArray column = quoted(field.name);
            const auto ids = idsWhere("SELECT \"id\" FROM " + quoted(other.name) + " AS t WHERE " + column +
                                          " IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(t." + column +
                                          ") AS e WHERE e.\"value\" = ?)",
                                      id);
            if (!ids)
                return tl::unexpected(ids.error());
            for (const qint64 each : *ids) {
                auto found = row(other.entity, each);
                if (!found)
                    return tl::unexpected(found.error());
                FieldValue& value = (**found)[static_cast<std::size_t>(other.indexOf(field.name))];
                std::vector<qint64> list = idsOf(value);
                const bool isThere = std::find(list.begin(), list.end(), replacement) != list.end();
                if (replacement == 0 || isThere)
                    std::erase(list, id);
                else
                    std::replace(list.begin(), list.end(), id, replacement);
                value = idsValue(list);
                if (auto done = update(other.entity, **found, {}); !done)
                    return done;
            }
        }
    return {};
}

Status EditSession::join(AccountId from, AccountId survivor)
{
    const auto absorbed = row(Entity::Account, from.value());
    if (!absorbed)
        return tl::unexpected(absorbed.error());
    if (!*absorbed || !exists(Entity::Account, survivor.value()) || from == survivor)
        return fail(Code("book.record.missing"), ErrorKind::NotFound, {info(Entity::Account).name, from.value()});
    if (auto done = releaseReferences(Entity::Account, from.value(), survivor.value()); !done)
        return done;
    // An account that named the other as its parent must not become its own.
    auto joined = row(Entity::Account, survivor.value());
    if (!joined)
        return tl::unexpected(joined.error());
    FieldValue& parent = (**joined)[static_cast<std::size_t>(info(Entity::Account).indexOf(u"parent_id"))];
    if (integerOf(parent) == survivor.value()) {
        parent = {};
        if (auto done = update(Entity::Account, **joined, {}); !done)
            return done;
    }
    if (auto done = joinUsage(from.value(), survivor.value()); !done)
        return done;
    if (auto done = joinKeys(from.value(), survivor.value()); !done)
        return done;
    return archive(Entity::Account, from.value(), m_today);
}

/// Days that both have keep the survivor's sample.
Status EditSession::joinUsage(qint64 from, qint64 survivor)
{
    auto moved = readSamples(m_database, UsageOwner{from, {}});
    if (!moved)
        return tl::unexpected(moved.error());
    if (moved->empty())
        return {};
    const auto kept = readSamples(m_database, UsageOwner{survivor, {}});
    if (!kept)
        return tl::unexpected(kept.error());
    const auto before = [](const UsageSample& a, const UsageSample& b) {
        return std::pair(a.metric, a.day) < std::pair(b.metric, b.day);
    };
    std::erase_if(*moved, [&](const UsageSample& sample) {
        return std::binary_search(kept->begin(), kept->end(), sample, before);
    });
    for (UsageSample& sample : *moved)
        sample.account = survivor;
    if (auto merged = mergeUsage(*moved, {}, {}); !merged)
        return tl::unexpected(merged.error());
    leaveUsageToSession();
    return runBound(R"(DELETE FROM "usage" WHERE "account_id" = ?)", {from});
}

/// Keys and custom values move; merged_into stays behind, so that the old id still leads to the survivor.
Status EditSession::joinKeys(qint64 from, qint64 survivor)
{
    Statement select(m_database, R"(
SELECT "source", "key" FROM "external_key" WHERE "record" = ? AND "entity" = 'account' ORDER BY "position")");
    select.bind(0, from);
    std::vector<ExternalKey> keys;
    for (;;) {
        const auto found = select.step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        keys.push_back({Entity::Account, select.text(0), select.text(1), survivor});
    }
    keys.push_back({Entity::Account, QStringLiteral("merged_into"), QString::number(from), survivor});
    if (auto done = setKeys(keys); !done)
        return done;
    if (auto done = runBound(R"(
UPDATE "custom_value" SET "record" = ? WHERE "entity" = 'account' AND "record" = ? AND "field" NOT IN
(SELECT "field" FROM "custom_value" WHERE "entity" = 'account' AND "record" = ?))",
                             {survivor, from, survivor});
        !done)
        return done;
    return {};
}

} // namespace steward::book
