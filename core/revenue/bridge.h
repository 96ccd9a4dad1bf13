// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

namespace steward::revenue {

/// How MRR got from one month end to the next, exact. Every part is 0 or more but fx, which has a sign:
/// start + added + expansion + reactivation - contraction - churn + fx = end, always.
struct Bridge
{
    Mrr start;
    Mrr added; ///< new customers
    Mrr expansion;
    Mrr contraction;
    Mrr churn;
    Mrr reactivation;
    Mrr fx; ///< what the start is worth more at this month's rates than at last month's
    Mrr end;

    Bridge& operator+=(const Bridge& other);
    [[nodiscard]] bool addsUp() const
    {
        return start + added + expansion + reactivation + fx - contraction - churn == end;
    }
    friend bool operator==(const Bridge&, const Bridge&) = default;
};

/// The same in minor units for showing. start and end are rounded half up, so one month's end is the next one's
/// start; what rounding leaves over goes to the largest part, so the identity holds to the last unit.
struct RoundedBridge
{
    qint64 start = 0, added = 0, expansion = 0, contraction = 0, churn = 0, reactivation = 0, fx = 0, end = 0;
    friend bool operator==(const RoundedBridge&, const RoundedBridge&) = default;
};
[[nodiscard]] RoundedBridge rounded(const Bridge& bridge);

/// Rates as fractions; none where there was no MRR (no customer) at the start. The base is the start at this month's
/// exchange rates (start + fx): a change of rate is neither loss nor growth.
struct Rates
{
    std::optional<double> grossChurn; ///< (churn + contraction) / start
    std::optional<double> netChurn;   ///< (churn + contraction - expansion - reactivation) / start; below 0: growth
    std::optional<double> grr;        ///< sum of the smaller of MRR then and now, by account / start; never over 1
    std::optional<double> nrr;        ///< MRR now of those held at the start / start: without reactivation
    std::optional<double> nrrWithReactivation;
    std::optional<double> expansion;
    friend bool operator==(const Rates&, const Rates&) = default;
};
[[nodiscard]] Rates ratesOf(const Bridge& bridge);

/// Lost / held at the start; none when nobody was held. Retention rate is 1 less this.
[[nodiscard]] std::optional<double> logoChurnRate(qint64 atStart, qint64 lost);

/// 1 - (1 - monthly)^12: 3 % a month is 30.6 % a year, not 36 %.
[[nodiscard]] double yearlyFromMonthly(double monthlyRate);

/// 1 - (later - added) / earlier, from two levels alone (as Shopify does daily); negative when what was there grew.
[[nodiscard]] std::optional<double> levelChurnRate(Mrr earlier, Mrr later, Mrr added);

} // namespace steward::revenue
