// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

#include <algorithm>
#include <cmath>

/// Three sentences that a CSM would say (content 7.2), each from figures of the pack.
namespace steward::qbr {

namespace {

using State = GoalLine::State;

NamedArguments goalArguments(const GoalLine& goal)
{
    return {{QStringLiteral("goal"), goal.name},           {QStringLiteral("baseline"), goal.baseline.value_or(0)},
            {QStringLiteral("now"), goal.now.value_or(0)}, {QStringLiteral("target"), goal.target.value_or(0)},
            {QStringLiteral("unit"), goal.unit},           {QStringLiteral("due"), goal.due}};
}

/// When a straight line through the day it was agreed and the day it was last reviewed reaches the target.
QDate reachedAtThisPace(const GoalLine& goal)
{
    if (!goal.baseline || !goal.now || !goal.target || !goal.agreedOn.isValid() || !goal.reviewed.isValid())
        return {};
    const double way = *goal.target - *goal.baseline;
    const double done = *goal.now - *goal.baseline;
    const auto days = static_cast<double>(goal.agreedOn.daysTo(goal.reviewed));
    constexpr double mostDays = 3 * 365;
    if (way == 0 || done / way <= 0 || days <= 0 || days * way / done > mostDays)
        return {};
    return goal.agreedOn.addDays(static_cast<qint64>(std::ceil(days * way / done)));
}

Say goalSentence(const Goals& goals)
{
    if (goals.lines.empty())
        return {QStringLiteral("summary.goal_none"), {}};
    const GoalLine& goal = goals.lines.front();
    NamedArguments arguments = goalArguments(goal);
    const bool hasFigures = goal.now && goal.target;
    if (goal.state == State::Met) {
        if (!goal.metOn.isValid() || !goal.due.isValid() || !goal.baseline || !goal.now)
            return {QStringLiteral("summary.goal_met_plain"), arguments};
        const qint64 days = goal.metOn.daysTo(goal.due);
        arguments.emplace_back(QStringLiteral("days"), std::abs(days));
        return {days > 0   ? QStringLiteral("summary.goal_met_before")
                : days < 0 ? QStringLiteral("summary.goal_met_after")
                           : QStringLiteral("summary.goal_met_on"),
                arguments};
    }
    if (!hasFigures)
        return {goal.due.isValid() ? QStringLiteral("summary.goal_words_due") : QStringLiteral("summary.goal_words"),
                arguments};
    if (goal.state == State::Behind || goal.state == State::Decision) {
        const QDate reached = reachedAtThisPace(goal);
        if (reached.isValid() && goal.due.isValid() && reached > goal.due) {
            arguments.emplace_back(QStringLiteral("month"), reached);
            return {QStringLiteral("summary.goal_behind"), arguments};
        }
        return {QStringLiteral("summary.goal_decision"), arguments};
    }
    if (goal.state == State::OnCourse && goal.due.isValid())
        return {QStringLiteral("summary.goal_on_course"), arguments};
    return {QStringLiteral("summary.goal_stands"), arguments};
}

Say useSentence(const Pack& pack)
{
    const Use& use = pack.use;
    constexpr qint64 trouble = 2;
    if (!use.isKnown || !use.now)
        return {use.dataTo.isValid() ? QStringLiteral("summary.use_until") : QStringLiteral("summary.use_none"),
                {{QStringLiteral("date"), use.dataTo}}};
    NamedArguments arguments{{QStringLiteral("now"), rounded(*use.now)},
                             {QStringLiteral("before"), rounded(use.before.value_or(0))},
                             {QStringLiteral("metric"), use.metric},
                             {QStringLiteral("product"), pack.product},
                             {QStringLiteral("quarter"), pack.quarter.plus(-1).toText()}};
    const auto percent = use.percent();
    const QString kind = use.isPeople ? QStringLiteral("people") : QStringLiteral("metric");
    constexpr qint64 unchanged = 3;
    constexpr qint64 slight = 10;
    if (percent)
        arguments.emplace_back(QStringLiteral("pct"), std::abs(*percent));
    if (percent && *percent <= -unchanged)
        return {-*percent <= slight ? QStringLiteral("summary.use_down_slightly") : QStringLiteral("summary.use_down"),
                arguments};
    if (pack.service.urgent >= trouble) {
        return {QStringLiteral("summary.urgent"), {{QStringLiteral("n"), pack.service.urgent}}};
    }
    if (!percent)
        return {QString(QStringLiteral("summary.use_now_") + kind), arguments};
    const QString how = *percent < unchanged ? QStringLiteral("summary.use_same_")
                        : *percent <= slight ? QStringLiteral("summary.use_up_slightly_")
                                             : QStringLiteral("summary.use_up_");
    return {QString(how + kind), arguments};
}

const ActionLine* firstAction(const Pack& pack, bool isOurs)
{
    const auto found = std::ranges::find_if(
        pack.actions, [&](const ActionLine& each) { return each.isOurs == isOurs && each.due.isValid(); });
    return found == pack.actions.end() ? nullptr : &*found;
}

Say nextSentence(const Pack& pack)
{
    const ActionLine* ours = firstAction(pack, true);
    const ActionLine* theirs = firstAction(pack, false);
    const auto goal = std::ranges::find_if(
        pack.goals.lines, [](const GoalLine& each) { return each.state != State::Met && each.due.isValid(); });
    const bool hasGoal = goal != pack.goals.lines.end() && goal->due >= pack.asOf;
    NamedArguments arguments;
    if (hasGoal) {
        arguments.emplace_back(QStringLiteral("goal"), goal->name);
        arguments.emplace_back(QStringLiteral("due"), goal->due);
    }
    if (theirs)
        arguments.emplace_back(QStringLiteral("decision"), theirs->what);
    if (ours) {
        arguments.emplace_back(QStringLiteral("action"), ours->what);
        arguments.emplace_back(QStringLiteral("date"), ours->due);
    }
    if (!ours && !theirs)
        return {hasGoal ? QStringLiteral("summary.next_goal") : QStringLiteral("summary.next_open"), arguments};
    const QString who = ours && theirs ? QStringLiteral("both")
                        : ours         ? QStringLiteral("ours")
                                       : QStringLiteral("theirs");
    return {QString((hasGoal ? QStringLiteral("summary.next_goal_") : QStringLiteral("summary.next_")) + who),
            arguments};
}

} // namespace

std::vector<Say> summaryOf(const Pack& pack)
{
    return {goalSentence(pack.goals), useSentence(pack), nextSentence(pack)};
}

} // namespace steward::qbr
