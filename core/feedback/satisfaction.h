// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feedback/statistics.h"

#include <QDate>
#include <span>

namespace steward::feedback {

/// The lowest satisfied answer on a scale up to 5 (4) or up to 10 (9); none: a scale CSAT is not defined on.
[[nodiscard]] std::optional<double> satisfiedFrom(qint64 scaleHigh);
/// none: no answer of that scale. scaleLow is 1 where the source names none.
[[nodiscard]] std::optional<bool> isSatisfied(double score, qint64 scaleLow, qint64 scaleHigh);

struct CsatCount
{
    qint64 satisfied = 0;
    qint64 all = 0;
    friend bool operator==(const CsatCount&, const CsatCount&) = default;
};
/// Percent; none without answers.
[[nodiscard]] std::optional<double> csatOf(const CsatCount& count);
/// In percent, by Wilson.
[[nodiscard]] std::optional<Interval> csatInterval(const CsatCount& count);

enum class CesMethod
{
    Mean7,  ///< "ces.mean7": mean of 1 to 7; answers over 12 months older than the newest are left out
    Agree7, ///< "ces.agree7": share of answers of 5 or more of 7
    Agree5  ///< "ces.agree5": share of answers of 4 or more of 5
};

struct CesAnswer
{
    double score = 0;
    QDate day; ///< may be unknown
};
/// How many counted, and the figure: 1 to 7 for the mean, percent for a share; none without answers. Answers off the
/// method's scale do not count.
struct Ces
{
    qint64 counted = 0;
    std::optional<double> value;
};
[[nodiscard]] Ces cesOf(std::span<const CesAnswer> answers, CesMethod method);

} // namespace steward::feedback
