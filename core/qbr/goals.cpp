// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/values.h"
#include "core/portfolio/standing.h"
#include "core/qbr/subject.h"

#include <algorithm>

namespace steward::qbr {

namespace {

using State = GoalLine::State;

constexpr qsizetype shortName = 32;

/// The day it counts as met: where nobody said which, that of the review that knew, else of the record. Invalid: it is
/// not met, or only on a day that is still to come.
QDate metDay(const Subject& subject, const Goal& goal)
{
    if (!isMet(goal))
        return {};
    QDate day = goal.metOn.isValid() ? goal.metOn : goal.lastReviewed;
    if (!day.isValid())
        day = dayOf(goal.recorded, subject.book.zone);
    return goal.metOn.isValid() && day > subject.asOf ? QDate() : day;
}

/// A figure that was reviewed later is of a later day.
std::optional<double> figureOn(const Goal& goal, QDate asOf)
{
    return goal.lastReviewed.isValid() && goal.lastReviewed > asOf ? std::nullopt : goal.current;
}

bool isAtTarget(const Goal& goal, std::optional<double> now)
{
    if (!now || !goal.target)
        return false;
    const bool isDown = goal.baseline && *goal.target < *goal.baseline;
    return goal.baseline ? (isDown ? *now <= *goal.target : *now >= *goal.target) : *now == *goal.target;
}

State stateOf(const Goal& goal, std::optional<double> now, bool isMetNow, QDate asOf)
{
    if (isMetNow)
        return State::Met;
    if (goal.status == u"changed")
        return State::Changed;
    if (goal.status == u"dropped")
        return State::Dropped;
    if (isAtTarget(goal, now))
        return State::Reached;
    const bool isLate = goal.due.isValid() && goal.due < asOf;
    if (goal.status == u"behind" || isLate)
        return State::Behind;
    if (goal.status == u"at_risk")
        return State::Decision;
    return goal.status == u"on_track" || isMet(goal) ? State::OnCourse : State::Agreed;
}

/// So little or nothing has moved in a third of its time that there is no pace to speak of.
bool standsStill(const GoalLine& goal)
{
    constexpr qint64 share = 3;
    return goal.baseline && goal.now && goal.target && *goal.baseline != *goal.target && goal.agreedOn.isValid() &&
           goal.reviewed > goal.agreedOn &&
           goal.agreedOn.daysTo(goal.reviewed) * share >= goal.agreedOn.daysTo(goal.due);
}

bool isDoubtful(const GoalLine& goal)
{
    if (!goal.due.isValid())
        return false;
    const QDate reached = reachedAtThisPace(goal);
    return reached.isValid() ? Month::of(reached) > Month::of(goal.due) : standsStill(goal);
}

GoalLine lineOf(const Goal& goal, bool isMetNow, QDate asOf)
{
    GoalLine line;
    line.id = GoalId(goal.id);
    line.name = goal.shortName.isEmpty() ? shortened(goal.outcome, shortName) : goal.shortName;
    line.words = goal.outcome;
    line.measure = goal.measure;
    line.now = figureOn(goal, asOf);
    line.state = stateOf(goal, line.now, isMetNow, asOf);
    line.baseline = goal.baseline;
    line.target = goal.target;
    line.unit = goal.unit;
    line.agreedOn = goal.agreedOn;
    line.due = goal.due;
    line.metOn = isMetNow ? goal.metOn : QDate();
    line.reviewed = goal.lastReviewed > asOf ? QDate() : goal.lastReviewed;
    line.features = goal.features;
    if (line.state == State::OnCourse && isDoubtful(line))
        line.state = State::Doubted;
    return line;
}

/// The day the goal was changed or dropped, where its history says.
QDate endedOn(const Subject& subject, const Goal& goal)
{
    QDate day;
    for (const auto& each : subject.facts.changes)
        if (each.entity == Entity::Goal && each.record == goal.id && each.field == u"status" &&
            textOf(each.value) == goal.status)
            day = each.day;
    return day;
}

int rankOf(State state)
{
    switch (state) {
    case State::Behind:
        return 0;
    case State::Decision:
    case State::Doubted:
        return 1;
    case State::OnCourse:
    case State::Agreed:
    case State::Reached:
        return 2;
    default:
        return 3;
    }
}

} // namespace

Goals goalsOf(const Subject& subject)
{
    struct Ranked
    {
        qint64 priority;
        GoalLine line;
    };
    constexpr qint64 noPriority = 9;
    std::vector<Ranked> ranked;
    for (const Goal& each : subject.facts.of<Goal>()) {
        if (each.outcome.isEmpty() && each.shortName.isEmpty())
            continue;
        const QDate met = metDay(subject, each);
        const bool isMetNow = met.isValid() && met >= subject.period.from;
        const bool isMetLater = isMet(each) && !met.isValid();
        if (!isOpen(each) && !isMetNow && !isMetLater)
            continue;
        GoalLine line = lineOf(each, isMetNow, subject.asOf);
        line.isSince = isMetNow && met > subject.period.to;
        ranked.push_back({each.priority.value_or(noPriority), std::move(line)});
    }
    std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
        return std::pair(a.priority, rankOf(a.line.state)) < std::pair(b.priority, rankOf(b.line.state));
    });
    Goals goals;
    for (Ranked& each : ranked) {
        goals.met += each.line.state == State::Met && !each.line.isSince ? 1 : 0;
        goals.since += each.line.isSince ? 1 : 0;
        goals.doubted += each.line.state == State::Doubted ? 1 : 0;
        goals.decisions += each.line.state == State::Behind || each.line.state == State::Decision ? 1 : 0;
        goals.reviewed = std::max(goals.reviewed, each.line.reviewed);
        goals.lines.push_back(std::move(each.line));
    }
    return goals;
}

Change changeOf(const Subject& subject, const Goals& goals)
{
    Change change;
    for (const GoalLine& each : goals.lines) {
        const bool isNew = each.agreedOn.isValid() && subject.period.contains(each.agreedOn);
        if (each.state != State::Met)
            (isNew ? change.added : change.kept).append(each.name);
        if (each.state == State::Decision || each.state == State::Behind)
            change.decisions.push_back(each);
    }
    for (const Goal& each : subject.facts.of<Goal>())
        if ((each.status == u"changed" || each.status == u"dropped") && subject.period.contains(endedOn(subject, each)))
            change.ended.append(lineOf(each, false, subject.asOf).name);
    // Of what happened at the customer's only what one may speak about in a room full of people.
    constexpr QStringView spoken[] = {u"merger", u"reorganisation", u"new_leadership", u"award", u"growth"};
    for (const AccountEvent& each : subject.facts.of<AccountEvent>())
        if (subject.period.contains(each.day) && std::ranges::find(spoken, QStringView(each.kind)) != std::end(spoken))
            change.events.emplace_back(each.kind, each.day);
    return change;
}

} // namespace steward::qbr
