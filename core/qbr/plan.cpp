// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/qbr/subject.h"

#include <cmath>

namespace steward::qbr {

namespace {

std::optional<qint64> planned(const Subject& subject, const Period& period)
{
    std::optional<qint64> sum;
    for (const PlanFigure& each : subject.facts.of<PlanFigure>())
        if (period.contains(each.quarter) && each.amount &&
            (!each.currency.isKnown() || each.currency == subject.currency))
            sum = sum.value_or(0) + each.amount->value;
    return sum;
}

std::optional<qint64> spent(const Subject& subject, const Period& period)
{
    std::optional<qint64> sum;
    for (const Invoice& each : subject.facts.of<Invoice>())
        if (period.contains(each.issued) && each.amount && stateOf(each) != InvoiceState::Void &&
            (!each.currency.isKnown() || each.currency == subject.currency))
            sum = sum.value_or(0) + each.amount->value;
    return sum;
}

} // namespace

std::optional<OffPlan> offPlan(const std::optional<qint64>& plan, const std::optional<qint64>& actual, bool isWhole)
{
    if (!plan || !actual || (!isWhole && *actual <= *plan))
        return std::nullopt;
    OffPlan off{*actual - *plan, {}};
    if (*plan > 0)
        off.percent = std::llround(100.0 * static_cast<double>(off.minor) / static_cast<double>(*plan));
    return off;
}

namespace {

/// The quarters of the fiscal year to date that have invoices and no plan: with one of them in it the year's plan
/// would stand beside more quarters of spending than it was made for.
std::vector<Quarter> unplanned(const Subject& subject)
{
    std::vector<Quarter> quarters;
    for (int number = 1; number <= subject.quarter.number; ++number) {
        const Quarter quarter{subject.quarter.year, number};
        Period period = periodOf(quarter, subject.book.fiscalYearStart);
        period.to = std::min(period.to, subject.period.to);
        if (spent(subject, period) && !planned(subject, period))
            quarters.push_back(quarter);
    }
    return quarters;
}

} // namespace

Plan planOf(const Subject& subject, const Use& use)
{
    const int start = subject.book.fiscalYearStart;
    Plan plan;
    plan.currency = subject.currency;
    plan.dataTo = subject.horizons.on(Entity::Invoice, subject.period.to);
    const bool isKnown = plan.dataTo.isValid();
    for (int i = -3; i <= 0; ++i) {
        const Quarter quarter = subject.quarter.plus(i);
        Period period = periodOf(quarter, start);
        period.to = std::min(period.to, subject.period.to);
        PlanQuarter line{quarter, planned(subject, period), spent(subject, period),
                         isKnown && plan.dataTo >= periodOf(quarter, start).to};
        // Invoices are known and there is none: nothing was spent where something was planned.
        if (!line.actual && line.plan && isKnown && plan.dataTo >= period.from)
            line.actual = 0;
        plan.quarters.push_back(line);
    }
    const QDate first = subject.horizons.from(Entity::Invoice);
    plan.isKnown =
        (isKnown && plan.dataTo >= subject.period.from && !(first > subject.period.to)) || plan.now().plan.has_value();
    plan.isWhole = plan.quarters.back().isWhole;
    const Period year{periodOf({subject.quarter.year, 1}, start).from, subject.period.to};
    plan.unplanned = unplanned(subject);
    if (plan.unplanned.empty())
        plan.yearPlan = planned(subject, year);
    plan.yearActual = spent(subject, year);
    for (const Invoice& each : subject.facts.of<Invoice>())
        plan.otherCurrency +=
            subject.year.contains(each.issued) && each.currency.isKnown() && each.currency != subject.currency ? 1 : 0;
    plan.seats = use.seats;
    if (use.isPeople && use.now && use.seats)
        plan.used = rounded(*use.now);
    for (const Subscription& each : subject.facts.of<Subscription>())
        if (isPaid(each, steward::planOf(subject.book, each.plan), subject.period.to) && each.renewalDate.isValid() &&
            (!plan.runsTo.isValid() || each.renewalDate < plan.runsTo))
            plan.runsTo = each.renewalDate;
    return plan;
}

} // namespace steward::qbr
