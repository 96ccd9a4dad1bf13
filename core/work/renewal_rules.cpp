// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>

/// Renewals: calls, notice, dates that passed.
namespace steward::work {

namespace {

using content::Severity;
using revenue::Renewal;
using revenue::RenewalBucket;

constexpr int lastCheckpoint = 90;

/// "2027-03-01", with the checkpoint "2027-03-01/90".
QString keyOf(const Renewal& renewal, int checkpoint = 0)
{
    const QString cycle = isoText(renewal.cycle);
    return checkpoint > 0 ? QString(cycle + u'/' + QString::number(checkpoint)) : cycle;
}

/// A call of the cycle made for the checkpoint, or since it came.
bool isCalled(const Subject& account, const Renewal& renewal)
{
    const QString checkpoint = QString::number(renewal.checkpoint);
    const QDate since = renewal.cycle.addDays(-renewal.checkpoint);
    return std::ranges::any_of(account.of<RenewalCall>(), [&](const RenewalCall& each) {
        return each.cycle == renewal.cycle && !each.call.isEmpty() && each.call != u"unknown" &&
               (each.checkpoint == checkpoint || each.day >= since);
    });
}

/// What comes due once: one line a cycle, also where it has amounts in two currencies.
std::vector<const Renewal*> cyclesOf(const Subject& account, RenewalBucket bucket)
{
    std::vector<const Renewal*> cycles;
    for (const Renewal& each : account.renewals())
        if (each.bucket == bucket && !each.noticeGiven &&
            std::ranges::none_of(cycles, [&](const Renewal* seen) { return seen->cycle == each.cycle; }))
            cycles.push_back(&each);
    return cycles;
}

void renewalDecide(const Subject& account, const Rule& rule, Findings& found)
{
    for (const Renewal* each : cyclesOf(account, RenewalBucket::Due)) {
        // Who has no person has nobody whose call it is; what renews every month or quarter is not called.
        if (each->checkpoint == 0 || !account.hasPeople() || each->months < 6 || isCalled(account, *each))
            continue;
        const bool isLast = each->checkpoint == lastCheckpoint;
        found.add(rule, {.severity = isLast ? Severity::High : Severity::Medium,
                         .arguments = {each->cycle, each->amount, qint64(each->checkpoint)},
                         .records = each->records,
                         .opened = each->cycle.addDays(-each->checkpoint),
                         .key = keyOf(*each, each->checkpoint),
                         .figure = double(each->checkpoint - *each->daysLeft)});
    }
}

/// Bound already, or said to stay.
bool isCommitted(const Subject& account, const Renewal& renewal)
{
    return renewal.csmCall == u"commit" ||
           std::ranges::any_of(account.of<Subscription>(), [&](const Subscription& each) {
               return each.commitmentUntil.isValid() && each.commitmentUntil > renewal.cycle;
           });
}

void renewalNotice(const Subject& account, const Rule& rule, Findings& found)
{
    for (const Renewal* each : cyclesOf(account, RenewalBucket::Due)) {
        const qint64 days = each->noticeBy.isValid() ? account.day().daysTo(each->noticeBy) : -1;
        if (days < 0 || days > rule.days(0) || isCommitted(account, *each))
            continue;
        found.add(rule, {.severity = Severity::High,
                         .arguments = {each->noticeBy, each->amount},
                         .records = each->records,
                         .opened = each->noticeBy.addDays(-rule.days(0)),
                         .key = keyOf(*each),
                         .figure = double(rule.days(0) - days),
                         .due = each->noticeBy});
    }
}

/// Place of a call from commit to lost; none: not known.
std::optional<int> stepOf(const QString& call)
{
    constexpr std::array<QStringView, 6> order = {u"commit", u"likely", u"conditional", u"watch", u"at_risk", u"lost"};
    const auto found = std::ranges::find(order, call == u"likely_with_conditions" ? QStringView(u"conditional") : call);
    return found == order.end() ? std::nullopt : std::optional(static_cast<int>(found - order.begin()));
}

void renewalDisagree(const Subject& account, const Rule& rule, Findings& found)
{
    if (!account.book().scoreCall)
        return;
    for (const Renewal* each : cyclesOf(account, RenewalBucket::Due)) {
        if (each->checkpoint == 0)
            continue;
        const QString said = account.book().scoreCall(account.score(), each->checkpoint);
        const auto ours = stepOf(each->csmCall);
        const auto scores = stepOf(said);
        if (!ours || !scores || std::abs(*ours - *scores) < rule.days(0))
            continue;
        found.add(rule, {.severity = Severity::Medium,
                         .arguments = {each->csmCall, said},
                         .records = each->records,
                         .opened = each->cycle.addDays(-each->checkpoint),
                         .key = keyOf(*each, each->checkpoint),
                         .figure = double(std::abs(*ours - *scores))});
    }
}

void renewalPassed(const Subject& account, const Rule& rule, Findings& found)
{
    for (const Renewal* each : cyclesOf(account, RenewalBucket::Passed))
        found.add(rule, {.severity = Severity::High,
                         .arguments = {each->cycle},
                         .records = each->records,
                         .opened = each->cycle,
                         .key = keyOf(*each),
                         .figure = double(each->cycle.daysTo(account.day()))});
}

constexpr std::array rules = {
    RuleKind{"renewal.passed", "", "passed", &renewalPassed},
    RuleKind{"renewal.notice", "within", "until", &renewalNotice},
    RuleKind{"renewal.decide", "", "due", &renewalDecide},
    RuleKind{"renewal.disagree", "steps", "apart", &renewalDisagree},
};

} // namespace

std::span<const RuleKind> renewalRules() { return rules; }

} // namespace steward::work
