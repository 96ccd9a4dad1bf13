// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/roll_up.h"

#include <algorithm>

namespace steward::health {

Known knownOf(int knownWeight, int applicableWeight, const content::Scorecards& content)
{
    const qint64 known = qint64(knownWeight) * 100;
    if (knownWeight == 0 || known < qint64(content.unknownBelow) * applicableWeight)
        return Known::No;
    return known < qint64(content.partlyBelow) * applicableWeight ? Known::Partly : Known::Well;
}

void rollUp(AccountScore& score, std::vector<MatchedCap> caps, const Model& model)
{
    score.knownWeight = 0;
    score.applicableWeight = 0;
    qint64 parts = 0;
    for (const Contribution& each : score.contributions) {
        score.applicableWeight += each.state == State::NotApplicable ? 0 : each.weight;
        score.knownWeight += each.takesPart() ? each.weight : 0;
        parts += each.parts();
    }
    score.known = knownOf(score.knownWeight, score.applicableWeight, model.content());
    score.computed.reset();
    if (score.known != Known::No)
        score.computed = Fraction(parts, score.denominator());
    score.shown = score.computed;
    std::stable_sort(caps.begin(), caps.end(),
                     [](const MatchedCap& a, const MatchedCap& b) { return a.notAbove > b.notAbove; });
    score.caps.clear();
    for (MatchedCap& each : caps) {
        CapStep step{each.cap, each.notAbove, {}, {}, std::move(each.why)};
        if (score.shown) {
            step.before = *score.shown;
            step.after = std::min(step.before, Fraction::whole(each.notAbove));
            score.shown = step.after;
        }
        score.caps.push_back(std::move(step));
    }
    score.computedBand =
        score.shown ? model.bandOf(score.shown->numerator(), score.shown->denominator()).id : QString();
    score.band = score.override ? score.override->band : score.computedBand;
}

std::vector<qint64> roundedPoints(const AccountScore& score, int digits)
{
    std::vector<qint64> points(score.contributions.size(), 0);
    if (!score.computed)
        return points;
    qint64 left = score.computed->rounded(digits);
    std::size_t largest = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = Fraction(score.contributions[i].parts(), score.denominator()).rounded(digits);
        left -= points[i];
        largest = points[i] > points[largest] ? i : largest;
    }
    points[largest] += left;
    return points;
}

Fraction AccountScore::coverage() const
{
    return applicableWeight > 0 ? Fraction(qint64(knownWeight) * 100, applicableWeight) : Fraction();
}

const Contribution* AccountScore::find(QStringView measure) const
{
    const auto found = std::find_if(contributions.begin(), contributions.end(),
                                    [measure](const Contribution& each) { return each.measure == measure; });
    return found == contributions.end() ? nullptr : &*found;
}

} // namespace steward::health
