// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"

namespace steward::revenue {

/// What a customer is worth over its life: MRR per account x gross margin / monthly logo churn.
struct ClvInput
{
    Money mrrPerAccount;
    double grossMargin = 1;  ///< fraction, 0 to 1
    double monthlyChurn = 0; ///< logo churn per month, fraction, the same period unit as the MRR
    qint64 losses = 0;       ///< accounts lost behind that churn; under 10 the value is "rough"
    qint64 limitMonths = 60; ///< how long a customer is counted at most
};

/// Methods: "clv.churn"; "clv.churn.rough" (fewer than 10 losses); "clv.at-least" (no loss in the period: the limit's
/// months, a lower bound). No value where churn is negative (that would be net churn) or over 1, or the margin is
/// outside 0 to 1.
[[nodiscard]] Figure<Money> clv(const ClvInput& input);

} // namespace steward::revenue
