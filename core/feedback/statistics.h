// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>

namespace steward::feedback {

struct Interval
{
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// 95 % interval of a share (Wilson 1927), as fractions; none without answers.
[[nodiscard]] std::optional<Interval> wilson(qint64 hits, qint64 all);

/// Two-sided p of a z value under the normal distribution.
[[nodiscard]] double twoSidedP(double z);

/// Under this many answers only the answers themselves are shown.
constexpr qint64 fewAnswers = 5;

/// 1.96: what 95 % of a normal distribution lie within, as the published tables use it.
constexpr double z95 = 1.96;

} // namespace steward::feedback
