// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/pulse.h"

#include <algorithm>

namespace steward::health {

namespace {

int rankOf(const content::Scorecards& content, const QString& band)
{
    return static_cast<int>(std::ranges::find(content.bands, band, &content::Band::id) - content.bands.begin());
}

} // namespace

std::vector<RatedPulse> pulsesOf(const Scorer& scorer, AccountId account, QDate day)
{
    const AccountFacts* facts = scorer.portfolio().find(account);
    const Model& model = scorer.model();
    const auto measure =
        std::ranges::find(model.content().measures, QStringLiteral("pulse"), &content::Measure::evidence);
    std::vector<RatedPulse> rated;
    if (!facts || measure == model.content().measures.end())
        return rated;
    const AccountFacts then = asOf(*facts, day, LookBack::AsItHappened, scorer.portfolio().book().zone);
    for (const Pulse& each : then.of<Pulse>()) {
        const auto points = each.rating ? measure->states.find(QString::number(*each.rating)) : measure->states.end();
        if (!each.day.isValid() || points == measure->states.end())
            continue;
        RatedPulse& pulse = rated.emplace_back();
        pulse.record = each.id;
        pulse.day = each.day;
        pulse.expires = measure->freshDays ? each.day.addDays(*measure->freshDays) : QDate();
        pulse.rating = static_cast<int>(*each.rating);
        pulse.reasons = each.reasons;
        pulse.note = each.note;
        pulse.by = each.by;
        pulse.band = model.bandOf(points->second, 1).id;
        if (const auto score = scorer.score(account, each.day, Detail::Numbers)) {
            pulse.score = score->shown;
            pulse.scoreBand = score->computedBand;
        }
        if (!pulse.scoreBand.isEmpty())
            pulse.disagreement = rankOf(model.content(), pulse.scoreBand) - rankOf(model.content(), pulse.band);
    }
    return rated;
}

} // namespace steward::health
