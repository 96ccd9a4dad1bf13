// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/batch.h"

#include "core/sample/random.h"

#include <algorithm>

namespace steward::sample {

namespace {

std::size_t at(Entity entity) { return static_cast<std::size_t>(entity); }

/// Books of different seeds get ids of different ranges: they can be merged without meaning each other's records.
qint64 firstId(Entity entity, quint64 seed)
{
    constexpr int bits = 26;
    const quint64 range = Random::of({seed, static_cast<quint64>(entity)}).next() >> (bits + 2);
    return static_cast<qint64>(range << bits);
}

} // namespace

qint64 Batch::peekId(Entity entity) const { return firstId(entity, m_seed) + m_used[at(entity)] + 1; }

qint64 Batch::nextId(Entity entity)
{
    const qint64 id = peekId(entity);
    ++m_used[at(entity)];
    return id;
}

Instant Batch::recordedOn(QDate day)
{
    constexpr qint64 sixInTheMorning = 6LL * 3600 * 1000;
    return {qint64(usageDay(day)) * 86'400'000 + sixInTheMorning};
}

void Batch::keep(Entity entity, Row row, QDate day, std::span<const Past> past)
{
    const EntityInfo& entry = info(entity);
    const qint64 id = std::get<qint64>(row[IdField]);
    for (const Past& each : past)
        if (each.day.isValid())
            m_changes.push_back(
                {entity, id, QString::fromLatin1(each.field), each.day, each.value, recordedOn(each.day)});
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        const FieldInfo& field = entry.fields[i];
        const auto isTold = [&field](const Past& each) { return field.name == QLatin1String(each.field); };
        if (field.is(Trait::History) && !std::holds_alternative<std::monostate>(row[i]) &&
            std::none_of(past.begin(), past.end(), isTold))
            m_changes.push_back({entity, id, field.name, day, row[i], recordedOn(day)});
    }
    m_rows[at(entity)].push_back(std::move(row));
}

void Batch::addUsage(AccountId account, MetricId metric, QDate day, double value)
{
    m_usage.push_back({account.value(), metric.value(), usageDay(day), value});
}

Status Batch::flush(book::Edit& edit)
{
    for (std::size_t i = 0; i < kinds; ++i) {
        if (auto done = edit.insert(static_cast<Entity>(i), m_rows[i]); !done)
            return done;
        m_rows[i].clear();
    }
    for (const Change& change : m_changes)
        if (auto done = edit.addChange(change); !done)
            return done;
    m_changes.clear();
    if (auto done = edit.setKeys(m_keys); !done)
        return done;
    m_keys.clear();
    return {};
}

Status Batch::finish(book::Edit& edit)
{
    if (auto done = flush(edit); !done)
        return done;
    const auto key = [](const auto& sample) { return std::tuple(sample.account, sample.metric, sample.day); };
    std::sort(m_usage.begin(), m_usage.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    if (auto done = edit.mergeUsage(m_usage, {}, {}); !done)
        return tl::unexpected(done.error());
    m_usage.clear();
    return {};
}

} // namespace steward::sample
