// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/people.h"
#include "core/model/voice.h"

namespace steward::health {

/// The roles whose holders the score asks for.
enum class KeyRole : quint8
{
    Sponsor,
    Champion
};
inline constexpr std::size_t keyRoleCount = 2;
[[nodiscard]] constexpr QStringView idOf(KeyRole role) { return role == KeyRole::Sponsor ? u"sponsor" : u"champion"; }

/// How a role stands on the day.
struct RoleState
{
    /// Present holder of the role, of several the one seen last; nullptr: nobody.
    const Contact* holder = nullptr;
    QDate seen; ///< of the holder; invalid: never
    const Touch* seenIn = nullptr;
    /// The holder who left the firm or the role last; nullptr: nobody did.
    const Contact* former = nullptr;
    QDate left; ///< day they left
    /// Who takes over from them: a holder who began the role no earlier than half a year before they left, or a contact
    /// present who is named as their successor. nullptr: nobody named.
    const Contact* successor = nullptr;
    QDate successorMet;
    bool stillHeld = false; ///< another holder was there all along: the role never was empty

    /// Left, and nobody who was met stands in their place.
    [[nodiscard]] bool isOpen() const { return former && !(successor && successorMet.isValid()) && !stillHeld; }
};

} // namespace steward::health
