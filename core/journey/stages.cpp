// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/stages.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/standing.h"

#include <algorithm>
#include <span>

namespace steward::journey {

QDate accountStart(const AccountFacts& facts, const BookFacts& book)
{
    QDate start = contractStart(facts, book);
    if (!start.isValid())
        for (const StageMove& move : facts.of<StageMove>())
            if (move.day.isValid() && (!start.isValid() || move.day < start))
                start = move.day;
    return start;
}

std::vector<StageSpan> stageSpans(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const std::vector<StageStep> all = stageSteps(facts);
    const auto end = std::ranges::upper_bound(all, day, {}, &StageStep::day);
    const std::span<const StageStep> steps(all.begin(), end);
    QDate start = accountStart(facts, book);
    if (!steps.empty() && (!start.isValid() || steps.front().day < start))
        start = steps.front().day;
    if (!start.isValid() || start > day)
        return {};
    std::vector<StageSpan> spans;
    if (steps.empty() || steps.front().day > start) {
        spans.push_back({steps.empty() ? stageOn(facts, day) : steps.front().from, start, {}, {}});
        spans.back().isAssumed = steps.empty() && !all.empty() && all.front().from.isEmpty();
    }
    for (const StageStep& step : steps) {
        if (!spans.empty())
            spans.back().to = step.day;
        spans.push_back({step.to, step.day, {}, {Entity::StageMove, step.move}});
    }
    spans.back().to = day.addDays(1);
    spans.back().isOpen = true;
    return spans;
}

std::vector<StageTime> stageTimes(const std::vector<StageSpan>& spans)
{
    std::vector<StageTime> times;
    for (const StageSpan& span : spans) {
        const QString stage = span.isAssumed ? QString() : span.stage;
        auto found = std::ranges::find(times, stage, &StageTime::stage);
        if (found == times.end())
            found = times.insert(times.end(), StageTime{stage, 0, 0, false});
        found->days += span.days();
        ++found->visits;
    }
    for (StageTime& each : times)
        each.isCurrent = each.stage == spans.back().stage;
    return times;
}

QDate lastSign(const AccountFacts& facts, QDate day)
{
    QDate last;
    const auto see = [&last, day](QDate seen) {
        if (seen.isValid() && seen <= day && (!last.isValid() || seen > last))
            last = seen;
    };
    for (const Milestone& milestone : facts.of<Milestone>())
        see(milestone.reached);
    for (const Task& task : facts.of<Task>())
        see(task.doneOn);
    for (const Touch& touch : facts.of<Touch>())
        if (tookPlace(touch) && touch.kind != u"note")
            see(touch.day);
    for (const UsageView series : facts.usage)
        for (auto point = series.points.rbegin(); point != series.points.rend(); ++point)
            if (point->value > 0 && point->day <= usageDay(day)) {
                see(usageDate(point->day));
                break;
            }
    return last;
}

std::optional<StageClock> stageClock(const AccountFacts& facts, const BookFacts& book,
                                     const std::vector<StageRule>& stages, const ClockRules& rules, QDate day)
{
    const auto spans = stageSpans(facts, book, day);
    if (spans.empty() || spans.back().stage.isEmpty() || standingOn(facts, book, day) == AccountStanding::Former)
        return std::nullopt;
    StageClock clock;
    clock.stage = spans.back().stage;
    clock.since = spans.back().isAssumed ? day : spans.back().from;
    clock.days = clock.since.daysTo(day);
    clock.lastSign = lastSign(facts, day);
    for (const StageRule& rule : stages)
        if (rule.id.compare(clock.stage, Qt::CaseInsensitive) == 0)
            clock.target = rule.targetDays;
    if (!clock.target)
        return clock;
    const double days = static_cast<double>(clock.days);
    const bool isSilent =
        clock.lastSign.isValid() && clock.lastSign.daysTo(day) >= rules.silentDays && clock.days >= rules.silentDays;
    if (days > rules.stuckTimes * *clock.target || isSilent)
        clock.state = ClockState::Stuck;
    else
        clock.state = days > rules.behindTimes * *clock.target ? ClockState::Behind : ClockState::OnTrack;
    return clock;
}

} // namespace steward::journey
