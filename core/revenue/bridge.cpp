// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/bridge.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace steward::revenue {

namespace {

std::optional<double> share(Mrr part, Mrr whole)
{
    if (whole <= Mrr())
        return std::nullopt;
    return static_cast<double>(part.units()) / static_cast<double>(whole.units());
}

} // namespace

Bridge& Bridge::operator+=(const Bridge& other)
{
    start += other.start;
    added += other.added;
    expansion += other.expansion;
    contraction += other.contraction;
    churn += other.churn;
    reactivation += other.reactivation;
    fx += other.fx;
    end += other.end;
    return *this;
}

RoundedBridge rounded(const Bridge& bridge)
{
    RoundedBridge shown{bridge.start.toMinor(),       bridge.added.toMinor(), bridge.expansion.toMinor(),
                        bridge.contraction.toMinor(), bridge.churn.toMinor(), bridge.reactivation.toMinor(),
                        bridge.fx.toMinor(),          bridge.end.toMinor()};
    struct Part
    {
        Mrr exact;
        qint64* shown;
        int sign;
    };
    const std::array parts{Part{bridge.added, &shown.added, 1},
                           Part{bridge.expansion, &shown.expansion, 1},
                           Part{bridge.contraction, &shown.contraction, -1},
                           Part{bridge.churn, &shown.churn, -1},
                           Part{bridge.reactivation, &shown.reactivation, 1},
                           Part{bridge.fx, &shown.fx, 1}};
    qint64 left = shown.end - shown.start;
    const Part* largest = &parts[0];
    for (const Part& part : parts) {
        left -= part.sign * *part.shown;
        if (std::abs(part.exact.units()) > std::abs(largest->exact.units()))
            largest = &part;
    }
    *largest->shown += largest->sign * left;
    return shown;
}

Rates ratesOf(const Bridge& bridge)
{
    const Mrr base = bridge.start + bridge.fx;
    const Mrr lost = bridge.churn + bridge.contraction;
    return {share(lost, base),
            share(lost - bridge.expansion - bridge.reactivation, base),
            share(base - lost, base),
            share(base - lost + bridge.expansion, base),
            share(base - lost + bridge.expansion + bridge.reactivation, base),
            share(bridge.expansion, base)};
}

std::optional<double> logoChurnRate(qint64 atStart, qint64 lost)
{
    if (atStart <= 0)
        return std::nullopt;
    return static_cast<double>(lost) / static_cast<double>(atStart);
}

double yearlyFromMonthly(double monthlyRate) { return 1 - std::pow(1 - monthlyRate, 12); }

std::optional<double> levelChurnRate(Mrr earlier, Mrr later, Mrr added)
{
    const auto kept = share(later - added, earlier);
    return kept ? std::optional(1 - *kept) : std::nullopt;
}

} // namespace steward::revenue
