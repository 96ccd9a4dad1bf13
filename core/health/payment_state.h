// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/portfolio/payment_habit.h"

namespace steward::health {

class AccountView;

/// The open invoice that has been overdue longest.
struct Overdue
{
    const Invoice* invoice = nullptr; ///< nullptr: nothing is overdue
    qint64 days = 0;
    std::optional<PaymentHabit> habit; ///< none: too few invoices were paid so far
    [[nodiscard]] qint64 twiceHabit() const { return habit ? habit->twiceDays() : 0; }
    /// Days overdue less habit, not under 0.
    [[nodiscard]] content::Ratio beyondHabit() const { return {std::max<qint64>(0, 2 * days - twiceHabit()), 2}; }
    [[nodiscard]] Money amount(const AccountView& account) const;
};

struct CardOnFile
{
    const PaymentMethod* method = nullptr; ///< the newest card in force that has an expiry
    bool paysOtherwise = false;            ///< what is known of how they pay names no card
};

} // namespace steward::health
