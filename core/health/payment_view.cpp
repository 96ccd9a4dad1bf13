// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/payment_view.h"

#include "core/base/one_of.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

#include <algorithm>

namespace steward::health {

namespace {

bool isOwed(const Invoice& invoice)
{
    const InvoiceState state = stateOf(invoice);
    return (state == InvoiceState::Open || state == InvoiceState::Unknown) &&
           invoice.amount.value_or(Minor{1}).value > 0;
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
    const auto invoices = account.of<Invoice>().all();
    return std::any_of(invoices.rbegin(), invoices.rend(), [&](const Invoice& each) {
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
        overdue.habit = paymentHabit(account.facts(), habit);
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
        namesCard = namesCard || isOneOf(each.kind, {u"card"});
        if (isOneOf(each.kind, {u"card"}) && each.cardExpires.isValid())
            found.method = &each; // rows lie by the day they began
    }
    if (namesCard)
        return found;
    for (const Invoice& each : account.of<Invoice>()) {
        isKnown = isKnown || !each.method.isEmpty();
        namesCard = namesCard || isOneOf(each.method, {u"card"});
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
