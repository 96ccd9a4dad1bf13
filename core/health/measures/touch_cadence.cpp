// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"
#include "core/portfolio/contact_life.h"

/// Days since the last two-way conversation, against the planned rhythm. None so far: since the start.
namespace steward::health::measures {

namespace {

enum Sentence
{
    Last,
    Never
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const auto cadence = account.cadence();
    if (!cadence || *cadence <= 0)
        return notApplicable(trail, "no_people");
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const auto touches = account.of<Touch>().all();
    const auto last = std::find_if(touches.rbegin(), touches.rend(),
                                   [](const Touch& each) { return each.day.isValid() && isTwoWay(each); });
    trail.dataTo(account.day());
    if (last != touches.rend()) {
        trail.record(*last);
        trail.say(Last, *cadence, last->day, last->kind);
        return scored(rule.curve().at({last->day.daysTo(account.day()), *cadence}));
    }
    const auto age = account.age();
    if (!age)
        return unknown(trail, Gap::TooLittle, DataKind::Touches);
    account.addStart(trail);
    trail.say(Never, *cadence, QDate(), QString());
    return scored(rule.curve().at({*age, *cadence}));
}

} // namespace

extern const MeasureKind touch_cadence;
constexpr MeasureKind touch_cadence{"touch_cadence", "", "points", "", "last never", "", &read};

} // namespace steward::health::measures
