// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/account_view.h"

/// What the measures and caps of money share.
namespace steward::health {

/// All its subscriptions in force are of free plans, and there is one.
[[nodiscard]] bool isOnFreePlan(const AccountView& account);

/// Of its invoices one was due (issued, where no due date is known) in so many days up to the day; credit notes and
/// void ones do not count.
[[nodiscard]] bool hasInvoiceDue(const AccountView& account, QDate day, int days);

/// Of a measure of kind "payment".
[[nodiscard]] HabitRule habitRule(const Rule& payment);

/// Where the book's invoices tell which are paid (BookDay::invoicesTell()). Asked for through AccountView::overdue(),
/// which keeps it.
[[nodiscard]] Overdue overdueOn(const AccountView& account, QDate day, HabitRule habit);

[[nodiscard]] Money amountOf(const AccountView& account, const Invoice& invoice);

/// Asked for through AccountView::card(), which keeps it.
[[nodiscard]] CardOnFile cardOnFile(const AccountView& account);

/// The oldest open charge that fell due after the day the card expired, up to the end; nullptr: none.
[[nodiscard]] const Invoice* unpaidAfter(const AccountView& account, QDate expired, QDate end);

} // namespace steward::health
