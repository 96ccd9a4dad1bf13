// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// One change of an account's lifecycle stage: a stage move, or a change of the field that no move tells.
struct StageStep
{
    QDate day;
    Instant recorded;
    qint64 move = 0; ///< id of the stage move; 0: the field changed
    QString from;    ///< empty: not told
    QString to;
    friend bool operator==(const StageStep&, const StageStep&) = default;
};

/// All that are known, by day. Of several moves on one day each begins where the last one ended, in whatever order they
/// were written down; a change of the field counts where it tells another stage than the steps up to its day, and no
/// move tells of that day.
[[nodiscard]] std::vector<StageStep> stageSteps(const AccountFacts& facts);

/// The lifecycle stage on a day: what the last step led to; before the first one where that began, else the first stage
/// known.
[[nodiscard]] QString stageOn(const AccountFacts& facts, QDate day);

} // namespace steward
