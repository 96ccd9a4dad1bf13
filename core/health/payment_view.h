// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"
#include "core/portfolio/payment_habit.h"

/// What the measures and caps of money share.
namespace steward::health {

/// All its subscriptions in force are of free plans, and there is one.
[[nodiscard]] bool isOnFreePlan(const AccountView& account);

/// Of its invoices one was due (issued, where no due date is known) in so many days up to the day; credit notes and
/// void ones do not count.
[[nodiscard]] bool hasInvoiceDue(const AccountView& account, QDate day, int days);

/// Of a measure of kind "payment".
[[nodiscard]] HabitRule habitRule(const Rule& payment);

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
/// Where the book's invoices tell which are paid (BookDay::invoicesTell()).
[[nodiscard]] Overdue overdueOn(const AccountView& account, QDate day, HabitRule habit);

[[nodiscard]] Money amountOf(const AccountView& account, const Invoice& invoice);

struct CardOnFile
{
    const PaymentMethod* method = nullptr; ///< the newest card in force that has an expiry
    bool paysOtherwise = false;            ///< what is known of how they pay names no card
};
[[nodiscard]] CardOnFile cardOnFile(const AccountView& account);

/// The oldest open charge that fell due after the day the card expired, up to the end; nullptr: none.
[[nodiscard]] const Invoice* unpaidAfter(const AccountView& account, QDate expired, QDate end);

} // namespace steward::health
