// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/look_back.h"

#include <algorithm>

/// A past day and what the changes of an account say of it. Internal to looking back.
namespace steward::looking {

/// One day looked at, with what is needed to compare instants without asking the time zone for each.
class Past
{
public:
    Past(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone)
        : m_changes(facts.changes.all())
        , m_historyCounts(false)
        , m_isLearntLater(false)
        , m_day(day)
        , m_mode(mode)
        , m_zone(zone)
    {
        const DaySpan& span = facts.changes.daySpan();
        m_isLearntLater = knew() || span.newestRecorded > day.toJulianDay();
        m_historyCounts = span.newest > day.toJulianDay() || (knew() && m_isLearntLater);
    }

    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] bool knew() const { return m_mode == LookBack::AsWeKnewIt; }
    /// Some field with a history reads differently on that day.
    [[nodiscard]] bool historyCounts() const { return m_historyCounts; }
    /// Some change may have been recorded later.
    [[nodiscard]] bool isLearntLater() const { return m_isLearntLater; }
    /// Some field of such a row may read differently on that day because of what is in the change table.
    template <class T>
    [[nodiscard]] bool changesCount() const
    {
        return (hasTrait<T>(Trait::History) && m_historyCounts) ||
               (m_isLearntLater && (hasOutcomeText<T>() || (knew() && hasTrait<T>(Trait::Outcome))));
    }

    [[nodiscard]] bool isLater(QDate day) const { return day.isValid() && day > m_day; }
    [[nodiscard]] bool isLater(Instant instant) const
    {
        const qint64 midnight = (m_day.toJulianDay() + 1 - julianOfEpoch) * dayMs;
        constexpr qint64 widest = 14 * dayMs / 24;
        if (instant.ms < midnight - widest)
            return false;
        return instant.ms >= midnight + widest || dayOf(instant, m_zone) > m_day;
    }

    /// The changes of one field of a record, ascending by day.
    [[nodiscard]] std::span<const Change> changesOf(Entity entity, qint64 record, const char* field) const
    {
        const auto [first, last] = recordRange(entity, record);
        const QLatin1String name(field);
        const auto from = std::find_if(first, last, [&](const Change& each) { return each.field == name; });
        const auto to = std::find_if(from, last, [&](const Change& each) { return each.field != name; });
        return {from, to};
    }
    /// Recorded by then; of a record whose instant moved with an update (older books) its first change tells.
    [[nodiscard]] bool wasRecorded(Entity entity, const Record& record) const
    {
        if (!isLater(record.recorded))
            return true;
        const auto [first, last] = recordRange(entity, record.id);
        return std::any_of(first, last, [this](const Change& each) { return !isLater(each.recorded); });
    }

private:
    using Position = std::span<const Change>::iterator;
    [[nodiscard]] std::pair<Position, Position> recordRange(Entity entity, qint64 record) const
    {
        const auto key = std::pair(entity, record);
        const auto less = [](const Change& each, const auto& wanted) {
            return std::pair(each.entity, each.record) < wanted;
        };
        const auto first = std::lower_bound(m_changes.begin(), m_changes.end(), key, less);
        auto last = first;
        while (last != m_changes.end() && last->entity == entity && last->record == record)
            ++last;
        return {first, last};
    }

    std::span<const Change> m_changes;
    bool m_historyCounts;
    bool m_isLearntLater;
    QDate m_day;
    LookBack m_mode;
    const QTimeZone& m_zone;
};

/// The change that gives a field its value on the day; nullptr: none by then.
[[nodiscard]] inline const Change* inForce(std::span<const Change> changes, const Past& past, bool onlyKnown)
{
    const Change* found = nullptr;
    for (const Change& each : changes)
        if (!past.isLater(each.day) && !(onlyKnown && past.isLater(each.recorded)))
            found = &each;
    return found;
}

/// The same for a text that may tell an outcome. The newest change is what the record says today, dated to the day the
/// record happened where the source had no other: it counts only where it had been recorded by then.
[[nodiscard]] inline const Change* knownText(std::span<const Change> changes, const Past& past)
{
    const Change* found = inForce(changes, past, past.knew());
    return found && found == &changes.back() && past.isLater(found->recorded) ? nullptr : found;
}

/// The change that was recorded last by then; nullptr: none.
[[nodiscard]] inline const Change* lastRecorded(std::span<const Change> changes, const Past& past)
{
    const Change* found = nullptr;
    for (const Change& each : changes)
        if (!past.isLater(each.recorded) && !(found && each.recorded.ms < found->recorded.ms))
            found = &each;
    return found;
}

} // namespace steward::looking
