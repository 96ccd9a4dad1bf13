// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <span>
#include <vector>

namespace steward::revenue {

/// Something due and how likely it is to be renewed. Amounts in minor units of one currency.
struct Chance
{
    qint64 amount = 0;
    double probability = 0; ///< 0 to 1; outside is taken as the nearer end
};

/// Sum of amount x probability. The spread takes the outcomes as independent and nearly normal: low and high hold 8 of
/// 10 outcomes, never under 0 or over what is due.
struct Forecast
{
    qint64 due = 0;
    qint64 expected = 0;
    std::optional<double> rate; ///< expected / due; none when nothing is due
    qint64 deviation = 0;       ///< one standard deviation
    qint64 low = 0;
    qint64 high = 0;
};
[[nodiscard]] Forecast forecast(std::span<const Chance> chances);

/// What came up and what was renewed of it. More than came up is growth, not renewal.
struct Outcome
{
    qint64 due = 0;
    qint64 renewed = 0;
};
struct RenewalRate
{
    qint64 due = 0;
    qint64 renewed = 0; ///< at most what was due, item by item
    qint64 growth = 0;
    std::optional<double> rate; ///< none when nothing was due
};
[[nodiscard]] RenewalRate renewalRate(std::span<const Outcome> outcomes);

} // namespace steward::revenue
