// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/payment_habit.h"

namespace steward {

std::optional<PaymentHabit> paymentHabit(const AccountFacts& facts)
{
    constexpr std::size_t newest = 6;
    constexpr std::size_t fewest = 4;
    std::vector<const Invoice*> paid;
    for (const Invoice& each : facts.of<Invoice>())
        if (each.paidOn.isValid() && each.due.isValid() && each.amount.value_or(Minor()).value >= 0)
            paid.push_back(&each);
    if (paid.size() < fewest)
        return std::nullopt;
    const std::size_t count = std::min(newest, paid.size());
    std::partial_sort(
        paid.begin(), paid.begin() + static_cast<std::ptrdiff_t>(count), paid.end(),
        [](const Invoice* a, const Invoice* b) { return std::pair(a->paidOn, a->id) > std::pair(b->paidOn, b->id); });
    std::vector<qint64> late;
    for (std::size_t i = 0; i < count; ++i)
        late.push_back(paid[i]->due.daysTo(paid[i]->paidOn));
    std::sort(late.begin(), late.end());
    const double median = static_cast<double>(late[(count - 1) / 2] + late[count / 2]) / 2;
    return PaymentHabit{median, static_cast<int>(count)};
}

} // namespace steward
