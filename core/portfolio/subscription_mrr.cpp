// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/subscription_mrr.h"

#include <cmath>

namespace steward {

namespace {

const Plan* planOf(PlanId id, std::span<const Plan> plans)
{
    if (!id.isValid())
        return nullptr;
    const auto it = std::find_if(plans.begin(), plans.end(), [id](const Plan& p) { return p.id == id.value(); });
    return it != plans.end() ? &*it : nullptr;
}

std::optional<qint64> times(const std::optional<Minor>& price, int factor)
{
    return price ? std::optional(price->value * factor) : std::nullopt;
}

// The plan's price for a period of so many months: its own price for it, else twelve, three or so many monthly ones.
std::optional<qint64> listPrice(const Plan& plan, int months)
{
    if (months % 12 == 0 && plan.yearlyPrice)
        return times(plan.yearlyPrice, months / 12);
    if (months % 3 == 0 && plan.quarterlyPrice)
        return times(plan.quarterlyPrice, months / 3);
    return times(plan.monthlyPrice, months);
}

// Discounts are taken off once per billing period; a percentage exactly to a millionth of a percent.
Mrr discounted(qint64 amount, int months, const Subscription& subscription)
{
    const qint64 off = subscription.discountAmount ? subscription.discountAmount->value : 0;
    const Mrr gross = Mrr::perTerm(amount - off, months).value_or(Mrr());
    if (!subscription.discountPercent)
        return gross;
    constexpr qint64 whole = 100'000'000;
    const double percent = std::clamp(*subscription.discountPercent, 0.0, 100.0);
    const qint64 kept = whole - std::llround(percent * 1'000'000);
    return Mrr::fromUnits(divideHalfUp(Wide(gross.units()) * kept, whole));
}

QDate endOf(const Subscription& subscription, Cancellation rule)
{
    if (subscription.endedOn.isValid() || !subscription.noticeGivenOn.isValid())
        return subscription.endedOn;
    return rule == Cancellation::DayOfNotice ? subscription.noticeGivenOn : subscription.renewalDate;
}

struct Step
{
    QDate from;
    std::optional<qint64> amount;
    std::optional<qint64> seats;
    Currency currency;
};

std::vector<Step> stepsOf(const Subscription& subscription, std::span<const SubscriptionPhase> phases,
                          std::optional<qint64> amount, Currency currency)
{
    std::vector<Step> steps{{subscription.start, amount, subscription.seats, currency}};
    for (const SubscriptionPhase& phase : phases) {
        if (phase.subscription.value() != subscription.id || !phase.from.isValid())
            continue;
        Step step = steps.back();
        step.from = phase.from;
        step.amount = phase.amount ? std::optional(phase.amount->value) : step.amount;
        step.seats = phase.seats ? phase.seats : step.seats;
        step.currency = phase.currency.isKnown() ? phase.currency : step.currency;
        // A phase that begins on or before the start replaces what the subscription says of itself.
        if (steps.back().from.isValid() && step.from <= steps.back().from)
            step.from = steps.back().from, steps.pop_back();
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace

std::optional<int> billingMonths(const Subscription& subscription)
{
    const QString& period = subscription.billingPeriod;
    if (period.isEmpty() || period == u"month")
        return 1;
    if (period == u"quarter")
        return 3;
    if (period == u"half_year")
        return 6;
    if (period == u"year")
        return 12;
    if (period == u"multi_year" && subscription.termMonths && *subscription.termMonths > 0 &&
        *subscription.termMonths <= 1200)
        return static_cast<int>(*subscription.termMonths);
    return std::nullopt;
}

std::vector<PaidSpan> paidSpans(const Subscription& subscription, std::span<const SubscriptionPhase> phases,
                                std::span<const Plan> plans, Cancellation rule)
{
    const auto months = billingMonths(subscription);
    const Plan* plan = planOf(subscription.plan, plans);
    if (!months || subscription.trial.value_or(false) || (plan && plan->free.value_or(false)))
        return {};
    std::optional<qint64> amount = subscription.amount ? std::optional(subscription.amount->value) : std::nullopt;
    Currency currency = subscription.currency;
    if (!amount && plan) {
        amount = listPrice(*plan, *months);
        currency = currency.isKnown() ? currency : plan->currency;
    }
    const QDate end = endOf(subscription, rule);
    const std::vector<Step> steps = stepsOf(subscription, phases, amount, currency);
    std::vector<PaidSpan> spans;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        QDate to = i + 1 < steps.size() ? steps[i + 1].from : end;
        if (end.isValid() && (!to.isValid() || to > end))
            to = end;
        const Mrr mrr = step.amount ? discounted(*step.amount, *months, subscription) : Mrr();
        // What began and ended on one day was never in force at the end of a day, but it touched its month.
        const bool isOver = to.isValid() && step.from.isValid() && (i == 0 ? to < step.from : to <= step.from);
        if (mrr <= Mrr() || isOver)
            continue;
        if (!spans.empty())
            spans.back().continues = spans.back().to == step.from;
        spans.push_back(
            {SubscriptionId(subscription.id), subscription.plan, step.from, to, mrr, step.currency, step.seats});
    }
    return spans;
}

std::vector<PaidSpan> paidSpans(const AccountFacts& facts, const BookFacts& book, Cancellation rule)
{
    std::vector<PaidSpan> spans;
    const auto phases = facts.of<SubscriptionPhase>().all();
    for (const Subscription& subscription : facts.of<Subscription>()) {
        for (PaidSpan& span : paidSpans(subscription, phases, book.plans.all(), rule)) {
            if (!span.currency.isKnown())
                span.currency = facts.account.currency;
            spans.push_back(std::move(span));
        }
    }
    std::sort(spans.begin(), spans.end(), [](const PaidSpan& a, const PaidSpan& b) {
        return std::tuple(a.from.isValid(), a.from, a.subscription) <
               std::tuple(b.from.isValid(), b.from, b.subscription);
    });
    return spans;
}

std::vector<std::pair<Currency, Mrr>> mrrOn(std::span<const PaidSpan> spans, QDate day)
{
    std::vector<std::pair<Currency, Mrr>> sums;
    for (const PaidSpan& span : spans) {
        if (!span.contains(day))
            continue;
        const auto it =
            std::find_if(sums.begin(), sums.end(), [&](const auto& sum) { return sum.first == span.currency; });
        if (it != sums.end())
            it->second += span.mrr;
        else
            sums.emplace_back(span.currency, span.mrr);
    }
    return sums;
}

} // namespace steward
