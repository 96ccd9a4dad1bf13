// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qbr/follow_up.h"
#include "ui/qbr/reviews_presenter.h"

namespace steward::reviews {

/// What is done once the review chosen was held: the meeting on record, its recap, tasks and check-ins. Every step is
/// one edit. Holds nothing of its own.
class AfterMeeting
{
public:
    explicit AfterMeeting(ReviewsPresenter& presenter)
        : m_presenter(presenter)
    {
    }
    /// Planned or held; none: no record has one.
    [[nodiscard]] std::optional<qbr::HeldMeeting> meeting() const;
    [[nodiscard]] bool isHeld() const;
    struct Guest
    {
        ContactId contact;
        QString name;
        QString position;
    };
    /// Who may have been there: the contacts of the account who have not left.
    [[nodiscard]] std::vector<Guest> guests() const;
    /// As people write them: "25 Sep 2026", "16:00", "17:00"; an end before the start is on the next day. None: it is
    /// no moment.
    [[nodiscard]] std::optional<qbr::HeldMeeting> meetingFrom(const QString& day, const QString& from,
                                                              const QString& to) const;
    [[nodiscard]] bool isAhead(const qbr::HeldMeeting& meeting) const;
    /// The three texts of a meeting.
    [[nodiscard]] std::array<QString, 3> textsOf(const qbr::HeldMeeting& meeting) const;

    /// Of a review that was held.
    [[nodiscard]] std::optional<qbr::Recap> recap() const;
    struct Due
    {
        QString text; ///< "due Sat 26 Sep 2026, 17:00"
        bool isLate = false;
        bool isSent = false;
    };
    [[nodiscard]] Due dueOf(const qbr::Recap& recap) const;
    /// What is agreed and not in the book yet.
    [[nodiscard]] qbr::FollowUps followUps() const;

    void record(const qbr::HeldMeeting& meeting);
    void recordRecap();
    void makeFollowUps();

private:
    [[nodiscard]] const QTimeZone& zone() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] QString checkInSubject() const;

    ReviewsPresenter& m_presenter;
};

} // namespace steward::reviews
