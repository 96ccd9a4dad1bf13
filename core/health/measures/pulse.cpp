// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/voice_view.h"

/// The CSM's own rating; it expires.
namespace steward::health::measures {

namespace {

enum Sentence
{
    Rated,
    RatedBare
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const Pulse* pulse = freshPulse(account, rule.freshDays());
    if (!pulse) {
        const Pulse* expired = freshPulse(account, std::nullopt);
        if (expired)
            return unknown(trail, Gap::TooOld, DataKind::Pulse, expired->day);
        Reading never = unknown(trail, Gap::TooLittle, DataKind::Pulse);
        never.reason = "never_rated";
        return never;
    }
    trail.dataTo(pulse->day);
    trail.record(*pulse);
    if (trail.isWanted())
        trail.say(pulse->reasons.isEmpty() ? RatedBare : Rated, personName(account, pulse->by),
                  QString::number(*pulse->rating), pulse->day, pulse->reasons.join(QStringLiteral(", ")));
    return scored(rule.state(static_cast<int>(*pulse->rating) - 1));
}

} // namespace

extern const MeasureKind pulse;
constexpr MeasureKind pulse{"pulse", "", "", "1 2 3 4 5 6", "rated rated_bare", "", &read};

} // namespace steward::health::measures
