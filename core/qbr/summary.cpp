// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/subject.h"

#include <algorithm>
#include <cmath>
#include <map>

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

/// Where a goal stands that is not met: how it is said follows the way it goes ("15 of 11 hours" would be nonsense).
Say standing(const char* id, const GoalLine& goal, NamedArguments arguments)
{
    const bool isDown = goal.baseline ? *goal.target < *goal.baseline : *goal.target < *goal.now;
    return {QString(QStringLiteral("summary.") + QLatin1String(id) + (isDown ? QStringLiteral("_down") : QString())),
            std::move(arguments)};
}

Say metGoal(const GoalLine& goal, NamedArguments arguments)
{
    if (goal.isSince) {
        arguments.emplace_back(QStringLiteral("date"), goal.metOn);
        return {goal.baseline && goal.now ? QStringLiteral("summary.goal_since")
                                          : QStringLiteral("summary.goal_since_plain"),
                std::move(arguments)};
    }
    if (!goal.metOn.isValid() || !goal.due.isValid() || !goal.baseline || !goal.now)
        return {QStringLiteral("summary.goal_met_plain"), std::move(arguments)};
    const qint64 days = goal.metOn.daysTo(goal.due);
    arguments.emplace_back(QStringLiteral("days"), std::abs(days));
    return {days > 0   ? QStringLiteral("summary.goal_met_before")
            : days < 0 ? QStringLiteral("summary.goal_met_after")
                       : QStringLiteral("summary.goal_met_on"),
            std::move(arguments)};
}

/// Behind or in need of a decision. What should have been reached by now is no forecast.
Say openQuestion(const GoalLine& goal, QDate asOf, NamedArguments arguments)
{
    const QDate reached = reachedAtThisPace(goal);
    const bool isAhead = reached.isValid() && reached > asOf;
    if (isAhead)
        arguments.emplace_back(QStringLiteral("month"), reached);
    if (goal.due.isValid() && goal.due < asOf)
        return standing(isAhead ? "goal_late_pace" : "goal_late", goal, std::move(arguments));
    const bool isLater = isAhead && goal.due.isValid() && Month::of(reached) > Month::of(goal.due);
    return standing(isLater ? "goal_behind" : "goal_decision", goal, std::move(arguments));
}

Say goalSentence(const Goals& goals, QDate asOf)
{
    if (goals.lines.empty())
        return {QStringLiteral("summary.goal_none"), {}};
    const GoalLine& goal = goals.lines.front();
    NamedArguments arguments = goalArguments(goal);
    if (goal.state == State::Met)
        return metGoal(goal, std::move(arguments));
    if (!goal.now || !goal.target)
        return {goal.due.isValid() ? QStringLiteral("summary.goal_words_due") : QStringLiteral("summary.goal_words"),
                std::move(arguments)};
    if (goal.state == State::Reached)
        return standing("goal_at_target", goal, std::move(arguments));
    if (goal.state == State::Behind || goal.state == State::Decision)
        return openQuestion(goal, asOf, std::move(arguments));
    const bool isOnCourse = goal.state == State::OnCourse && goal.due.isValid();
    return standing(isOnCourse                     ? "goal_on_course"
                    : goal.state == State::Doubted ? "goal_open"
                                                   : "goal_stands",
                    goal, std::move(arguments));
}

Say useSentence(const Pack& pack)
{
    constexpr qint64 trouble = 2;
    const UseTrend trend = pack.use.trend();
    const bool hasFallen = !pack.use.isSeason &&
                           (trend == UseTrend::Less || trend == UseTrend::SlightlyLess || trend == UseTrend::FewLess);
    const qint64 urgent = pack.service.urgent;
    const qint64 open = pack.service.urgentOpen;
    if (!hasFallen && pack.use.isKnown && urgent >= trouble)
        return {open > 0 ? QStringLiteral("summary.urgent_open") : QStringLiteral("summary.urgent"),
                {{QStringLiteral("n"), urgent}, {QStringLiteral("k"), open}}};
    return useSaying(pack, QStringLiteral("summary.use_"));
}

const ActionLine* firstAction(const Pack& pack, bool isOurs)
{
    const auto found = std::ranges::find_if(pack.actions, [&](const ActionLine& each) {
        return each.isOurs == isOurs && each.due.isValid() && each.isOpen() && !each.isLate(pack.asOf);
    });
    return found == pack.actions.end() ? nullptr : &*found;
}

/// What we promised and did not do comes before any new promise.
const ActionLine* owed(const Pack& pack)
{
    const auto found = std::ranges::find_if(
        pack.actions, [&](const ActionLine& each) { return each.isOurs && each.isLate(pack.asOf); });
    return found == pack.actions.end() ? nullptr : &*found;
}

Say nextSentence(const Pack& pack)
{
    if (const ActionLine* late = owed(pack))
        return {QStringLiteral("summary.next_owed"),
                {{QStringLiteral("action"), late->what}, {QStringLiteral("date"), late->due}}};
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

Say useSaying(const Pack& pack, const QString& beginning)
{
    const Use& use = pack.use;
    static const std::map<UseTrend, QString> names{{UseTrend::Unshared, QStringLiteral("none")},
                                                   {UseTrend::Begins, QStringLiteral("from")},
                                                   {UseTrend::Ended, QStringLiteral("until")},
                                                   {UseTrend::Left, QStringLiteral("left")},
                                                   {UseTrend::Alone, QStringLiteral("now")},
                                                   {UseTrend::Same, QStringLiteral("same")},
                                                   {UseTrend::FewMore, QStringLiteral("few")},
                                                   {UseTrend::FewLess, QStringLiteral("few_down")},
                                                   {UseTrend::SlightlyMore, QStringLiteral("up_slightly")},
                                                   {UseTrend::More, QStringLiteral("up")},
                                                   {UseTrend::SlightlyLess, QStringLiteral("down_slightly")},
                                                   {UseTrend::Less, QStringLiteral("down")}};
    const UseTrend trend = use.trend();
    QString id = beginning + names.at(trend);
    if (!use.isKnown || trend == UseTrend::Left)
        return {id, {{QStringLiteral("date"), trend == UseTrend::Begins ? use.from : use.dataTo}}};
    const bool isChange = trend >= UseTrend::SlightlyMore || trend == UseTrend::FewLess;
    if (isChange && use.isSeason)
        id += QStringLiteral("_season");
    if (trend != UseTrend::SlightlyLess && trend != UseTrend::Less)
        id += use.isPeople ? QStringLiteral("_people") : QStringLiteral("_metric");
    return {id,
            {{QStringLiteral("now"), rounded(use.now.value_or(0))},
             {QStringLiteral("before"), rounded(use.before.value_or(0))},
             {QStringLiteral("pct"), std::abs(use.percent().value_or(0))},
             {QStringLiteral("metric"), use.metric},
             {QStringLiteral("product"), pack.product},
             {QStringLiteral("quarter"), pack.quarter.plus(-1).toText()}}};
}

std::vector<Say> summaryOf(const Pack& pack)
{
    return {goalSentence(pack.goals, pack.asOf), useSentence(pack), nextSentence(pack)};
}

} // namespace steward::qbr
