// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/change.h"

#include <algorithm>

namespace steward::health {

namespace {

Fraction pointsOf(const AccountScore& score, const Contribution* contribution)
{
    return contribution ? Fraction(contribution->parts(), score.denominator()) : Fraction();
}

Fraction absolute(Fraction value) { return value < Fraction() ? Fraction() - value : value; }

} // namespace

std::optional<ScoreChange> changeOf(const AccountScore& before, const AccountScore& after)
{
    if (!before.shown || !after.shown)
        return std::nullopt;
    ScoreChange change{before.day, after.day, *after.shown - *before.shown, {}, before.scorecard != after.scorecard};
    const auto add = [&](const QString& measure) {
        const Contribution* then = before.find(measure);
        const Contribution* now = after.find(measure);
        const Fraction points = pointsOf(after, now) - pointsOf(before, then);
        if (points != Fraction())
            change.by.push_back({measure, points, then ? then->why : Explanation(), now ? now->why : Explanation()});
    };
    for (const Contribution& each : after.contributions)
        add(each.measure);
    for (const Contribution& each : before.contributions)
        if (!after.find(each.measure))
            add(each.measure);
    const Fraction caps = (*after.shown - *after.computed) - (*before.shown - *before.computed);
    if (caps != Fraction()) {
        const auto lowest = [](const AccountScore& score) {
            return score.caps.empty() ? Explanation() : score.caps.back().why;
        };
        change.by.push_back({QString(), caps, lowest(before), lowest(after)});
    }
    std::stable_sort(change.by.begin(), change.by.end(),
                     [](const Moved& a, const Moved& b) { return absolute(a.points) > absolute(b.points); });
    return change;
}

} // namespace steward::health
