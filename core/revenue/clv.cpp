// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/clv.h"

#include <cmath>

namespace steward::revenue {

namespace {

constexpr qint64 fewLosses = 10;

std::optional<Money> scaled(Money money, double factor)
{
    const double minor = static_cast<double>(money.minor) * factor;
    if (!(std::abs(minor) < 9e15))
        return std::nullopt;
    return Money{std::llround(minor), money.currency};
}

} // namespace

Figure<Money> clv(const ClvInput& input)
{
    Figure<Money> figure;
    figure.method = Code("clv.churn");
    const bool usable = input.monthlyChurn >= 0 && input.monthlyChurn <= 1 && input.grossMargin >= 0 &&
                        input.grossMargin <= 1 && input.limitMonths > 0;
    if (!usable) {
        figure.evidence.push_back({{Code("clv.undefined"), {input.monthlyChurn, input.grossMargin}}, {}, {}});
        return figure;
    }
    if (input.monthlyChurn == 0) {
        figure.method = Code("clv.at-least");
        figure.value = scaled(input.mrrPerAccount, static_cast<double>(input.limitMonths) * input.grossMargin);
        figure.evidence.push_back({{Code("clv.no-churn"), {input.limitMonths}}, {}, {}});
        return figure;
    }
    if (input.losses < fewLosses)
        figure.method = Code("clv.churn.rough");
    figure.value = scaled(input.mrrPerAccount, input.grossMargin / input.monthlyChurn);
    figure.evidence.push_back(
        {{Code("clv.from"), {input.mrrPerAccount, input.grossMargin, input.monthlyChurn}}, {}, {}});
    return figure;
}

} // namespace steward::revenue
