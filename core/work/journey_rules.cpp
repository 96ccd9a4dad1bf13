// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/milestones.h"
#include "core/portfolio/standing.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>
#include <cmath>

/// Onboarding, goals, reviews, and what changed at the customer.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

bool isOnboarding(const Subject& account) { return account.score().scorecard == u"onboarding"; }

void onbBehind(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Medium,
        High
    };
    const Contribution* plan = account.said(u"plan_progress", u".behind");
    if (!plan)
        return;
    const double days = numberAt(plan->why, 2);
    const auto severity = severityOf(days, {rule.number(High), rule.number(Medium)});
    if (!severity)
        return;
    found.add(rule, {.severity = *severity,
                     .arguments = {textAt(plan->why, 0), std::llround(days)},
                     .records = plan->why.records,
                     .opened = dayAt(plan->why, 1).addDays(rule.days(Medium)),
                     .key = textAt(plan->why, 0),
                     .figure = days});
}

/// The last step of the onboarding that was done; the start where there is none.
QDate lastStep(const Subject& account)
{
    QDate last = account.start();
    for (const Milestone& each : account.of<Milestone>())
        if (each.reached.isValid() && each.reached <= account.day())
            last = std::max(last, each.reached);
    for (const Task& each : account.of<Task>())
        if (each.category == u"onboarding" && each.doneOn.isValid())
            last = std::max(last, each.doneOn);
    return last;
}

/// Who has the next move, as the open task that is due first says; empty: nobody does.
QString waitingFor(const Subject& account)
{
    const Task* next = nullptr;
    for (const Task& each : account.of<Task>())
        if (isOpen(each) && !each.waitingFor.isEmpty() && (!next || (each.due.isValid() && each.due < next->due)))
            next = &each;
    return next ? next->waitingFor : QString();
}

void onbStuck(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        Times
    };
    enum Sentence
    {
        Still,
        Ours,
        Bare
    };
    const auto age = account.age();
    // Steps are recorded for this account, or there is nothing that could stand still.
    if (!isOnboarding(account) || !age || account.of<Milestone>().isEmpty())
        return;
    const QDate step = lastStep(account);
    const qint64 still = step.daysTo(account.day());
    const double target = rule.number(Times) * account.onboardingTarget();
    const bool isOver = *age > target && !journey::reachedOn(account.facts(), u"activation", account.day()).isValid();
    if (still < rule.days(Days) && !isOver)
        return;
    const QString who = waitingFor(account);
    found.add(rule, {.severity = Severity::High,
                     .sentence = who.isEmpty()  ? Bare
                                 : who == u"me" ? Ours
                                                : Still,
                     .arguments = {step, who},
                     .opened = isOver ? account.start().addDays(qint64(target) + 1) : step.addDays(rule.days(Days)),
                     .figure = double(still)});
}

void onbNoGoal(const Subject& account, const Rule& rule, Findings& found)
{
    const Contribution* goal = account.said(u"goal_agreed", u".none");
    const double days = goal ? numberAt(goal->why, 0) : 0;
    if (!goal || days < rule.number(0))
        return;
    found.add(rule, {.severity = Severity::Medium,
                     .arguments = {std::llround(days)},
                     .records = goal->why.records,
                     .opened = account.day().addDays(rule.days(0) - qint64(days)),
                     .figure = days});
}

void goalBehind(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Figures,
        AtRisk,
        Past
    };
    for (const Goal& each : account.of<Goal>()) {
        if (!isOpen(each) || each.status == u"draft" || each.priority.value_or(9) > rule.days(0))
            continue;
        const bool isAtRisk = each.status == u"at_risk" || each.status == u"behind" || each.status == u"off_track";
        const bool isPast = each.due.isValid() && each.due < account.day();
        if (!isAtRisk && !isPast)
            continue;
        const bool hasFigures = each.current && each.target;
        found.add(rule, {.severity = Severity::Medium,
                         .sentence = hasFigures ? Figures
                                     : isPast   ? Past
                                                : AtRisk,
                         .arguments = {nameOf(each), each.current.value_or(0), each.target.value_or(0), each.due},
                         .records = {refOf(each)},
                         .opened = isPast ? each.due.addDays(1) : each.lastReviewed,
                         .key = keyOf(refOf(each)),
                         .figure = isPast ? double(each.due.daysTo(account.day())) : 0,
                         .newest = each.lastReviewed});
    }
}

/// The primary metric above 0 in so many weeks in a row, up to where its source reaches.
bool isHabit(const Subject& account, int weeks)
{
    const Contribution* use = account.read(u"last_use");
    const auto metric = use ? std::ranges::find(use->why.records, Entity::Metric, &RecordRef::entity)
                            : std::vector<RecordRef>::const_iterator();
    if (!use || metric == use->why.records.end())
        return false;
    int inARow = 0;
    qint32 last = 0;
    for (const UsageSeries::Point& point : account.facts().usage.of(MetricId(metric->id))) {
        const qint32 week = point.day / 7;
        if (point.value <= 0 || (inARow > 0 && week == last))
            continue;
        inARow = inARow > 0 && week == last + 1 ? inARow + 1 : 1;
        last = week;
        if (inARow >= weeks)
            return true;
    }
    return false;
}

void goalNone(const Subject& account, const Rule& rule, Findings& found)
{
    const Contribution* goals = account.score().find(u"goals");
    const bool areGoalsKept = goals && goals->gap != health::Gap::NotPractised;
    if (!areGoalsKept || !account.hasPeople() || isOnboarding(account))
        return;
    if (std::ranges::any_of(account.of<Goal>(), [](const Goal& each) { return isOpen(each); }))
        return;
    const bool isActivated = journey::reachedOn(account.facts(), u"activation", account.day()).isValid();
    if (isActivated || (account.of<Milestone>().isEmpty() && isHabit(account, rule.days(0))))
        found.add(rule, {.severity = Severity::Low});
}

void orgChange(const Subject& account, const Rule& rule, Findings& found)
{
    constexpr std::array<QStringView, 4> kinds = {u"merger", u"layoffs", u"new_leadership", u"budget_freeze"};
    for (const AccountEvent& each : account.of<AccountEvent>()) {
        const bool isMeant = std::ranges::find(kinds, each.kind) != kinds.end();
        if (!isMeant || !each.day.isValid() || each.day.daysTo(account.day()) > rule.days(0))
            continue;
        found.add(rule, {.severity = Severity::Medium,
                         .arguments = {each.kind, each.day},
                         .records = {refOf(each)},
                         .opened = each.day,
                         .key = keyOf(refOf(each)),
                         .newest = each.day});
    }
}

/// "2026Q4"
QString quarterOf(QDate day) { return QString::number(day.year()) + u'Q' + QString::number((day.month() - 1) / 3 + 1); }

void qbrDue(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Due,
        First
    };
    const QDate known = account.book().firstReview;
    const int perYear = account.group() ? account.group()->reviewsPerYear : 0;
    // Where nobody holds reviews, none is missing.
    if (perYear <= 0 || !account.hasPeople() || !account.start().isValid() || !known.isValid() || known > account.day())
        return;
    QDate last;
    for (const Qbr& each : account.of<Qbr>()) {
        if (each.heldOn.isValid())
            last = std::max(last, each.heldOn);
        else if (each.status != u"cancelled" && each.status != u"held" &&
                 (each.meetingStart || each.quarter.addMonths(3) > account.day()))
            return; // planned
    }
    const QDate since = last.isValid() ? last : account.start();
    const QDate due = since.addDays(365 / perYear);
    if (account.day().daysTo(due) > rule.days(0))
        return;
    const QDate wanted = std::max(due, account.day());
    found.add(rule, {.severity = Severity::Low,
                     .sentence = last.isValid() ? Due : First,
                     .arguments = {quarterOf(wanted), last},
                     .opened = std::max(due.addDays(-rule.days(0)), known),
                     .key = quarterOf(wanted),
                     .figure = double(std::max<qint64>(0, due.daysTo(account.day())))});
}

constexpr std::array rules = {
    RuleKind{"onb.stuck", "days times", "still still_ours still_bare", &onbStuck},
    RuleKind{"onb.behind", "medium high", "behind", &onbBehind},
    RuleKind{"onb.nogoal", "days", "none", &onbNoGoal},
    RuleKind{"goal.behind", "priority", "figures at_risk past", &goalBehind},
    RuleKind{"goal.none", "weeks", "none", &goalNone},
    RuleKind{"org.change", "within", "event", &orgChange},
    RuleKind{"qbr.due", "within", "due first", &qbrDue},
};

} // namespace

std::span<const RuleKind> journeyRules() { return rules; }

} // namespace steward::work
