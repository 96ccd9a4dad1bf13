// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"

/// Days the most overdue required milestone of the onboarding is behind its planned date.
namespace steward::health::measures {

namespace {

enum Sentence
{
    Behind,
    OnPlan
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const Model& model = account.book().view().model();
    const Milestone* latest = nullptr;
    bool hasPlan = false;
    for (const Milestone& each : account.of<Milestone>()) {
        if (!each.planned.isValid() || !model.isOnboardingMilestone(each.kind) ||
            !each.required.value_or(model.isRequiredMilestone(each.kind)))
            continue;
        hasPlan = true;
        trail.record(each);
        const bool isBehind = !each.reached.isValid() && each.planned < account.day();
        if (isBehind && (!latest || each.planned < latest->planned))
            latest = &each;
    }
    if (!hasPlan)
        return unknown(trail, Gap::TooLittle, DataKind::Milestones);
    trail.dataTo(account.day());
    if (!latest) {
        trail.say(OnPlan);
        return scored(rule.curve().at({0, 1}));
    }
    const qint64 days = latest->planned.daysTo(account.day());
    trail.say(Behind, latest->name.isEmpty() ? latest->kind : latest->name, latest->planned, double(days));
    return scored(rule.curve().at({days, 1}));
}

} // namespace

extern const MeasureKind plan_progress;
constexpr MeasureKind plan_progress{"plan_progress", "", "points", "", "behind on_plan", "", &read};

} // namespace steward::health::measures
