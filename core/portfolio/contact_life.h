// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

/// Who of the customer is there and in contact (content 0). Facts are as of the day.
namespace steward {

/// What the record says; where it says nothing, what was only planned did not.
[[nodiscard]] inline bool tookPlace(const Touch& touch)
{
    return touch.tookPlace.value_or(!touch.planned.value_or(false));
}
/// A meeting, call, video or training that took place, or a written message in which the customer had a part. What only
/// we sent, a note or a bounced mail is not one. A touch of the past counts as having taken place unless it says
/// otherwise or was only planned.
[[nodiscard]] bool isTwoWay(const Touch& touch);
/// The kinds in which people meet: meeting, call, video, training.
[[nodiscard]] bool isHeldKind(QStringView touchKind);

/// Joined by then (or unknown) and not left.
[[nodiscard]] bool isPresent(const Contact& contact, QDate day);

/// Day of the newest two-way touch that lists the contact; invalid where there is none.
[[nodiscard]] QDate seenOn(const AccountFacts& facts, ContactId contact);
/// Day of the first two-way meeting, call or video with the contact, or what the record says; invalid: never met.
[[nodiscard]] QDate metOn(const AccountFacts& facts, const Contact& contact);
/// Day of the newest two-way touch of the account.
[[nodiscard]] QDate lastTwoWay(const AccountFacts& facts);

constexpr int engagedDays = 90;
/// Contacts present that in the so many days up to and with the day had a two-way touch, answered a survey or opened a
/// ticket; ascending by id.
[[nodiscard]] std::vector<ContactId> engagedContacts(const AccountFacts& facts, QDate day, int days = engagedDays);

} // namespace steward
