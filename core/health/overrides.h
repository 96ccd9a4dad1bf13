// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/score.h"

#include <functional>

namespace steward::health {

/// The band set by a person that is in force on the day: the newest begun, not past its end (at most as many days as
/// the scorecards allow), and not ended early: it ends on the first day from its own on when the computed band was the
/// one it set or had gone beyond it. bandOn: the computed band of a day; empty: unknown.
[[nodiscard]] std::optional<OverrideStep> overrideOn(const AccountFacts& facts, QDate day,
                                                     const content::Scorecards& content,
                                                     const std::function<QString(QDate)>& bandOn);

} // namespace steward::health
