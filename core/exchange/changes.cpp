// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/changes.h"

#include "core/exchange/cell_value.h"
#include "core/model/values.h"

namespace steward::exchange {

Changes::Changes(const ImportPlan& plan)
    : m_plan(plan)
{
    for (std::size_t i = 0; i < plan.records.size(); ++i)
        if (plan.records[i].id < 0)
            m_made.emplace(plan.records[i].id, i);
    for (std::size_t i = 0; i < plan.customs.size(); ++i)
        m_customs.emplace(plan.customs[i].record, i);
}

QString Changes::nameOf(Entity entity, qint64 id) const
{
    if (const auto known = m_plan.names.find({entity, id}); known != m_plan.names.end())
        return known->second;
    const auto made = m_made.find(id);
    if (made == m_made.end())
        return QString::number(id);
    const PlannedRecord& record = m_plan.records[made->second];
    const int name = info(record.entity).indexOf(u"name");
    const QString text = name < 0 ? QString() : steward::textOf(record.after[static_cast<std::size_t>(name)]);
    return text.isEmpty() ? record.key : text;
}

QString Changes::textOf(const FieldInfo& field, const FieldValue& value, int minorDigits) const
{
    if (!field.target || value.index() == 0)
        return fieldText(value, field.type, minorDigits);
    QStringList names;
    if (field.type == FieldType::References)
        for (const qint64 id : idsOf(value))
            names.append(nameOf(*field.target, id));
    else
        names.append(nameOf(*field.target, integerOf(value)));
    return names.join(QStringLiteral(", "));
}

std::vector<FieldChange> Changes::of(const PlannedRecord& record) const
{
    std::vector<FieldChange> changes;
    const EntityInfo& entity = info(record.entity);
    const auto digitsOf = [&](const Row& row) { return row.empty() ? 2 : minorDigitsOf(entity, row); };
    for (std::size_t i = ArchivedField; i < record.after.size(); ++i) {
        const FieldValue before = record.isNew ? FieldValue() : record.before[i];
        if (before == record.after[i])
            continue;
        const FieldInfo& field = entity.fields[i];
        changes.push_back({field.name, textOf(field, before, digitsOf(record.before)),
                           textOf(field, record.after[i], digitsOf(record.after))});
    }
    return changes;
}

std::vector<FieldChange> Changes::of(const RowResult& row) const
{
    if (row.record < 0 || row.action == Action::Unchanged || row.action == Action::Rejected)
        return {};
    const PlannedRecord& record = m_plan.records[static_cast<std::size_t>(row.record)];
    auto changes = of(record);
    const auto isStep = [&](int index) {
        return m_plan.records[static_cast<std::size_t>(index)].entity == Entity::SubscriptionPhase;
    };
    const auto newestStep = std::find_if(row.sides.rbegin(), row.sides.rend(), isStep);
    for (const int index : row.sides) {
        const PlannedRecord& side = m_plan.records[static_cast<std::size_t>(index)];
        for (auto& change : of(side))
            // Of the steps of a price the reader has the amounts already: what is new is the day.
            if (!isStep(index) || (index == *newestStep && change.field == u"from"))
                changes.push_back({info(side.entity).name + u'.' + change.field, change.before, change.after});
    }
    const auto [from, to] = m_customs.equal_range(record.id);
    std::vector<FieldChange> customs;
    for (auto each = from; each != to; ++each)
        customs.push_back({u"custom." + m_plan.customs[each->second].field, m_plan.customsBefore[each->second],
                           m_plan.customs[each->second].value});
    std::sort(customs.begin(), customs.end(), [](const auto& a, const auto& b) { return a.field < b.field; });
    changes.insert(changes.end(), customs.begin(), customs.end());
    return changes;
}

QString Changes::accountOf(const RowResult& row) const
{
    if (row.record < 0)
        return {};
    const PlannedRecord& record = m_plan.records[static_cast<std::size_t>(row.record)];
    const EntityInfo& entity = info(record.entity);
    if (record.entity == Entity::Account)
        return steward::textOf(record.after[static_cast<std::size_t>(entity.indexOf(u"name"))]);
    const qint64 account = entity.ofAccount ? integerOf(record.after[AccountField]) : 0;
    return account == 0 ? QString() : nameOf(Entity::Account, account);
}

} // namespace steward::exchange
