// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/payment_view.h"

/// Days the oldest open invoice is overdue, less what is usual for the firm.
namespace steward::health::measures {

namespace {

enum Limit
{
    FreePlan,
    DaysSinceInvoice
};
enum Sentence
{
    OverdueWithHabit,
    OverdueNoHabit,
    None
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    if (rule.limit(FreePlan) && isOnFreePlan(account))
        return notApplicable(trail, "free_plan");
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    // A bare list says nothing of anybody, also not of who has no invoice in it.
    if (!account.book().invoicesTell())
        return unknown(trail, Gap::TooLittle, DataKind::Invoices);
    const auto limit = rule.limit(DaysSinceInvoice);
    const int days = limit ? static_cast<int>(limit->toWhole()) : std::numeric_limits<int>::max();
    const Overdue& overdue = account.overdue(source.end, habitRule(rule));
    // What is still owed does not lapse.
    if (limit && !overdue.invoice && !hasInvoiceDue(account, source.end, days)) {
        const auto age = account.ageOn(source.end);
        return age && *age < days ? notApplicable(trail, "no_invoice_yet")
                                  : notApplicable(trail, "days_since_invoice", days);
    }
    trail.dataTo(source.end);
    if (!overdue.invoice) {
        trail.say(None);
        return knownZero(rule.curve().at({0, 1}));
    }
    trail.record(*overdue.invoice);
    if (overdue.habit)
        for (const qint64 each : overdue.habit->invoices())
            trail.add(Entity::Invoice, each);
    if (overdue.twiceHabit() > 0)
        trail.say(OverdueWithHabit, overdue.invoice->number, overdue.amount(account), overdue.days,
                  overdue.twiceHabit() / 2);
    else
        trail.say(OverdueNoHabit, overdue.invoice->number, overdue.amount(account), overdue.days, 0);
    return scored(rule.curve().at(overdue.beyondHabit()));
}

} // namespace

extern const MeasureKind payment;
constexpr MeasureKind payment{"payment", "habit_of habit_min habit_most", "points",
                              "",        "overdue overdue_no_habit none", "free_plan days_since_invoice",
                              &read};

} // namespace steward::health::measures
