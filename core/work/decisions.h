// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"
#include "core/work/signal.h"

#include <functional>

namespace steward::work {

/// The signals of the account as they were on an earlier day, without decisions.
using SignalsOn = std::function<std::vector<Signal>(QDate)>;

/// Lets signals rest that a person has snoozed or dismissed, or whose play was run to its end (content 2.1): until the
/// day said, else through the cool-down of its kind. A kind without a cool-down rests for the day it was decided on.
/// What rests wakes early when its severity rises or its figure is worse by a quarter. facts: of the account, as of the
/// day.
void applyDecisions(std::vector<Signal>& all, const AccountFacts& facts, const content::Signals& signalRules, QDate day,
                    const SignalsOn& signalsOn);

/// A promise that was put off in Today to a later day and is not much later since then.
[[nodiscard]] bool isPutOff(const Task& promise, const AccountFacts& facts, const content::Signals& signalRules,
                            QDate day);

} // namespace steward::work
