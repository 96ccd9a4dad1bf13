// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/renewals.h"

#include "core/model/values.h"
#include "core/portfolio/standing.h"

#include <map>

namespace steward::revenue {

namespace {

constexpr int monthsOfYear = 12;
constexpr int daysThatRoundUp = 15;

struct Term
{
    int months = monthsOfYear;
    bool isKnown = false;
};

// The cycle began when it was last renewed: the newest earlier value of the renewal date, else the start.
QDate cycleStart(const AccountFacts& facts, const Subscription& subscription, QDate renewal)
{
    QDate start = subscription.start;
    for (const Change& change : facts.changes) {
        if (change.entity != Entity::Subscription || change.record != subscription.id ||
            change.field != u"renewal_date")
            continue;
        QDate earlier;
        assign(earlier, change.value);
        if (earlier.isValid() && earlier < renewal && (!start.isValid() || earlier > start))
            start = earlier;
    }
    return start;
}

Term termOf(const AccountFacts& facts, const Subscription& subscription, QDate renewal)
{
    if (subscription.termMonths && *subscription.termMonths > 0 && *subscription.termMonths <= 1200)
        return {static_cast<int>(*subscription.termMonths), true};
    const auto months = termMonths(cycleStart(facts, subscription, renewal), renewal);
    if (!months || *months > monthsOfYear)
        return {};
    return {*months, true};
}

RenewalBucket bucketOf(QDate cycle, QDate day)
{
    if (!cycle.isValid())
        return RenewalBucket::Missing;
    return cycle < day ? RenewalBucket::Passed : RenewalBucket::Due;
}

int checkpointOf(qint64 daysLeft)
{
    if (daysLeft < 0 || daysLeft > 180)
        return 0;
    return daysLeft <= 90 ? 90 : 180;
}

// Calls of one cycle, oldest first: the newest stands, the last change is told.
void readCalls(Renewal& renewal, const AccountFacts& facts)
{
    const RenewalCall* previous = nullptr;
    for (const RenewalCall& call : facts.of<RenewalCall>()) {
        if (!renewal.cycle.isValid() || call.cycle != renewal.cycle || call.call.isEmpty())
            continue;
        if (previous && previous->call != call.call)
            renewal.moved = Renewal::Moved{call.day, previous->call, call.call, call.reason};
        renewal.csmCall = call.call;
        renewal.records.push_back({Entity::RenewalCall, call.id});
        previous = &call;
    }
    renewal.isCallAllowed = isCallAllowedAt(renewal.checkpoint, renewal.csmCall);
}

// Recurring amount at the end of the cycle: a yearly step that begins before it counts.
const PaidSpan* spanAt(std::span<const PaidSpan> spans, QDate day)
{
    const auto it = std::find_if(spans.begin(), spans.end(), [day](const PaidSpan& s) { return s.contains(day); });
    return it != spans.end() ? &*it : nullptr;
}

void addSubscription(Renewal& renewal, const Subscription& subscription, const Term& term, Mrr mrr)
{
    renewal.amount.minor += termAmount(mrr, term.months);
    renewal.months = std::max(renewal.records.empty() ? 0 : renewal.months, term.months);
    const bool wasKnown = renewal.records.empty() || renewal.method == Code("renewal.amount.term");
    renewal.method = wasKnown && term.isKnown ? Code("renewal.amount.term") : Code("renewal.amount.year");
    renewal.noticeGiven = renewal.noticeGiven || subscription.noticeGivenOn.isValid();
    if (subscription.noticeBy.isValid() && (!renewal.noticeBy.isValid() || subscription.noticeBy < renewal.noticeBy))
        renewal.noticeBy = subscription.noticeBy;
    renewal.records.push_back({Entity::Subscription, subscription.id});
}

} // namespace

std::optional<int> termMonths(QDate start, QDate end)
{
    if (!start.isValid() || !end.isValid() || end <= start)
        return std::nullopt;
    int months = (end.year() - start.year()) * 12 + end.month() - start.month();
    if (start.addMonths(months) > end)
        --months;
    if (start.addMonths(months).daysTo(end) >= daysThatRoundUp)
        ++months;
    return std::max(months, 1);
}

qint64 termAmount(Mrr mrr, int months) { return divideHalfUp(Wide(mrr.units()) * months, Mrr::perMinor); }

bool isCallAllowedAt(int checkpoint, const QString& call)
{
    return checkpoint != 90 || (call != u"watch" && call != u"likely");
}

std::vector<Renewal> renewalsOf(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    std::map<std::pair<QDate, Currency>, Renewal> cycles;
    const auto phases = facts.of<SubscriptionPhase>().all();
    const bool isFormer = standingOn(facts, book, day) == AccountStanding::Former;
    for (const Subscription& subscription : facts.of<Subscription>()) {
        const auto spans = paidSpans(subscription, phases, book.plans.all());
        const QDate cycle = subscription.renewalDate.isValid() ? subscription.renewalDate : facts.account.renewalDate;
        const bool isOver = spans.empty() || (subscription.endedOn.isValid() && subscription.endedOn <= day) ||
                            (subscription.start.isValid() && subscription.start > day);
        // Who has left on a day nobody knows has no renewal that is missing.
        const bool isGone = isFormer && !cycle.isValid();
        if (isOver || isGone || (subscription.noticeGivenOn.isValid() && cycle.isValid() && cycle <= day))
            continue;
        const PaidSpan* span = spanAt(spans, cycle.isValid() && cycle > day ? cycle.addDays(-1) : day);
        span = span ? span : &spans.back();
        Currency currency = span->currency.isKnown() ? span->currency : facts.account.currency;
        currency = currency.isKnown() ? currency : book.currency;
        Renewal& renewal = cycles[{cycle, currency}];
        renewal.account = facts.id();
        renewal.cycle = cycle;
        renewal.amount.currency = currency;
        addSubscription(renewal, subscription, termOf(facts, subscription, cycle), span->mrr);
    }
    std::vector<Renewal> all;
    for (auto& [key, renewal] : cycles) {
        renewal.bucket = bucketOf(renewal.cycle, day);
        if (renewal.cycle.isValid())
            renewal.daysLeft = day.daysTo(renewal.cycle);
        renewal.checkpoint = renewal.daysLeft ? checkpointOf(*renewal.daysLeft) : 0;
        readCalls(renewal, facts);
        all.push_back(std::move(renewal));
    }
    return all;
}

std::vector<Renewal> renewals(const Portfolio& portfolio, QDate day, std::optional<int> within)
{
    std::vector<Renewal> all;
    for (const AccountFacts& facts : portfolio)
        for (Renewal& renewal : renewalsOf(facts, portfolio.book(), day)) {
            const bool tooFar = within && renewal.bucket == RenewalBucket::Due && *renewal.daysLeft > *within;
            if (!tooFar)
                all.push_back(std::move(renewal));
        }
    std::sort(all.begin(), all.end(), [](const Renewal& a, const Renewal& b) {
        return std::tie(a.bucket, a.cycle, a.account, a.amount.currency) <
               std::tie(b.bucket, b.cycle, b.account, b.amount.currency);
    });
    return all;
}

} // namespace steward::revenue
