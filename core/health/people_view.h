// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"

/// Who of the customer's people is there: what the measures and caps of engagement share.
namespace steward::health {

/// How a role stands on the day.
struct RoleState
{
    /// Present holder of the role, of several the one seen last; nullptr: nobody.
    const Contact* holder = nullptr;
    QDate seen; ///< of the holder; invalid: never
    const Touch* seenIn = nullptr;
    QDate met; ///< of the holder; invalid: never
    /// The holder who left the firm or the role last; nullptr: nobody did.
    const Contact* former = nullptr;
    QDate left; ///< day they left
    /// Who takes over from them: a holder who began the role no earlier than half a year before they left, or a contact
    /// present who is named as their successor. nullptr: nobody named.
    const Contact* successor = nullptr;
    QDate successorMet;

    /// Left, and nobody who was met stands in their place.
    [[nodiscard]] bool isOpen() const { return former && !(successor && successorMet.isValid()) && !stillHeld; }
    bool stillHeld = false; ///< another holder was there all along: the role never was empty
};
[[nodiscard]] RoleState roleState(const AccountView& account, QStringView role);

/// The contact holds the role on the day.
[[nodiscard]] bool holdsRole(const AccountView& account, ContactId contact, QStringView role);
/// Title, else name: how a sentence names a person.
[[nodiscard]] QString titleOf(const Contact& contact);

} // namespace steward::health
