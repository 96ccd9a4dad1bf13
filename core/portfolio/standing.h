// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

/// Status as of a day. Dates decide wherever there is one; a status text decides only where no date speaks. Facts are
/// as of the day.
namespace steward {

enum class AccountStanding
{
    Unknown, ///< nothing says
    Prospect,
    Trial,
    Customer,
    Former
};

/// A paid subscription in force makes a customer, whatever the text says; only where its end is open, itself says
/// nothing, and nobody knows the day of the churn, a text that says former does (its day is unknown). churned_on, or
/// the end of every paid subscription, a former one; a trial in force a trial; customer_since a customer.
[[nodiscard]] AccountStanding standingOn(const AccountFacts& facts, const BookFacts& book, QDate day);

/// Not closed by date; without a date, not closed by its status.
[[nodiscard]] bool isOpen(const Ticket& ticket);
[[nodiscard]] bool isOpen(const Task& task);
[[nodiscard]] bool isOpen(const Risk& risk);
[[nodiscard]] bool isOpen(const Escalation& escalation);
/// Neither met nor changed nor dropped.
[[nodiscard]] bool isOpen(const Goal& goal);
[[nodiscard]] bool isMet(const Goal& goal);

/// End of a review's meeting: an hour after its start where nobody wrote it down; none without a start.
[[nodiscard]] std::optional<Instant> meetingEnd(const Qbr& review);
/// Until when its recap is owed: 24 hours after the end, also on a free day and when the clocks change.
[[nodiscard]] std::optional<Instant> recapDue(const Qbr& review);

enum class InvoiceState
{
    Unknown, ///< no paid date and no status: a bare list
    Open,
    Paid,
    Void ///< draft, cancelled, refunded: no one waits for it
};
[[nodiscard]] InvoiceState stateOf(const Invoice& invoice);

enum class OpportunityState
{
    Open,
    Won,
    Lost,
    Closed ///< closed, and nothing says how
};
[[nodiscard]] OpportunityState stateOf(const Opportunity& opportunity);

/// Start of the contract: first start of a paid subscription, else customer_since; invalid where neither is known. The
/// age of an account counts from it.
[[nodiscard]] QDate contractStart(const AccountFacts& facts, const BookFacts& book);
/// Days since contractStart(); none where it is unknown or later.
[[nodiscard]] std::optional<int> ageOn(const AccountFacts& facts, const BookFacts& book, QDate day);

} // namespace steward
