// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/nps.h"

#include <algorithm>
#include <cmath>

namespace steward::feedback {

namespace {

double varianceOf(double promoters, double detractors)
{
    const double difference = promoters - detractors;
    return promoters + detractors - difference * difference;
}

NpsRange rangeOf(double promoters, double detractors, double answers)
{
    const double p = promoters / answers;
    const double d = detractors / answers;
    NpsRange range;
    range.point = 100 * (p - d);
    range.margin = 100 * z95 * std::sqrt(std::max(0.0, varianceOf(p, d)) / answers);
    range.interval = {std::max(-100.0, range.point - range.margin), std::min(100.0, range.point + range.margin)};
    return range;
}

} // namespace

std::optional<NpsPart> npsPartOf(double score)
{
    if (!(score >= 0 && score <= 10))
        return std::nullopt;
    if (score >= 9)
        return NpsPart::Promoter;
    return score >= 7 ? NpsPart::Passive : NpsPart::Detractor;
}

void NpsCount::add(NpsPart part)
{
    promoters += part == NpsPart::Promoter ? 1 : 0;
    passives += part == NpsPart::Passive ? 1 : 0;
    detractors += part == NpsPart::Detractor ? 1 : 0;
}

std::optional<double> npsOf(const NpsCount& count)
{
    if (count.total() == 0)
        return std::nullopt;
    return 100.0 * static_cast<double>(count.promoters - count.detractors) / static_cast<double>(count.total());
}

double npsVariance(const NpsCount& count)
{
    if (count.total() == 0)
        return 0;
    const double n = static_cast<double>(count.total());
    return varianceOf(static_cast<double>(count.promoters) / n, static_cast<double>(count.detractors) / n);
}

std::optional<NpsRange> adjustedWald(const NpsCount& count)
{
    if (count.total() == 0)
        return std::nullopt;
    return rangeOf(static_cast<double>(count.promoters) + 0.75, static_cast<double>(count.detractors) + 0.75,
                   static_cast<double>(count.total()) + 3);
}

std::optional<NpsRange> plainMargin(const NpsCount& count)
{
    if (count.total() == 0)
        return std::nullopt;
    return rangeOf(static_cast<double>(count.promoters), static_cast<double>(count.detractors),
                   static_cast<double>(count.total()));
}

double finitePopulationFactor(qint64 population, qint64 answers)
{
    if (population <= 1)
        return 1;
    const double left = static_cast<double>(std::max<qint64>(0, population - answers));
    return std::sqrt(left / static_cast<double>(population - 1));
}

std::optional<NpsChange> npsChange(const NpsCount& before, const NpsCount& after)
{
    const auto from = npsOf(before);
    const auto to = npsOf(after);
    if (!from || !to)
        return std::nullopt;
    const double variance = npsVariance(before) / static_cast<double>(before.total()) +
                            npsVariance(after) / static_cast<double>(after.total());
    if (variance <= 0)
        return std::nullopt;
    const double z = (*to - *from) / (100 * std::sqrt(variance));
    return NpsChange{*to - *from, z, twoSidedP(z)};
}

} // namespace steward::feedback
