// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/planner.h"

#include <set>

/// What became of the rows, once all of them are planned.
namespace steward::exchange {

bool Planner::changesAnything(const RowResult& result) const
{
    const auto isChanged = [&](int index) { return m_plan.records[static_cast<std::size_t>(index)].isChanged(); };
    const auto pending = m_customs.find(m_plan.records[static_cast<std::size_t>(result.record)].id);
    return isChanged(result.record) || (pending != m_customs.end() && !pending->second.empty()) ||
           std::any_of(result.sides.begin(), result.sides.end(), isChanged);
}

/// What counts in the end is whether a record differs from the book, also where several rows of the file spoke of it or
/// a later row changed it.
void Planner::classify()
{
    std::set<int> told;
    for (auto& result : m_plan.rows) {
        if (result.action == Action::Updated && !changesAnything(result))
            result.action = Action::Unchanged;
        if (result.action == Action::Created || result.action == Action::Updated)
            told.insert(result.record);
    }
    for (auto& result : m_plan.rows) {
        if (result.action != Action::Unchanged || result.isArchived || told.count(result.record) > 0)
            continue;
        const PlannedRecord& record = m_plan.records[static_cast<std::size_t>(result.record)];
        if (!record.isChanged())
            continue;
        result.action = record.isNew ? Action::Created : Action::Updated;
        told.insert(result.record);
    }
}

void Planner::settle()
{
    settleCustoms();
    classify();
    for (const auto& result : m_plan.rows) {
        ++m_plan.counts.rows;
        qint64 Counts::*count = result.action == Action::Created     ? &Counts::created
                                : result.action == Action::Updated   ? &Counts::updated
                                : result.action == Action::Unchanged ? &Counts::unchanged
                                                                     : &Counts::rejected;
        ++(m_plan.counts.*count);
    }
    m_plan.hasSides = std::any_of(m_plan.records.begin(), m_plan.records.end(),
                                  [](const PlannedRecord& record) { return record.isChanged(); });
    nameReferences();
    // What Steward wrote tells nothing that the book does not know.
    if (!isOurs())
        m_plan.dataUpTo = request().dataUpTo.isValid() ? request().dataUpTo : m_newestDay;
}

void Planner::settleCustoms()
{
    for (auto& [id, pending] : m_customs) {
        std::erase_if(pending, [&, record = id](const auto& custom) {
            const QString* stored = m_directory.custom(m_entity.entity, record, custom.first);
            return stored && *stored == custom.second;
        });
        for (const auto& [field, value] : pending) {
            const QString* stored = m_directory.custom(m_entity.entity, id, field);
            m_plan.customs.push_back({m_entity.entity, id, field, value, QStringLiteral("text")});
            m_plan.customsBefore.push_back(stored ? *stored : QString());
        }
    }
}

void Planner::nameReferences()
{
    std::set<Entity> withoutName;
    const auto take = [&](Entity target, qint64 id) {
        const auto [place, isNew] = m_plan.names.try_emplace({target, id});
        if (id <= 0 || !isNew)
            return;
        const Row* row = m_directory.row(target, id);
        const int name = info(target).indexOf(u"name");
        if (row && name >= 0)
            place->second = steward::textOf((*row)[static_cast<std::size_t>(name)]);
        if (place->second.isEmpty())
            withoutName.insert(target);
    };
    for (const auto& record : m_plan.records) {
        const EntityInfo& entity = info(record.entity);
        for (std::size_t i = AccountField; i < record.after.size(); ++i) {
            const FieldInfo& field = entity.fields[i];
            if (!field.target || (i != AccountField && !record.isChanged()))
                continue;
            for (const Row* row : {&record.before, &record.after}) {
                if (row->size() <= i || (*row)[i].index() == 0)
                    continue;
                if (field.type == FieldType::References)
                    for (const qint64 id : idsOf((*row)[i]))
                        take(*field.target, id);
                else
                    take(*field.target, integerOf((*row)[i]));
            }
        }
    }
    std::erase_if(m_plan.names, [](const auto& each) { return each.first.second <= 0; });
    for (const Entity entity : withoutName)
        if (const auto keys = m_book.keys(entity))
            for (const ExternalKey& key : *keys)
                if (const auto found = m_plan.names.find({entity, key.record});
                    found != m_plan.names.end() && found->second.isEmpty())
                    found->second = key.key;
    std::erase_if(m_plan.names, [](const auto& each) { return each.second.isEmpty(); });
}

} // namespace steward::exchange
