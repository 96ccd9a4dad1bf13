// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>

/// Invoices and cards.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

Money amountOf(const Subject& account, const Invoice& invoice)
{
    Currency currency = invoice.currency.isKnown() ? invoice.currency : account.facts().account.currency;
    if (!currency.isKnown())
        currency = account.book().facts.currency;
    return {invoice.amount ? invoice.amount->value : 0, currency};
}

bool isWaitedFor(const Invoice& invoice)
{
    const InvoiceState state = stateOf(invoice);
    return (state == InvoiceState::Open || state == InvoiceState::Unknown) && invoice.due.isValid() &&
           !(invoice.amount && invoice.amount->value < 0);
}

/// The first invoice of a new customer, where it is overdue; nullptr: not.
const Invoice* firstUnpaid(const Subject& account, const Rule& rule, QDate end)
{
    enum Number
    {
        Overdue,
        NewFor
    };
    const auto age = account.age();
    if (!age || *age > rule.days(NewFor))
        return nullptr;
    const Invoice* first = nullptr;
    for (const Invoice& each : account.of<Invoice>())
        if (each.due.isValid() && (!first || each.due < first->due))
            first = &each;
    return first && isWaitedFor(*first) && first->due.daysTo(end) >= rule.days(Overdue) ? first : nullptr;
}

void payFirst(const Subject& account, const Rule& rule, Findings& found)
{
    const Contribution* payment = account.read(u"payment");
    const Invoice* first = payment ? firstUnpaid(account, rule, payment->why.dataTo) : nullptr;
    if (!first)
        return;
    const qint64 days = first->due.daysTo(payment->why.dataTo);
    found.add(rule, {.severity = Severity::High,
                     .arguments = {first->number, amountOf(account, *first), days},
                     .records = {refOf(*first)},
                     .opened = first->due.addDays(1),
                     .key = keyOf(refOf(*first)),
                     .figure = double(days),
                     .dataTo = payment->why.dataTo});
}

void payLate(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Medium,
        High,
        Critical
    };
    enum Sentence
    {
        WithHabit,
        NoHabit
    };
    // What is overdue at all, and how late they usually pay, the score has found out.
    const Contribution* payment = account.read(u"payment");
    if (!payment || payment->why.arguments.size() < 4)
        return;
    const double habit = numberAt(payment->why, 3);
    const QDate end = payment->why.dataTo;
    for (const Invoice& each : account.of<Invoice>()) {
        if (!isWaitedFor(each) || found.has(u"pay.first", keyOf(refOf(each))))
            continue;
        const qint64 days = each.due.daysTo(end);
        const auto severity =
            severityOf(double(days) - habit, {rule.number(Critical), rule.number(High), rule.number(Medium)});
        if (!severity)
            continue;
        found.add(rule, {.severity = *severity,
                         .sentence = habit > 0 ? WithHabit : NoHabit,
                         .arguments = {each.number, amountOf(account, each), days, qint64(habit)},
                         .records = {refOf(each)},
                         .opened = each.due.addDays(qint64(habit) + rule.days(Medium)),
                         .key = keyOf(refOf(each)),
                         .figure = double(days) - habit,
                         .dataTo = end});
    }
}

QString cardKey(const Contribution& card)
{
    const auto method = std::ranges::find(card.why.records, Entity::PaymentMethod, &RecordRef::entity);
    return method == card.why.records.end() ? QString() : keyOf(*method);
}

void cardExpiring(const Subject& account, const Rule& rule, Findings& found)
{
    const Contribution* card = account.said(u"card", u".expires");
    const QDate expires = card ? dayAt(card->why, 0) : QDate();
    const qint64 days = card ? card->why.dataTo.daysTo(expires) : -1;
    if (days < 0 || days > rule.days(0))
        return;
    found.add(rule, {.severity = Severity::Low,
                     .arguments = {expires},
                     .records = card->why.records,
                     .opened = expires.addDays(-rule.days(0)),
                     .key = cardKey(*card),
                     .figure = double(rule.days(0) - days),
                     .dataTo = card->why.dataTo,
                     .due = expires});
}

void cardExpired(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Expired,
        Unpaid
    };
    const Contribution* unpaid = account.said(u"card", u".unpaid");
    const Contribution* card = unpaid ? unpaid : account.said(u"card", u".expired");
    if (!card)
        return;
    const QDate expired = dayAt(card->why, 0);
    found.add(rule, {.severity = unpaid ? Severity::High : Severity::Medium,
                     .sentence = unpaid ? Unpaid : Expired,
                     .arguments = card->why.arguments,
                     .records = card->why.records,
                     .opened = expired.addDays(1),
                     .key = cardKey(*card),
                     .figure = double(expired.daysTo(card->why.dataTo)),
                     .dataTo = card->why.dataTo});
}

constexpr std::array rules = {
    RuleKind{"pay.first", "overdue new_for", "unpaid", &payFirst},
    RuleKind{"pay.late", "medium high critical", "habit no_habit", &payLate},
    RuleKind{"card.expired", "", "expired unpaid", &cardExpired},
    RuleKind{"card.expiring", "within", "expires", &cardExpiring},
};

} // namespace

std::span<const RuleKind> moneyRules() { return rules; }

} // namespace steward::work
