// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <compare>
#include <functional>

namespace steward {

/// A stable 63-bit record id, typed by what it names. 0 is "none" and is stored as NULL.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value(value)
    {
    }
    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    qint64 m_value = 0;
};

} // namespace steward

template <class Tag>
struct std::hash<steward::Id<Tag>>
{
    std::size_t operator()(steward::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value()); }
};
