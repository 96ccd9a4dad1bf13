// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/use_view.h"

#include <algorithm>

/// Working days since somebody worked in it, to the day the usage data reach to; days of a quiet period do not count.
namespace steward::health::measures {

namespace {

enum Sentence
{
    Used,
    Today,
    Never
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SourceRead source = account.source(account.primary(), rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const QDate used = lastUsed(account, *account.primary());
    const int days = account.workingDays(used, source.end);
    trail.dataTo(source.end);
    trail.add(Entity::Metric, account.primary()->role->id.value());
    const auto& points = account.primary()->points;
    if (std::ranges::none_of(points, [](const auto& point) { return point.value > 0; }))
        trail.say(Never, used, double(days));
    else if (days == 0)
        trail.say(Today, used, 0.0);
    else
        trail.say(Used, used, double(days));
    return scored(rule.curve().at({days, 1}));
}

} // namespace

extern const MeasureKind last_use;
constexpr MeasureKind last_use{"last_use", "", "points", "", "used today never", "", &read};

} // namespace steward::health::measures
