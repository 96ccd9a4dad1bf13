// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/payment_habit.h"

namespace steward {

namespace {

struct Paid
{
    QDate on;
    qint64 id = 0;
    qint64 late = 0;
};

/// Newest first, no more than the array holds.
std::span<Paid> newestPaid(const AccountFacts& facts, std::span<Paid> newest)
{
    std::size_t count = 0;
    for (const Invoice& each : facts.of<Invoice>()) {
        if (!each.paidOn.isValid() || !each.due.isValid() || each.amount.value_or(Minor()).value < 0)
            continue;
        std::size_t at = count < newest.size() ? count++ : newest.size();
        // Falls off the end where it is older than all.
        for (; at > 0 && std::pair(newest[at - 1].on, newest[at - 1].id) < std::pair(each.paidOn, each.id); --at)
            if (at < newest.size())
                newest[at] = newest[at - 1];
        if (at < newest.size())
            newest[at] = {each.paidOn, each.id, each.due.daysTo(each.paidOn)};
    }
    return newest.first(count);
}

} // namespace

std::optional<PaymentHabit> paymentHabit(const AccountFacts& facts, HabitRule rule)
{
    std::array<Paid, PaymentHabit::mostInvoices> all;
    const auto wanted = std::min(all.size(), static_cast<std::size_t>(std::max(1, rule.of)));
    const auto newest = newestPaid(facts, std::span(all).first(wanted));
    if (newest.size() < static_cast<std::size_t>(std::max(1, rule.min)))
        return std::nullopt;
    PaymentHabit habit;
    habit.m_rule = rule;
    habit.m_count = newest.size();
    std::ranges::transform(newest, habit.m_invoices.begin(), &Paid::id);
    std::ranges::sort(newest, {}, &Paid::late);
    habit.m_twiceMedian = newest[(newest.size() - 1) / 2].late + newest[newest.size() / 2].late;
    return habit;
}

} // namespace steward
