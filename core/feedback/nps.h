// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feedback/statistics.h"

namespace steward::feedback {

enum class NpsPart
{
    Detractor,
    Passive,
    Promoter
};

/// 9 and more promote, 7 and more are passive, 0 and more detract; half points fall where they are, so the parts always
/// add up. none: no answer on a scale of 0 to 10.
[[nodiscard]] std::optional<NpsPart> npsPartOf(double score);

struct NpsCount
{
    qint64 promoters = 0;
    qint64 passives = 0;
    qint64 detractors = 0;
    void add(NpsPart part);
    [[nodiscard]] qint64 total() const { return promoters + passives + detractors; }
    friend bool operator==(const NpsCount&, const NpsCount&) = default;
};

/// Share of promoters less share of detractors x 100, exact; none without answers, never 0 for them.
[[nodiscard]] std::optional<double> npsOf(const NpsCount& count);

/// Variance of one answer, taken as +1, 0, -1: p + d - (p - d)^2.
[[nodiscard]] double npsVariance(const NpsCount& count);

/// An NPS as a range. margin is before clamping to -100 .. 100.
struct NpsRange
{
    double point = 0;
    double margin = 0;
    Interval interval;
};
/// Method "nps.interval.adjusted_wald": three more answers, three quarters of one promoting and as much detracting
/// (Rocks 2016), then 1.96 standard errors. Right for small counts too. none without answers.
[[nodiscard]] std::optional<NpsRange> adjustedWald(const NpsCount& count);
/// Method "nps.interval.plain": 1.96 standard errors around the NPS; says 0 where all answer alike.
[[nodiscard]] std::optional<NpsRange> plainMargin(const NpsCount& count);

/// sqrt((N - n) / (N - 1)): by how much a margin shrinks when n of only N customers could answer. 1 where N is unknown
/// or not more than 1; 0 when all answered.
[[nodiscard]] double finitePopulationFactor(qint64 population, qint64 answers);

struct NpsChange
{
    double difference = 0;
    double z = 0;
    double p = 1;
    [[nodiscard]] bool isSignificant() const { return p < 0.05; }
};
/// none where a side has no answers or both have no variance.
[[nodiscard]] std::optional<NpsChange> npsChange(const NpsCount& before, const NpsCount& after);

} // namespace steward::feedback
