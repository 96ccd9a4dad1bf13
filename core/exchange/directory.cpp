// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/directory.h"

#include "core/base/long_id.h"
#include "core/base/text.h"
#include "core/exchange/cell_value.h"

namespace steward::exchange {

namespace {

constexpr QChar separator = QChar(0x1f);

/// What people call a record of this entity.
QStringList namesOfRow(Entity entity, const Row& row)
{
    QStringList names;
    const EntityInfo& entry = info(entity);
    const auto add = [&](QStringView field) {
        if (const int index = entry.indexOf(field); index >= 0)
            if (const QString name = folded(textOf(row[static_cast<std::size_t>(index)])); !name.isEmpty())
                names.append(name);
    };
    if (entity == Entity::Invoice)
        add(u"number");
    else if (entity == Entity::Goal)
        add(u"outcome");
    else
        add(entity == Entity::Request ? u"title" : u"name");
    if (entity == Entity::Person)
        add(u"email");
    return names;
}

} // namespace

QString naturalKeyOf(const EntityInfo& entity, const Row& row)
{
    QString key;
    bool isKnown = false;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!entity.fields[i].is(Trait::Key))
            continue;
        const QString part = folded(fieldText(row[i], entity.fields[i].type));
        isKnown = isKnown || (!part.isEmpty() && i != AccountField);
        key += part + separator;
    }
    return isKnown ? key : QString();
}

void Directory::keep(const Status& status)
{
    if (m_status && !status)
        m_status = status;
}

Directory::Shelf& Directory::withRows(Entity entity)
{
    Shelf& here = shelf(entity);
    if (!std::exchange(here.hasRows, true))
        keep(m_book.forEach(entity, [&](const Row& row) {
            const qint64 id = integerOf(row[IdField]);
            if (here.rows.emplace(id, row).second)
                index(here, entity, id, row);
            return true;
        }));
    return here;
}

Directory::Shelf& Directory::withKeys(Entity entity)
{
    Shelf& here = shelf(entity);
    if (std::exchange(here.hasKeys, true))
        return here;
    if (auto keys = m_book.keys(entity)) {
        here.anyKeys.reserve(static_cast<qsizetype>(keys->size()));
        for (const auto& key : *keys)
            addKey(entity, key.source, key.key, key.record);
    } else {
        keep(tl::unexpected(keys.error()));
    }
    return here;
}

void Directory::index(Shelf& shelf, Entity entity, qint64 id, const Row& row)
{
    for (const auto& name : namesOfRow(entity, row)) {
        const auto found = shelf.names.find(name);
        if (found == shelf.names.end())
            shelf.names.insert(name, id);
        else if (*found != id)
            *found = -1;
    }
    if (shelf.hasNatural)
        if (const QString key = naturalKeyOf(info(entity), row); !key.isEmpty()) {
            auto& ids = shelf.natural[key];
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        }
}

void Directory::addKey(Entity entity, const QString& source, const QString& key, qint64 id)
{
    Shelf& here = withKeys(entity);
    here.keys[source].insert(key, id);
    if (here.hasSources)
        here.recordsOfSources[source].insert(id);
    const auto found = here.anyKeys.find(key);
    if (found == here.anyKeys.end())
        here.anyKeys.insert(key, id);
    else if (*found != id)
        *found = -1;
}

qint64 Directory::byKey(Entity entity, const QString& source, const QString& key)
{
    const auto& sources = withKeys(entity).keys;
    const auto keys = sources.constFind(source);
    if (keys == sources.constEnd())
        return 0;
    if (const auto found = keys->constFind(key); found != keys->constEnd())
        return *found;
    const QString other = otherFormOfId(key);
    return other.isEmpty() ? 0 : keys->value(other, 0);
}

qint64 Directory::byAnyKey(Entity entity, const QString& source, const QString& key)
{
    if (const qint64 id = byKey(entity, source, key))
        return id;
    const auto& keys = withKeys(entity).anyKeys;
    const auto found = keys.constFind(key);
    return std::max<qint64>(0, found != keys.constEnd() ? *found : keys.value(otherFormOfId(key), 0));
}

qint64 Directory::byName(Entity entity, QStringView name) { return withRows(entity).names.value(folded(name), 0); }

const std::vector<qint64>& Directory::byNaturalKey(Entity entity, const QString& naturalKey)
{
    static const std::vector<qint64> none;
    Shelf& here = withRows(entity);
    if (!here.hasNatural) {
        here.hasNatural = true;
        std::vector<qint64> ids;
        for (const auto& [id, row] : here.rows)
            ids.push_back(id);
        std::sort(ids.begin(), ids.end());
        for (const qint64 id : ids)
            index(here, entity, id, here.rows.at(id));
    }
    const auto found = here.natural.constFind(naturalKey);
    return found == here.natural.constEnd() ? none : *found;
}

bool Directory::hasKeyIn(Entity entity, const QString& source, qint64 id)
{
    Shelf& here = withKeys(entity);
    if (!std::exchange(here.hasSources, true))
        for (auto keys = here.keys.cbegin(); keys != here.keys.cend(); ++keys)
            here.recordsOfSources.insert(keys.key(), QSet<qint64>(keys->cbegin(), keys->cend()));
    const auto records = here.recordsOfSources.constFind(source);
    return records != here.recordsOfSources.constEnd() && records->contains(id);
}

bool Directory::hasKeysFrom(Entity entity, const QString& source, QStringView beginning)
{
    Shelf& here = withKeys(entity);
    const QString asked = source + separator + beginning;
    const auto known = here.hasBeginning.constFind(asked);
    if (known != here.hasBeginning.constEnd())
        return *known;
    const auto keys = here.keys.constFind(source);
    bool found = false;
    if (keys != here.keys.constEnd())
        for (auto each = keys->keyBegin(); !found && each != keys->keyEnd(); ++each)
            found = each->startsWith(beginning);
    here.hasBeginning.insert(asked, found);
    return found;
}

const Row* Directory::row(Entity entity, qint64 id)
{
    const auto& rows = withRows(entity).rows;
    const auto found = rows.find(id);
    return found == rows.end() ? nullptr : &found->second;
}

const std::unordered_map<qint64, Row>& Directory::rows(Entity entity) { return withRows(entity).rows; }

const QString* Directory::custom(Entity entity, qint64 id, const QString& field)
{
    Shelf& here = shelf(entity);
    if (!here.hasCustoms) {
        here.hasCustoms = true;
        if (auto values = m_book.customValues(entity)) {
            for (const auto& value : *values)
                here.customs.insert(QString::number(value.record) + separator + value.field, value.value);
        } else {
            keep(tl::unexpected(values.error()));
        }
    }
    const auto found = here.customs.constFind(QString::number(id) + separator + field);
    return found == here.customs.constEnd() ? nullptr : &*found;
}

void Directory::put(Entity entity, qint64 id, const Row& row)
{
    Shelf& here = withRows(entity);
    here.rows.insert_or_assign(id, row);
    index(here, entity, id, row);
}

} // namespace steward::exchange
