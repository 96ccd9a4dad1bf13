// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/score.h"

namespace steward::health {

/// A rating of the CSM beside the score of its day. The rating is a fact and the score of a past day can be had again,
/// so that a disagreement stays to be seen after both have moved on.
struct RatedPulse
{
    qint64 record = 0;
    QDate day;
    QDate expires;       ///< last day it counts
    int rating = 0;      ///< 1 to 6
    QStringList reasons; ///< ids of the list pulse_reason
    QString note;
    PersonId by;
    QString band;                  ///< of the points the rating stands for
    QString scoreBand;             ///< computed on that day; empty: unknown
    std::optional<Fraction> score; ///< after caps, on that day
    /// Bands by which the CSM sees it better (above 0) or worse than the score; 0: they agree, or there was no score.
    int disagreement = 0;
    friend bool operator==(const RatedPulse&, const RatedPulse&) = default;
};

/// Every rating of the account up to and with the day, oldest first.
[[nodiscard]] std::vector<RatedPulse> pulsesOf(const Scorer& scorer, AccountId account, QDate day);

} // namespace steward::health
