// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/account_lines.h"

#include "core/feedback/nps.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/subscription_mrr.h"
#include "core/portfolio/subscription_state.h"
#include "core/query/find_account.h"
#include "core/revenue/levels.h"

#include <map>

namespace steward::query {

namespace {

constexpr int answerDays = 365;

QString nameOf(const BookFacts& book, PersonId id)
{
    for (const Person& person : book.people)
        if (person.id == id.value())
            return person.name;
    return {};
}

struct Recurring
{
    std::map<Currency, Mrr> byCurrency;
    std::optional<qint64> seats;
};

Recurring recurringOf(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    Recurring result;
    if (revenue::isTold(facts)) {
        result.byCurrency = revenue::toldMrrOn(facts, book, day);
        return result;
    }
    for (const auto& [currency, mrr] : mrrOn(paidSpans(facts, book), day))
        result.byCurrency[currency] += mrr;
    const auto phases = facts.of<SubscriptionPhase>().all();
    for (const Subscription& subscription : facts.of<Subscription>())
        if (isPaid(subscription, planOf(book, subscription.plan), day))
            if (const auto seats = seatsOn(subscription, phases, day))
                result.seats = result.seats.value_or(0) + *seats;
    return result;
}

Converted<Mrr> totalOf(const Recurring& recurring, const ExchangeRates& rates, QDate day)
{
    Converted<Mrr> total;
    for (const auto& [currency, mrr] : recurring.byCurrency)
        total.add(rates, mrr, currency, day);
    return total;
}

void setMoney(AccountLine& line, const Recurring& recurring, const ExchangeRates& rates, QDate day)
{
    if (recurring.byCurrency.empty())
        return;
    const Converted<Mrr> total = totalOf(recurring, rates, day);
    if (total.isComplete())
        line.comparable = total.value;
    if (recurring.byCurrency.size() == 1) {
        line.mrr = recurring.byCurrency.begin()->second;
        line.currency = recurring.byCurrency.begin()->first;
        if (!line.currency.isKnown())
            line.currency = rates.currency();
    } else {
        line.mrr = line.comparable;
        line.currency = rates.currency();
    }
}

QDate nextRenewal(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    QDate next;
    QDate passed;
    const auto consider = [&](QDate renewal) {
        if (!renewal.isValid())
            return;
        QDate& best = renewal >= day ? next : passed;
        if (!best.isValid() || (renewal >= day ? renewal < best : renewal > best))
            best = renewal;
    };
    for (const Subscription& subscription : facts.of<Subscription>())
        if (isPaid(subscription, planOf(book, subscription.plan), day))
            consider(subscription.renewalDate);
    if (!next.isValid() && !passed.isValid())
        consider(facts.account.renewalDate);
    return next.isValid() ? next : passed;
}

/// As the figure "nps.latest_per_contact" counts, of the last 365 days.
std::optional<double> npsOn(const AccountFacts& facts, QDate day)
{
    std::map<ContactId, double> latest;
    feedback::NpsCount count;
    const auto add = [&](double score) {
        if (const auto part = feedback::npsPartOf(score))
            count.add(*part);
    };
    for (const Survey& answer : facts.of<Survey>()) {
        const bool counts = answer.kind == u"nps" && answer.score && answer.day.isValid() && answer.day <= day &&
                            answer.day > day.addDays(-answerDays);
        if (!counts)
            continue;
        if (answer.contact.isValid()) {
            latest[answer.contact] = *answer.score; // by day: the last one stays
            continue;
        }
        add(*answer.score);
    }
    for (const auto& [contact, score] : latest)
        add(score);
    return feedback::npsOf(count);
}

} // namespace

std::optional<Mrr> comparableMrr(const AccountFacts& facts, const BookFacts& book, const ExchangeRates& rates,
                                 QDate day)
{
    const Recurring recurring = recurringOf(facts, book, day);
    const Converted<Mrr> total = totalOf(recurring, rates, day);
    return recurring.byCurrency.empty() || !total.isComplete() ? std::nullopt : std::optional(total.value);
}

std::vector<AccountLine> accountLines(const Portfolio& portfolio, QDate day, const Grouping& grouping)
{
    const BookFacts& book = portfolio.book();
    const ExchangeRates rates = ratesOf(portfolio);
    std::vector<AccountLine> lines;
    lines.reserve(portfolio.size());
    for (const AccountFacts& facts : portfolio) {
        AccountLine line;
        line.facts = &facts;
        line.key = firstKey(facts);
        line.csm = nameOf(book, csmOn(facts, day));
        line.stage = stageOn(facts, day);
        line.segment = grouping.groupOf(facts.id());
        line.standing = standingOn(facts, book, day);
        const Recurring recurring = recurringOf(facts, book, day);
        line.seats = recurring.seats;
        setMoney(line, recurring, rates, day);
        line.renewal = nextRenewal(facts, book, day);
        line.nps = npsOn(facts, day);
        line.lastTouch = lastTwoWay(facts);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace steward::query
