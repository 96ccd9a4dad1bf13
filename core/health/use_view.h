// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"

/// What the measures and caps of use share.
namespace steward::health {

/// The day the metric was last above 0; never: the first day anything was counted, or the start, whichever is later.
[[nodiscard]] QDate lastUsed(const AccountView& account, const UsageRead& usage);

/// Whole thousandths of what was counted: below 0 there is no use, and beyond a billion nobody counts people or clicks.
[[nodiscard]] qint64 thousandthsUsed(double value);

/// Seats of all paid subscriptions in force on the day.
struct SeatsBought
{
    qint64 seats = 0;
    bool unlimited = false;            ///< a plan without a limit is among them
    std::vector<qint64> subscriptions; ///< that have seats, where wanted
};
[[nodiscard]] SeatsBought seatsBought(const AccountView& account, bool wantsRecords = false);

struct LicenceUse
{
    qint64 usedThousandths = 0;
    qint64 bought = 0; ///< above 0
    int month = 1;     ///< of the contract
    [[nodiscard]] double used() const { return double(usedThousandths) / 1000; }
};
/// By a measure of kind "licence"; none: no seats bought, unlimited, or no samples in its window.
[[nodiscard]] std::optional<LicenceUse> licenceUse(const AccountView& account, const Rule& rule);
/// The share used, by the same rule; none also where its samples are too old or a quiet period touches its window.
[[nodiscard]] std::optional<double> seatShare(const AccountView& account, const Rule& rule);
/// The quiet period that touches the window of such a measure: empty seats say nothing then. nullptr: none.
[[nodiscard]] const QuietPeriod* licenceQuiet(const AccountView& account, const Rule& rule);

} // namespace steward::health
