// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"

/// Days to the customer's word that value came, or days gone without it, against the target of the onboarding.
namespace steward::health::measures {

namespace {

enum Number
{
    LateEntry
};
enum Limit
{
    DaysSinceFirstValue
};
enum Sentence
{
    Reached,
    Waiting
};

/// When the account entered the book: its first change, else when it was recorded.
QDate enteredOn(const AccountView& account)
{
    Instant first = account.facts().account.recorded;
    for (const Change& each : account.facts().changes)
        if (each.entity == Entity::Account && each.recorded.ms != 0)
            first = std::min(first, each.recorded);
    return first.ms != 0 ? dayOf(first, account.book().facts().zone) : QDate();
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (const auto kind = account.notPractised(rule.practised()))
        return unknown(trail, Gap::NotPractised, *kind);
    const qint64 target = std::max(1, account.onboardingTarget());
    const auto age = account.age();
    const QDate value = account.reached(u"first_value");
    if (!age || (value.isValid() && value < account.start()))
        return unknown(trail, Gap::TooLittle, age ? DataKind::Milestones : DataKind::Subscriptions);
    trail.dataTo(account.day());
    account.addStart(trail);
    for (const Milestone& each : account.of<Milestone>())
        if (each.kind == u"first_value")
            trail.record(each);
    if (value.isValid()) {
        const auto limit = rule.limit(DaysSinceFirstValue);
        if (limit && value.daysTo(account.day()) > limit->toWhole())
            return notApplicable(trail, "days_since_first_value");
        const qint64 days = account.start().daysTo(value);
        trail.say(Reached, days, double(target));
        return scored(rule.curve().at({days, target}));
    }
    const auto ageThen = account.ageOn(enteredOn(account));
    if (ageThen && *ageThen * 1000 > rule.number(LateEntry).thousandths * target)
        return unknown(trail, Gap::TooLittle, DataKind::Milestones);
    trail.say(Waiting, *age, double(target));
    return scored(rule.curve().at({*age, target}));
}

} // namespace

extern const MeasureKind time_to_value;
constexpr MeasureKind time_to_value{"time_to_value",          "late_entry", "points", "", "reached waiting",
                                    "days_since_first_value", &read};

} // namespace steward::health::measures
