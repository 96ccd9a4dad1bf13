// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/decisions.h"

#include "core/work/rule.h"

#include <algorithm>

namespace steward::work {

namespace {

struct Rest
{
    SignalState state = SignalState::Open;
    QDate from;
    QDate until;
    QString reason;
    std::optional<double> figure;
};

const SignalDecision* decisionOn(const Signal& signal, const AccountFacts& facts)
{
    const auto rows = facts.of<SignalDecision>().all();
    const auto last = std::find_if(rows.rbegin(), rows.rend(), [&](const SignalDecision& each) {
        return each.signal == signal.signal && each.key == signal.key && each.day.isValid();
    });
    return last == rows.rend() ? nullptr : &*last;
}

std::optional<Rest> decided(const Signal& signal, const AccountFacts& facts, const content::SignalKind& kind,
                            const content::Signals& signalRules)
{
    const SignalDecision* decision = decisionOn(signal, facts);
    if (!decision)
        return std::nullopt;
    Rest rest{SignalState::Snoozed, decision->day, decision->snoozedTo.addDays(-1), {}, decision->figure};
    if (decision->snoozedTo.isValid())
        return rest;
    if (decision->dismissedReason.isEmpty())
        return std::nullopt;
    rest.state = SignalState::Dismissed;
    rest.reason = decision->dismissedReason;
    const auto* reason = content::findById(signalRules.dismiss, rest.reason);
    rest.until = decision->day.addDays(std::max(kind.cooldownDays.value_or(0), reason ? reason->days.value_or(0) : 0));
    return rest;
}

/// The newest run of its play that ended since the signal was there.
std::optional<Rest> played(const Signal& signal, const AccountFacts& facts, const content::SignalKind& kind)
{
    if (kind.play.isEmpty() || !kind.cooldownDays)
        return std::nullopt;
    std::optional<Rest> rest;
    for (const PlaybookRun& each : facts.of<PlaybookRun>())
        if (each.playbook == kind.play && each.ended.isValid() && each.ended >= signal.opened &&
            each.outcome != u"in_error" && (!rest || each.ended > rest->from))
            rest = Rest{SignalState::Done, each.ended, each.ended.addDays(*kind.cooldownDays), {}, std::nullopt};
    return rest;
}

bool isWorse(const Signal& now, const Rest& rest, double worseBy, QDate day, const SignalsOn& signalsOn)
{
    const auto isWorseThan = [&](double figure) { return figure > 0 && now.figure >= figure * (1 + worseBy); };
    if (rest.figure && isWorseThan(*rest.figure))
        return true;
    // Of the day itself only the figure that was seen tells more than what is known now.
    if (rest.from >= day)
        return false;
    const auto before = signalsOn(rest.from);
    const auto then = std::ranges::find_if(
        before, [&](const Signal& each) { return each.signal == now.signal && each.key == now.key; });
    if (then != before.end() && now.severity < then->severity)
        return true;
    return !rest.figure && then != before.end() && isWorseThan(then->figure);
}

} // namespace

bool isPutOff(const Task& promise, const AccountFacts& facts, const content::Signals& signalRules, QDate day)
{
    Signal signal;
    signal.signal = QStringLiteral("promise.due");
    signal.key = keyOf({Entity::Task, promise.id});
    const SignalDecision* decision = decisionOn(signal, facts);
    if (!decision || decision->snoozedTo <= day)
        return false;
    const double worseBy = static_cast<double>(signalRules.ranking.worseBy.thousandths) / 1000;
    const double late = promise.due.isValid() ? double(promise.due.daysTo(day)) : 0;
    return !decision->figure || decision->day == day || late < *decision->figure * (1 + worseBy);
}

void applyDecisions(std::vector<Signal>& all, const AccountFacts& facts, const content::Signals& signalRules, QDate day,
                    const SignalsOn& signalsOn)
{
    if (facts.of<SignalDecision>().isEmpty() && facts.of<PlaybookRun>().isEmpty())
        return;
    const double worseBy = static_cast<double>(signalRules.ranking.worseBy.thousandths) / 1000;
    for (Signal& each : all) {
        const auto* kind = content::findById(signalRules.kinds, each.signal);
        if (const SignalDecision* decision = decisionOn(each, facts))
            each.seen = decision->seen.value_or(false);
        auto rest = decided(each, facts, *kind, signalRules);
        if (const auto run = played(each, facts, *kind); run && (!rest || run->from > rest->from))
            rest = run;
        if (!rest || rest->until < day || isWorse(each, *rest, worseBy, day, signalsOn))
            continue;
        each.state = rest->state;
        each.until = rest->until;
        each.reason = rest->reason;
    }
}

} // namespace steward::work
