// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/use_view.h"

/// Seats used of seats bought, read by the age of the contract. Not applicable where a quiet period touches the window:
/// nobody sits on them.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    Young,
    Settled,
    Grown
};
enum Limit
{
    NoSeats,
    UnlimitedSeats
};
enum Sentence
{
    Used
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SeatsBought bought = seatsBought(account, trail.isWanted());
    if (rule.limit(UnlimitedSeats) && bought.unlimited)
        return notApplicable(trail, "unlimited_seats");
    if (rule.limit(NoSeats) && bought.seats <= 0 && account.book().seatsTell())
        return notApplicable(trail, "no_seats");
    const SourceRead source = account.source(account.seats(), rule);
    if (!source.isReadable())
        return source.unknown(trail);
    if (const QuietPeriod* quiet = licenceQuiet(account, rule))
        return notApplicable(trail, "quiet_period", quiet->to);
    const auto use = licenceUse(account, rule);
    const auto age = account.ageOn(source.end);
    if (!use || !age)
        return unknown(trail, Gap::TooLittle, bought.seats > 0 ? DataKind::Usage : DataKind::Subscriptions);
    trail.dataTo(source.end);
    trail.add(Entity::Metric, account.seats()->role->id.value());
    for (const qint64 each : bought.subscriptions)
        trail.add(Entity::Subscription, each);
    const double percent = use->used() * 100 / double(use->bought);
    trail.say(Used, use->used(), use->bought, percent, use->month);
    // The curves stand in the order of the ages they begin with.
    const int curve = *age >= rule.days(Grown) ? 2 : *age >= rule.days(Settled) ? 1 : 0;
    return scored(rule.curve(curve).at({use->usedThousandths, use->bought * 10}));
}

} // namespace

extern const MeasureKind licence;
constexpr MeasureKind licence{"licence",
                              "window age_from.young age_from.settled age_from.grown",
                              "young settled grown",
                              "",
                              "used",
                              "no_seats unlimited_seats",
                              &read};

} // namespace steward::health::measures
