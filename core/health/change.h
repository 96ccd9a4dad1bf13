// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/score.h"

namespace steward::health {

/// What one measure did to the score between two days.
struct Moved
{
    QString measure; ///< empty: the caps
    Fraction points; ///< its points after less its points before; 0 where it took no part
    Explanation before;
    Explanation after;
    friend bool operator==(const Moved&, const Moved&) = default;
};

/// "What moved it": every measure whose points differ, the largest move first; what the caps took or gave back is one
/// entry of its own. The points of all add up to `shown` exactly. A measure moves also when another one becomes
/// unknown, because its weight is shared over the rest.
struct ScoreChange
{
    QDate from;
    QDate to;
    Fraction shown; ///< score after caps, after less before
    std::vector<Moved> by;
    bool isOtherScorecard = false; ///< the account came under another scorecard in between
    friend bool operator==(const ScoreChange&, const ScoreChange&) = default;
};
/// none: on one of the days too little was known for a score.
[[nodiscard]] std::optional<ScoreChange> changeOf(const AccountScore& before, const AccountScore& after);

} // namespace steward::health
