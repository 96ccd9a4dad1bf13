// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/payment_view.h"

#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

#include <algorithm>
#include <array>

namespace steward::health {

namespace {

bool isOwed(const Invoice& invoice)
{
    const InvoiceState state = stateOf(invoice);
    return (state == InvoiceState::Open || state == InvoiceState::Unknown) &&
           invoice.amount.value_or(Minor{1}).value > 0;
}

/// Twice the median of how many days late the newest paid invoices were.
qint64 twiceHabit(const AccountView& account, HabitRule rule, std::vector<qint64>& from)
{
    constexpr std::size_t most = 16;
    struct Paid
    {
        QDate on;
        qint64 id = 0;
        qint64 late = 0;
    };
    std::array<Paid, most> newest;
    const std::size_t wanted = std::min(most, static_cast<std::size_t>(std::max(1, rule.of)));
    std::size_t count = 0;
    for (const Invoice& each : account.of<Invoice>()) {
        if (!each.paidOn.isValid() || !each.due.isValid() || each.amount.value_or(Minor()).value < 0)
            continue;
        std::size_t at = count < wanted ? count++ : wanted;
        // Newest first; falls off the end where it is older than all.
        for (; at > 0 && std::pair(newest[at - 1].on, newest[at - 1].id) < std::pair(each.paidOn, each.id); --at)
            if (at < wanted)
                newest[at] = newest[at - 1];
        if (at < wanted)
            newest[at] = {each.paidOn, each.id, each.due.daysTo(each.paidOn)};
    }
    if (count < static_cast<std::size_t>(std::max(1, rule.min)))
        return 0;
    for (std::size_t i = 0; i < count; ++i)
        from.push_back(newest[i].id);
    std::sort(newest.begin(), newest.begin() + static_cast<std::ptrdiff_t>(count),
              [](const Paid& a, const Paid& b) { return a.late < b.late; });
    const qint64 twice = newest[(count - 1) / 2].late + newest[count / 2].late;
    return std::clamp<qint64>(twice, 0, 2 * qint64(rule.most));
}

} // namespace

bool isOnFreePlan(const AccountView& account)
{
    bool isFree = false;
    for (const Subscription& each : account.of<Subscription>()) {
        if (!isInForce(each, account.day()))
            continue;
        const Plan* plan = planOf(account.book().facts(), each.plan);
        if (!plan || !plan->free.value_or(false))
            return false;
        isFree = true;
    }
    return isFree;
}

bool hasInvoiceDue(const AccountView& account, QDate day, int days)
{
    return std::ranges::any_of(account.of<Invoice>(), [&](const Invoice& each) {
        const QDate due = each.due.isValid() ? each.due : each.issued;
        return due.isValid() && due <= day && due.daysTo(day) <= days && each.amount.value_or(Minor{1}).value >= 0 &&
               stateOf(each) != InvoiceState::Void;
    });
}

HabitRule habitRule(const Rule& payment)
{
    enum Number
    {
        Of,
        Min,
        Most
    };
    return {payment.days(Of), payment.days(Min), payment.days(Most)};
}

Money Overdue::amount(const AccountView& account) const { return amountOf(account, *invoice); }

Overdue overdueOn(const AccountView& account, QDate day, HabitRule habit)
{
    Overdue overdue;
    for (const Invoice& each : account.of<Invoice>()) {
        const bool isLate = each.due.isValid() && each.due < day && isOwed(each);
        if (isLate && (!overdue.invoice || each.due < overdue.invoice->due))
            overdue.invoice = &each;
    }
    if (overdue.invoice) {
        overdue.days = overdue.invoice->due.daysTo(day);
        overdue.twiceHabit = twiceHabit(account, habit, overdue.habitOf);
    }
    return overdue;
}

Money amountOf(const AccountView& account, const Invoice& invoice)
{
    const Currency own = account.facts().account.currency;
    const Currency book = account.book().facts().currency;
    const Currency currency = invoice.currency.isKnown() ? invoice.currency : own.isKnown() ? own : book;
    return {invoice.amount.value_or(Minor()).value, currency};
}

CardOnFile cardOnFile(const AccountView& account)
{
    CardOnFile found;
    bool isKnown = false;
    bool namesCard = false;
    for (const PaymentMethod& each : account.of<PaymentMethod>()) {
        if (each.replacedOn.isValid() && each.replacedOn <= account.day())
            continue;
        isKnown = true;
        namesCard = namesCard || each.kind == u"card";
        if (each.kind == u"card" && each.cardExpires.isValid())
            found.method = &each; // rows lie by the day they began
    }
    for (const Invoice& each : account.of<Invoice>()) {
        isKnown = isKnown || !each.method.isEmpty();
        namesCard = namesCard || each.method == u"card";
    }
    found.paysOtherwise = isKnown && !namesCard;
    return found;
}

const Invoice* unpaidAfter(const AccountView& account, QDate expired, QDate end)
{
    const Invoice* oldest = nullptr;
    if (!expired.isValid() || !account.book().invoicesTell())
        return nullptr;
    for (const Invoice& each : account.of<Invoice>())
        if (each.due.isValid() && each.due > expired && each.due <= end && isOwed(each) &&
            (!oldest || each.due < oldest->due))
            oldest = &each;
    return oldest;
}

} // namespace steward::health
