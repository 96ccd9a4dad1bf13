// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward::query {

/// A person of the customer as a day sees them.
struct PersonSeen
{
    const Contact* contact = nullptr; ///< of the facts
    QStringList roles;                ///< ids, in force on the day; of one who left: held until then
    bool isPresent = true;
    bool isInContact = false; ///< two-way, an answer or a ticket in 90 days
    QDate lastSeen;           ///< newest two-way touch
    QDate met;                ///< first held conversation; invalid: never met
    std::vector<QDate> seen;  ///< two-way touches, oldest first

    [[nodiscard]] bool has(QStringView role) const { return roles.contains(role); }
};

/// Who leads comes first: sponsor, decision maker, executive, champion, then by influence; who left after a year is
/// left out, who left before stands where they stood. facts: as of the day.
[[nodiscard]] std::vector<PersonSeen> peopleSeen(const AccountFacts& facts, QDate day);

/// Who would still talk to us without this person: how many others of those in contact hold more than the role of a
/// user. none: nobody's loss would matter so, or nobody is in contact.
[[nodiscard]] const PersonSeen* onlyThread(const std::vector<PersonSeen>& people);

} // namespace steward::query
