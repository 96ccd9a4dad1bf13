// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/forecast.h"

#include <algorithm>
#include <cmath>

namespace steward::revenue {

Forecast forecast(std::span<const Chance> chances)
{
    // 10th and 90th percentile of a normal distribution.
    constexpr double eightOfTen = 1.2815515655446004;
    double expected = 0;
    double variance = 0;
    Forecast result;
    for (const Chance& chance : chances) {
        const double amount = static_cast<double>(chance.amount);
        const double p = std::clamp(chance.probability, 0.0, 1.0);
        result.due += chance.amount;
        expected += amount * p;
        variance += amount * amount * p * (1 - p);
    }
    const double due = static_cast<double>(result.due);
    const double deviation = std::sqrt(variance);
    result.expected = std::llround(expected);
    result.deviation = std::llround(deviation);
    result.low = std::llround(std::clamp(expected - eightOfTen * deviation, 0.0, std::max(due, 0.0)));
    result.high = std::llround(std::clamp(expected + eightOfTen * deviation, 0.0, std::max(due, 0.0)));
    if (result.due > 0)
        result.rate = expected / due;
    return result;
}

RenewalRate renewalRate(std::span<const Outcome> outcomes)
{
    RenewalRate result;
    for (const Outcome& outcome : outcomes) {
        const qint64 kept = std::min(outcome.renewed, outcome.due);
        result.due += outcome.due;
        result.renewed += kept;
        result.growth += outcome.renewed - kept;
    }
    if (result.due > 0)
        result.rate = static_cast<double>(result.renewed) / static_cast<double>(result.due);
    return result;
}

} // namespace steward::revenue
