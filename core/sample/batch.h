// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/model/facts.h"

#include <array>

namespace steward::sample {

/// A value a field with history had before the one it has now, from its day on.
struct Past
{
    const char* field;
    QDate day;
    FieldValue value;
};

/// Collects what is written and hands it to the edit in large pieces. Ids are given here, in order and by seed, so that
/// they do not depend on chance; what happened on a day counts as recorded on it.
class Batch
{
public:
    explicit Batch(quint64 seed)
        : m_seed(seed)
    {
    }

    /// Gives the record its id. Fields with a history hold their value from the day on; where `past` names a field, it
    /// lists all its values in the order they came, the newest as the record has it.
    template <class T>
    Id<T> add(T& record, QDate day, std::initializer_list<Past> past = {})
    {
        return addWithPast(record, day, past);
    }
    template <class T>
    Id<T> addWithPast(T& record, QDate day, std::span<const Past> past)
    {
        record.id = nextId(T::entity);
        record.recorded = recordedOn(day);
        keep(T::entity, toRow(record), day, past);
        return Id<T>(record.id);
    }
    template <class T>
    Id<T> add(T&& record, QDate day, std::initializer_list<Past> past = {}) requires(!std::is_lvalue_reference_v<T>)
    {
        return add<T>(record, day, past);
    }
    /// The id the next record of that kind will get, for what refers to it before it is written.
    [[nodiscard]] qint64 peekId(Entity entity) const;
    void addKey(ExternalKey key) { m_keys.push_back(std::move(key)); }
    void addUsage(AccountId account, MetricId metric, QDate day, double value);

    /// Everything but usage.
    [[nodiscard]] Status flush(book::Edit& edit);
    /// The rest, and the usage in one piece: the book keeps what it recorded of it apart. Another edit may follow.
    [[nodiscard]] Status finish(book::Edit& edit);

private:
    static constexpr auto kinds = static_cast<std::size_t>(Entity::Count);
    [[nodiscard]] qint64 nextId(Entity entity);
    [[nodiscard]] static Instant recordedOn(QDate day);
    void keep(Entity entity, Row row, QDate day, std::span<const Past> past);

    quint64 m_seed;
    std::array<qint64, kinds> m_used{};
    std::array<std::vector<Row>, kinds> m_rows;
    std::vector<Change> m_changes;
    std::vector<ExternalKey> m_keys;
    std::vector<book::Edit::UsageSample> m_usage;
};

} // namespace steward::sample
