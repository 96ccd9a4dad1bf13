// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/use_view.h"

#include "core/portfolio/subscription_state.h"
#include "core/portfolio/usage_window.h"

#include <algorithm>
#include <cmath>

namespace steward::health {

namespace {

constexpr qint64 most = 1'000'000'000;

} // namespace

QDate lastUsed(const AccountView& account, const UsageRead& usage)
{
    for (auto point = usage.points.rbegin(); point != usage.points.rend(); ++point)
        if (point->value > 0)
            return usageDate(point->day);
    const QDate first = usageDate(usage.points.front().day);
    return account.start().isValid() ? std::max(first, account.start()) : first;
}

qint64 thousandthsUsed(double value) { return std::llround(std::clamp(value, 0.0, double(most)) * 1000); }

SeatsBought seatsBought(const AccountView& account, bool wantsRecords)
{
    SeatsBought bought;
    for (const Subscription& each : account.of<Subscription>()) {
        const Plan* plan = planOf(account.book().facts(), each.plan);
        if (!isPaid(each, plan, account.day()))
            continue;
        bought.unlimited = bought.unlimited || (plan && plan->unlimitedSeats.value_or(false));
        const qint64 seats = seatsOn(each, account.of<SubscriptionPhase>().all(), account.day()).value_or(0);
        bought.seats += seats;
        if (wantsRecords && seats > 0)
            bought.subscriptions.push_back(each.id);
    }
    return bought;
}

namespace {

constexpr int licenceWindow = 0; // the first of the kind's numbers

} // namespace

const QuietPeriod* licenceQuiet(const AccountView& account, const Rule& rule)
{
    const QDate end = account.seats() ? account.seats()->end : QDate();
    return end.isValid() ? account.quietPeriod(end.addDays(1 - rule.days(licenceWindow)), end) : nullptr;
}

std::optional<LicenceUse> licenceUse(const AccountView& account, const Rule& rule)
{
    const SeatsBought bought = seatsBought(account);
    if (bought.seats <= 0 || bought.unlimited || !account.seats())
        return std::nullopt;
    const UsageRead& usage = *account.seats();
    const UsageWindow window = usageWindow(usage.points, rule.days(licenceWindow), usage.end);
    const std::optional<double> used = window.value(*usage.role->metric);
    if (!used)
        return std::nullopt;
    return LicenceUse{thousandthsUsed(*used), std::min(bought.seats, most), account.contractMonth()};
}

std::optional<double> seatShare(const AccountView& account, const Rule& rule)
{
    if (!account.source(account.seats(), rule).isReadable() || licenceQuiet(account, rule))
        return std::nullopt;
    const auto use = licenceUse(account, rule);
    return use ? std::optional(use->used() / double(use->bought)) : std::nullopt;
}

} // namespace steward::health
