// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"

#include "core/base/one_of.h"
#include "core/base/text.h"
#include "core/portfolio/subscription_state.h"

#include <algorithm>
#include <array>

namespace steward {

namespace {

/// bareName() of a text of small letters and underscores, as the ids of our own lists are, without asking for memory;
/// none: another text.
std::optional<std::u16string_view> bareId(const QString& text, std::span<char16_t> buffer)
{
    std::size_t size = 0;
    for (const QChar c : text) {
        if (c == u'_')
            continue;
        if (c < u'a' || c > u'z' || size == buffer.size())
            return std::nullopt;
        buffer[size++] = c.unicode();
    }
    return std::u16string_view(buffer.data(), size);
}

/// Status texts are kept as the source writes them; both its words and those of the word list are known here.
bool says(const QString& status, std::initializer_list<std::u16string_view> words)
{
    if (status.isEmpty())
        return false;
    std::array<char16_t, 24> buffer;
    const auto bare = bareId(status, buffer);
    return bare ? std::ranges::find(words, *bare) != words.end() : isOneOf(bareName(status), words);
}

bool isClosedText(const QString& status)
{
    return says(status, {u"solved", u"resolved", u"fixed", u"done", u"answered", u"closed", u"complete", u"completed",
                         u"archived", u"cancelled", u"canceled", u"dropped", u"notneeded", u"finished"});
}

AccountStanding standingByText(const QString& status)
{
    if (says(status, {u"customer", u"active", u"client", u"live", u"paying", u"current"}))
        return AccountStanding::Customer;
    if (says(status, {u"former", u"churned", u"lost", u"inactive", u"cancelled", u"canceled", u"excustomer"}))
        return AccountStanding::Former;
    if (says(status, {u"trial", u"trialing", u"trialling", u"freetrial", u"poc", u"pilot"}))
        return AccountStanding::Trial;
    return says(status, {u"prospect", u"lead", u"opportunity"}) ? AccountStanding::Prospect : AccountStanding::Unknown;
}

} // namespace

AccountStanding standingOn(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    bool isTrial = false;
    bool hasEnded = false;
    bool isOpenEnded = false;
    for (const Subscription& each : facts.of<Subscription>()) {
        const Plan* plan = planOf(book, each.plan);
        if (isPaid(each, plan, day)) {
            // A known day of the churn says from when on: what began before it is what ended.
            const QDate churned = facts.account.churnedOn;
            const bool isBack = churned.isValid() && (churned > day || each.start >= churned);
            isOpenEnded = !each.renewalDate.isValid() && each.status.isEmpty() && !isBack;
            if (!isOpenEnded || standingByText(facts.account.status) != AccountStanding::Former)
                return AccountStanding::Customer;
        }
        isTrial = isTrial || (isInForce(each, day) && each.trial.value_or(false));
        hasEnded = hasEnded || (each.endedOn.isValid() && each.endedOn <= day && !each.trial.value_or(false));
    }
    const Account& account = facts.account;
    if (isOpenEnded)
        return AccountStanding::Former;
    if ((account.churnedOn.isValid() && account.churnedOn <= day) || hasEnded)
        return AccountStanding::Former;
    if (isTrial)
        return AccountStanding::Trial;
    if (account.customerSince.isValid() && account.customerSince <= day)
        return standingByText(account.status) == AccountStanding::Former ? AccountStanding::Former
                                                                         : AccountStanding::Customer;
    return standingByText(account.status);
}

bool isOpen(const Ticket& ticket)
{
    return !ticket.closed.isValid() && !ticket.closedAt && !isClosedText(ticket.status);
}

bool isOpen(const Task& task) { return !task.doneOn.isValid() && !isClosedText(task.status); }

bool isOpen(const Risk& risk) { return !risk.closed.isValid() && risk.outcome.isEmpty(); }

bool isOpen(const Escalation& escalation) { return !escalation.closed.isValid(); }

bool isMet(const Goal& goal)
{
    return goal.metOn.isValid() ||
           says(goal.status, {u"met", u"achieved", u"complete", u"completed", u"done", u"reached"});
}

bool isOpen(const Goal& goal)
{
    return !isMet(goal) && !says(goal.status, {u"changed", u"replaced", u"revised", u"dropped", u"cancelled",
                                               u"canceled", u"abandoned", u"closed"});
}

std::optional<Instant> meetingEnd(const Qbr& review)
{
    constexpr qint64 hour = 3'600'000;
    // An end before the start is a slip: nothing hangs on it.
    if (review.meetingEnd && !(review.meetingStart && review.meetingEnd->ms <= review.meetingStart->ms))
        return review.meetingEnd;
    return review.meetingStart ? std::optional(Instant{review.meetingStart->ms + hour}) : std::nullopt;
}

std::optional<Instant> recapDue(const Qbr& review)
{
    constexpr qint64 day = 86'400'000;
    const auto end = meetingEnd(review);
    return end ? std::optional(Instant{end->ms + day}) : std::nullopt;
}

InvoiceState stateOf(const Invoice& invoice)
{
    if (invoice.paidOn.isValid() ||
        says(invoice.status, {u"paid", u"settled", u"complete", u"completed", u"success", u"succeeded", u"collected"}))
        return InvoiceState::Paid;
    if (says(invoice.status, {u"void", u"voided", u"cancelled", u"canceled", u"deleted", u"draft", u"notsent",
                              u"refunded", u"credited", u"credit", u"creditnote", u"uncollectible", u"baddebt"}))
        return InvoiceState::Void;
    return invoice.status.isEmpty() ? InvoiceState::Unknown : InvoiceState::Open;
}

OpportunityState stateOf(const Opportunity& opportunity)
{
    if (opportunity.won)
        return *opportunity.won ? OpportunityState::Won : OpportunityState::Lost;
    if (says(opportunity.stage, {u"won", u"closedwon", u"win"}))
        return OpportunityState::Won;
    if (says(opportunity.stage, {u"lost", u"closedlost", u"loss", u"disqualified"}))
        return OpportunityState::Lost;
    return opportunity.closedOn.isValid() ? OpportunityState::Closed : OpportunityState::Open;
}

QDate contractStart(const AccountFacts& facts, const BookFacts& book)
{
    QDate first;
    for (const Subscription& each : facts.of<Subscription>()) {
        const Plan* plan = planOf(book, each.plan);
        const bool isBought = !each.trial.value_or(false) && !(plan && plan->free.value_or(false));
        if (isBought && each.start.isValid() && (!first.isValid() || each.start < first))
            first = each.start;
    }
    return first.isValid() ? first : facts.account.customerSince;
}

std::optional<int> ageOn(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const QDate start = contractStart(facts, book);
    return start.isValid() && start <= day ? std::optional(static_cast<int>(start.daysTo(day))) : std::nullopt;
}

} // namespace steward
