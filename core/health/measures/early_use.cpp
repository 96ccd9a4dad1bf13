// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/use_view.h"

#include <cmath>

/// People who have used the product since the start, of those planned, against the days gone of the onboarding.
namespace steward::health::measures {

namespace {

enum Limit
{
    NoKickoff
};
enum Sentence
{
    Used
};

/// The most people on one day since the start, or contacts seen in the product since, whichever is more.
qint64 peopleSince(const AccountView& account, const UsageRead* usage)
{
    double most = 0;
    if (usage && usage->role->countsPeople)
        for (const UsageSeries::Point& point : AccountView::within(*usage, account.start(), usage->end))
            most = std::max(most, point.value);
    qint64 seen = 0;
    for (const Contact& each : account.of<Contact>())
        seen += each.lastSeenInProduct.isValid() && each.lastSeenInProduct >= account.start() &&
                each.lastSeenInProduct <= account.day();
    return std::max<qint64>(seen, std::llround(most));
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const bool hasKickedOff = account.reached(u"kickoff").isValid();
    if (rule.limit(NoKickoff) && !hasKickedOff) {
        const bool canTell =
            account.book().isPractised(DataKind::Milestones) ||
            std::ranges::any_of(account.of<Milestone>(), [&account](const Milestone& each) {
                return each.reached.isValid() || (each.planned.isValid() && each.planned <= account.day());
            });
        return canTell ? notApplicable(trail, "no_kickoff") : unknown(trail, Gap::NotPractised, DataKind::Milestones);
    }
    const SourceRead source = account.source(account.primary(), rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const SeatsBought bought = seatsBought(account);
    const auto age = account.ageOn(source.end);
    if (bought.seats <= 0 || !age)
        return unknown(trail, Gap::TooLittle, DataKind::Subscriptions);
    const bool countsPeople = account.primary()->role->countsPeople;
    const UsageRead* usage = countsPeople ? &*account.primary() : account.seats() ? &*account.seats() : nullptr;
    const qint64 people = peopleSince(account, usage);
    const qint64 target = std::max(1, account.onboardingTarget());
    const qint64 gone = std::clamp<qint64>(*age, 1, target);
    trail.dataTo(source.end);
    account.addStart(trail);
    trail.add(Entity::Metric, account.primary()->role->id.value());
    trail.say(Used, people, bought.seats, *age, double(target));
    return scored(rule.curve().at({people * 100 * target, bought.seats * gone}));
}

} // namespace

extern const MeasureKind early_use;
constexpr MeasureKind early_use{"early_use", "", "points", "", "used", "no_kickoff", &read};

} // namespace steward::health::measures
