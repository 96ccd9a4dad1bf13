// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/qbr/recap.h"

/// What is written into the book once a review was held. Each is one edit, undone as one.
namespace steward::qbr {

struct HeldMeeting
{
    Instant start;
    Instant end;
    std::vector<ContactId> attendees;
    friend bool operator==(const HeldMeeting&, const HeldMeeting&) = default;
};

/// What is made is called so.
struct MeetingWords
{
    QString recap;        ///< names the task
    QString conversation; ///< its subject
};

/// The review of the quarter is held: its record has the meeting (one is made where there is none), and a task says
/// until when its recap is owed, 24 hours after the end; it is a conversation with those who were there, like any
/// other. Saying it again moves them all.
[[nodiscard]] Status recordMeeting(book::Edit& edit, const AccountFacts& facts, const BookFacts& book,
                                   const Period& quarter, const HeldMeeting& meeting, const MeetingWords& words);

/// The recap went out when the edit is made; its task is done.
[[nodiscard]] Status recordRecap(book::Edit& edit, const AccountFacts& facts, qint64 review);

/// What is agreed and not yet in the book: a task for each open action, a planned conversation for each check-in; and
/// those in the book whose action or meeting has changed since, as they then are.
struct FollowUps
{
    std::vector<Task> tasks; ///< ours are promises; where the customer has the move, they wait for them
    std::vector<Touch> checkIns;
    [[nodiscard]] bool isEmpty() const { return tasks.empty() && checkIns.empty(); }
};
/// checkInSubject names the conversations.
[[nodiscard]] FollowUps followUpsOf(const AccountFacts& facts, const BookFacts& book, const Recap& recap,
                                    const QString& checkInSubject);
[[nodiscard]] Status save(book::Edit& edit, FollowUps followUps);

} // namespace steward::qbr
