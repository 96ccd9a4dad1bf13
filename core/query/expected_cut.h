// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/content/signal.h"
#include "core/health/score.h"

namespace steward::query {

/// What a renewal may lose although the customer stays: seats that nobody uses.
struct ExpectedCut
{
    qint64 unused = 0; ///< seats
    qint64 bought = 0;
    Money amount; ///< of the renewal, for the unused ones
    friend bool operator==(const ExpectedCut&, const ExpectedCut&) = default;
};
/// none: so many are used that nobody asks to cut (numbers of the signal licence.low). score: with evidence.
[[nodiscard]] std::optional<ExpectedCut> expectedCut(const health::AccountScore& score, const Money& renewal,
                                                     const content::Signals& signalRules);

} // namespace steward::query
