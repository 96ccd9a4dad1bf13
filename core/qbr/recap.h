// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qbr/pack.h"

/// What follows a review within a day: the message with what was agreed, and a check-in with each key stakeholder.
namespace steward::qbr {

struct Guest
{
    ContactId contact;
    QString name;
    QString email; ///< may be unknown
    bool wasThere = false;
};

struct CheckIn
{
    ContactId contact;
    QString name;
    QString email;
    QString channel; ///< id of the word list "channel"; empty: they have not said
    Instant start;
    Instant end;
};

struct Recap
{
    qint64 review = 0; ///< id of its record
    AccountId account;
    QString accountName;
    QString vendor;
    Quarter quarter;
    Instant start;
    Instant end;
    Instant due;                 ///< 24 hours after the end, whatever day and whatever the clocks do meanwhile
    std::optional<Instant> sent; ///< by the book
    PersonId csmId;
    QString csm;
    QString csmEmail;
    std::vector<Guest> guests;       ///< who was there, then sponsors, champions and deciders who were not
    std::optional<GoalLine> goal;    ///< the most important one; its figure only as it was known when the recap was due
    std::vector<ActionLine> actions; ///< of this review, not done yet
    std::vector<ActionLine> carried; ///< what the review before left open, where this one has no actions of its own
    std::vector<CheckIn> checkIns;   ///< one a sponsor, champion and decider, by time
    [[nodiscard]] bool isLate(Instant now) const { return !sent && due < now; }
};

/// Of the review's record in the quarter; none where it has no meeting. Who left or wants no contact is left out.
/// Check-ins lie two weeks after the meeting at its time of day in the book's zone, on working days, half an hour each,
/// four a day; those that are past on the day of the pack are left out.
[[nodiscard]] std::optional<Recap> recapOf(const Portfolio& portfolio, const Pack& pack);

} // namespace steward::qbr
