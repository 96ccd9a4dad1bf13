// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"
#include "core/portfolio/standing.h"

/// In onboarding: is there a goal in the customer's words with measure, target and date? Without one: days since the
/// start.
namespace steward::health::measures {

namespace {

enum Points
{
    Agreed
};
enum Sentence
{
    SaidAgreed,
    None
};

bool isWhole(const Goal& goal)
{
    return !goal.outcome.isEmpty() && !goal.measure.isEmpty() && goal.target && goal.due.isValid() &&
           goal.status != u"draft" && (isOpen(goal) || isMet(goal));
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    trail.dataTo(account.day());
    for (const Goal& each : account.of<Goal>())
        if (isWhole(each)) {
            trail.record(each);
            trail.say(SaidAgreed, 0.0, each.shortName.isEmpty() ? each.outcome : each.shortName);
            return scored(rule.state(Agreed));
        }
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const auto age = account.age();
    if (!age)
        return unknown(trail, Gap::TooLittle, DataKind::Subscriptions);
    account.addStart(trail);
    trail.say(None, double(*age), QString());
    return scored(rule.curve().at({*age, 1}));
}

} // namespace

extern const MeasureKind goal_agreed;
constexpr MeasureKind goal_agreed{"goal_agreed", "", "points", "agreed", "agreed none", "", &read};

} // namespace steward::health::measures
