// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/statistics.h"

#include <algorithm>
#include <cmath>

namespace steward::feedback {

std::optional<Interval> wilson(qint64 hits, qint64 all)
{
    if (all <= 0 || hits < 0 || hits > all)
        return std::nullopt;
    const double n = static_cast<double>(all);
    const double share = static_cast<double>(hits) / n;
    const double z2 = z95 * z95;
    const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return Interval{std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double twoSidedP(double z) { return std::erfc(std::abs(z) / std::sqrt(2.0)); }

} // namespace steward::feedback
