// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// How late an account usually pays (content 0, "habit"): a firm that has always paid eleven days late is not a risk on
/// day eleven.
struct PaymentHabit
{
    double medianDaysLate = 0; ///< of the last 6 paid invoices; negative: early
    int invoices = 0;          ///< how many it was computed from
    /// What overdue days are reduced by: the median between 0 and 30.
    [[nodiscard]] double days() const { return std::clamp(medianDaysLate, 0.0, 30.0); }
};

/// Facts as of the day. Needs four invoices with due date and paid date; credit notes are left out.
[[nodiscard]] std::optional<PaymentHabit> paymentHabit(const AccountFacts& facts);

} // namespace steward
