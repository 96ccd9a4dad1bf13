// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

#include <array>

namespace steward {

/// How habit is taken from paid invoices: of the last so many, at least so many, between 0 and most days. The score
/// takes the numbers from its content.
struct HabitRule
{
    int of = 6;
    int min = 4;
    int most = 60;
    friend bool operator==(const HabitRule&, const HabitRule&) = default;
};

/// How late an account usually pays (content 0, "habit"): a firm that has always paid eleven days late is not a risk on
/// day eleven.
class PaymentHabit
{
public:
    static constexpr std::size_t mostInvoices = 16;

    /// Median of the days late; negative: early.
    [[nodiscard]] double medianDaysLate() const { return static_cast<double>(m_twiceMedian) / 2; }
    /// What overdue days are reduced by.
    [[nodiscard]] double days() const { return static_cast<double>(twiceDays()) / 2; }
    /// Exact: the median of an even number may lie between two days.
    [[nodiscard]] qint64 twiceDays() const { return std::clamp<qint64>(m_twiceMedian, 0, 2 * qint64(m_rule.most)); }
    /// Ids of the invoices it was read from, newest first.
    [[nodiscard]] std::span<const qint64> invoices() const { return {m_invoices.data(), m_count}; }

private:
    friend std::optional<PaymentHabit> paymentHabit(const AccountFacts& facts, HabitRule rule);
    HabitRule m_rule;
    qint64 m_twiceMedian = 0;
    std::array<qint64, mostInvoices> m_invoices{};
    std::size_t m_count = 0;
};

/// Facts as of the day. Reads invoices with due date and paid date, at most PaymentHabit::mostInvoices; credit notes
/// are left out. none: fewer than the rule wants.
[[nodiscard]] std::optional<PaymentHabit> paymentHabit(const AccountFacts& facts, HabitRule rule = {});

} // namespace steward
