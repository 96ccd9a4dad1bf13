// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journey/stages.h"

namespace steward::journey {

/// One milestone of an account: planned, reached, and who said so.
struct MilestoneState
{
    QString kind; ///< id of the list of milestones
    QDate planned;
    QDate reached; ///< invalid: not reached
    QString by;    ///< "fact", "contact", "source", "person"; empty: not reached
    ContactId saidBy;
    QString saidSource;
    bool required = false;
    RecordRef record; ///< id 0: known from usage alone
    /// How many days it is behind its planned date; none: reached, not planned, or not due.
    [[nodiscard]] std::optional<qint64> daysBehind(QDate day) const
    {
        if (reached.isValid() || !planned.isValid() || planned >= day)
            return std::nullopt;
        return planned.daysTo(day);
    }
};

/// The milestones of the account by planned, then reached date; first_action from usage where nobody entered it: the
/// first day above 0 since the account's start.
[[nodiscard]] std::vector<MilestoneState> milestones(const AccountFacts& facts, const BookFacts& book, QDate day);

/// The goal that a milestone "goal_met" tells of: the one met on its day; nullptr: none, or one of several.
[[nodiscard]] const Goal* goalMet(const AccountFacts& facts, const MilestoneState& milestone);

/// The earliest planned one that is not reached: where the account stands still. Empty: none.
[[nodiscard]] QString stuckAt(const std::vector<MilestoneState>& list, QDate day);

/// The first day on which the milestone was reached, up to and with the day; invalid: not reached.
[[nodiscard]] QDate reachedOn(const AccountFacts& facts, QStringView kind, QDate day);

/// First day of use above 0 on or after the account's start; invalid: none.
[[nodiscard]] QDate firstAction(const AccountFacts& facts, const BookFacts& book, QDate day);

} // namespace steward::journey
