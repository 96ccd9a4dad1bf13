// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journey/time_to_value.h"

#include <array>

namespace steward::journey {

/// The first day by which that share of the customers had their value, waiting ones counted as waiting; none: not
/// reached. 0.5 is the median.
[[nodiscard]] std::optional<qint64> daysUntil(const std::vector<SurvivalStep>& steps, double share);

/// How customers came to their value, and the days by which a quarter, half and three quarters of them had it.
struct ValueQuartiles
{
    std::vector<SurvivalStep> steps;
    std::array<std::optional<qint64>, 3> days; ///< none: not so many have it
    qint64 came = 0;
    qint64 waiting = 0;
    /// Fewer than that many values say nothing of quarters.
    static constexpr qint64 least = 8;
    friend bool operator==(const ValueQuartiles&, const ValueQuartiles&) = default;
};
[[nodiscard]] ValueQuartiles quartilesOf(const TimeToValue& all);

/// One customer beside all of the book.
struct ValuePace
{
    qint64 days = 0; ///< until the value came, or waited so far
    bool came = false;
    /// 1: the fastest, to 4; who came on the same day share their place; of one who waits the best it can still be; 0:
    /// too few values to say.
    int quarter = 0;
    ValueQuartiles all;
    friend bool operator==(const ValuePace&, const ValuePace&) = default;
};
/// none: it has no start, had its value before it, or left without it.
[[nodiscard]] std::optional<ValuePace> valuePace(const AccountFacts& facts, const BookFacts& book,
                                                 const ValueQuartiles& all, QDate day);

} // namespace steward::journey
