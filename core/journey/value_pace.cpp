// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/value_pace.h"

#include "core/portfolio/standing.h"

#include <algorithm>

namespace steward::journey {

namespace {

double shareWaiting(const std::vector<SurvivalStep>& steps, qint64 day)
{
    double share = 1;
    for (const SurvivalStep& each : steps)
        if (each.days <= day)
            share = each.share;
    return share;
}

} // namespace

std::optional<qint64> daysUntil(const std::vector<SurvivalStep>& steps, double share)
{
    constexpr double slack = 1e-12;
    const auto found =
        std::ranges::find_if(steps, [&](const SurvivalStep& each) { return each.share <= 1 - share + slack; });
    return found == steps.end() ? std::nullopt : std::optional(found->days);
}

ValueQuartiles quartilesOf(const TimeToValue& all)
{
    ValueQuartiles quartiles{all.steps, {}, all.came, all.waiting};
    for (std::size_t i = 0; i < quartiles.days.size(); ++i)
        quartiles.days[i] = daysUntil(all.steps, 0.25 * double(i + 1));
    return quartiles;
}

std::optional<ValuePace> valuePace(const AccountFacts& facts, const BookFacts& book, const ValueQuartiles& all,
                                   QDate day)
{
    const QDate start = accountStart(facts, book);
    if (!start.isValid() || start > day)
        return std::nullopt;
    const QDate value = reachedOn(facts, u"first_value", day);
    const bool isGone = standingOn(facts, book, day) == AccountStanding::Former;
    if ((value.isValid() && value < start) || (!value.isValid() && isGone))
        return std::nullopt;
    ValuePace pace{start.daysTo(value.isValid() ? value : day), value.isValid(), 0, all};
    if (all.came < ValueQuartiles::least)
        return pace;
    const double until = shareWaiting(all.steps, pace.days);
    const double before = pace.came ? shareWaiting(all.steps, pace.days - 1) : until;
    constexpr int quarters = 4;
    pace.quarter = std::min(quarters, 1 + static_cast<int>((1 - (before + until) / 2) * quarters));
    return pace;
}

} // namespace steward::journey
