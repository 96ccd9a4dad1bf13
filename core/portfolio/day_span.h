// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/usage.h"

#include <limits>
#include <tuple>

/// What the fields() of an entity mean to looking back, worked out at compile time.
namespace steward::looking {

template <class T>
concept Described = requires
{
    T::fields();
};

template <Described T>
inline constexpr std::size_t fieldCount = std::tuple_size_v<decltype(T::fields())>;

template <Described T, std::size_t I>
inline constexpr auto fieldAt = std::get<I>(T::fields());

template <Described T, std::size_t I>
using MemberAt = std::remove_cvref_t<decltype(std::declval<T>().*(fieldAt<T, I>.member))>;

template <Described T, std::size_t I>
[[nodiscard]] constexpr bool is(Trait trait)
{
    return has(fieldAt<T, I>.traits, trait);
}

template <Described T, std::size_t I>
inline constexpr bool isDay = std::is_same_v<MemberAt<T, I>, QDate>;

template <Described T, std::size_t I>
inline constexpr bool isInstant = std::is_same_v<MemberAt<T, I>, std::optional<Instant>>;

/// fn.operator()<I>() for every field.
template <Described T, class Fn>
constexpr void eachField(Fn&& fn)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) { (fn.template operator()<I>(), ...); }
    (std::make_index_sequence<fieldCount<T>>());
}

/// The day the row happened; a day that is an outcome too (a review that may still be planned) empties instead.
template <Described T>
[[nodiscard]] constexpr std::size_t happenedField()
{
    std::size_t found = fieldCount<T>;
    eachField<T>([&]<std::size_t I> {
        if (is<T, I>(Trait::Happened) && !is<T, I>(Trait::Outcome))
            found = I;
    });
    return found;
}
template <Described T>
inline constexpr bool hasHappened = happenedField<T>() < fieldCount<T>;

/// The first outcome that is a day: an outcome that is a text ("won", why they left) became known with it.
template <Described T>
[[nodiscard]] constexpr std::size_t closingField()
{
    std::size_t found = fieldCount<T>;
    eachField<T>([&]<std::size_t I> {
        if (found == fieldCount<T> && is<T, I>(Trait::Outcome) && isDay<T, I>)
            found = I;
    });
    return found;
}

/// An outcome that carries no day of its own.
template <Described T, std::size_t I>
inline constexpr bool isOutcomeText = is<T, I>(Trait::Outcome) && !isDay<T, I> && !isInstant<T, I>;

template <Described T>
[[nodiscard]] constexpr bool hasTrait(Trait trait)
{
    bool found = false;
    eachField<T>([&]<std::size_t I> { found = found || is<T, I>(trait); });
    return found;
}
/// Some field of it is in the change table.
template <Described T>
[[nodiscard]] constexpr bool keepsChanges()
{
    return hasTrait<T>(Trait::History) || hasTrait<T>(Trait::Outcome);
}
template <Described T>
[[nodiscard]] constexpr bool hasOutcomeText()
{
    bool found = false;
    eachField<T>([&]<std::size_t I> { found = found || isOutcomeText<T, I>; });
    return found;
}

/// The happened day; invalid where it is unknown or the entity has none.
template <Described T>
[[nodiscard]] QDate happenedOn(const T& row)
{
    if constexpr (hasHappened<T>)
        return row.*(fieldAt<T, happenedField<T>()>.member);
    else
        return {};
}
template <Described T>
[[nodiscard]] QDate closedOn(const T& row)
{
    if constexpr (closingField<T>() < fieldCount<T>)
        return row.*(fieldAt<T, closingField<T>()>.member);
    else
        return {};
}

constexpr qint64 dayMs = 86'400'000;

/// The latest day an instant can have in any time zone.
[[nodiscard]] inline qint64 latestJulian(Instant instant)
{
    const qint64 ms = instant.ms + 14 * dayMs / 24;
    return 2'440'588 + (ms >= 0 ? ms / dayMs : -((-ms + dayMs - 1) / dayMs));
}

/// What a past day may change in a list, found once when the list is made: a day on or after `newest` and before
/// `firstArchived` changes nothing. Days are Julian days.
struct DaySpan
{
    qint64 firstHappened = std::numeric_limits<qint64>::max();
    qint64 newestHappened = std::numeric_limits<qint64>::min();
    qint64 newest = std::numeric_limits<qint64>::min();
    qint64 firstArchived = std::numeric_limits<qint64>::max();
    qint64 newestRecorded = std::numeric_limits<qint64>::min(); ///< Julian day, latest in any zone
    bool hasUndated = false;                                    ///< of some row the day it happened is not known
    bool isImported = false;                                    ///< some row came with an import

    template <Described T>
    void add(const T& row)
    {
        if (row.archivedOn.isValid())
            firstArchived = std::min(firstArchived, row.archivedOn.toJulianDay());
        newestRecorded = std::max(newestRecorded, latestJulian(row.recorded));
        if (const QDate day = happenedOn(row); day.isValid()) {
            firstHappened = std::min(firstHappened, day.toJulianDay());
            newestHappened = std::max(newestHappened, day.toJulianDay());
            newest = std::max(newest, day.toJulianDay());
        } else {
            hasUndated = true;
        }
        isImported = isImported || row.import.isValid();
        eachField<T>([&]<std::size_t I> {
            if constexpr (is<T, I>(Trait::Outcome)) {
                const auto& value = row.*(fieldAt<T, I>.member);
                if constexpr (isDay<T, I>)
                    newest = value.isValid() ? std::max(newest, value.toJulianDay()) : newest;
                else if constexpr (isInstant<T, I>)
                    newest = value ? std::max(newest, latestJulian(*value)) : newest;
                else if (value != MemberAt<T, I>() && !closedOn(row).isValid())
                    newest = std::max(newest, latestJulian(row.recorded));
            }
        });
    }
};

/// Of changes in their order: only a field that changed at least twice reads differently on a past day.
template <class T>
[[nodiscard]] DaySpan daySpan(const std::vector<T>& rows)
{
    DaySpan span;
    if constexpr (Described<T>) {
        for (const T& row : rows)
            span.add(row);
    } else if constexpr (std::is_same_v<T, Change>) {
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (rows[i].isOfSameField(rows[i - 1])) {
                span.newest = std::max({span.newest, rows[i].day.toJulianDay(), rows[i - 1].day.toJulianDay()});
                for (const Instant at : {rows[i].recorded, rows[i - 1].recorded})
                    span.newestRecorded = std::max(span.newestRecorded, latestJulian(at));
            }
    }
    return span;
}

} // namespace steward::looking
