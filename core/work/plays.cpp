// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/plays.h"

#include "core/portfolio/holders.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/standing.h"
#include "core/revenue/renewals.h"
#include "core/work/ticks.h"

#include <algorithm>

namespace steward::work {

namespace {

QDate workingDay(QDate day, const WorkingCalendar& calendar, int step)
{
    // A calendar without any working day within a year says nothing.
    constexpr int most = 366;
    QDate moved = day;
    for (int i = 0; i < most; ++i, moved = moved.addDays(step))
        if (calendar.isWorking(moved))
            return moved;
    return day;
}

QDate plusWorkingDays(QDate day, int count, const WorkingCalendar& calendar)
{
    const int step = count < 0 ? -1 : 1;
    for (int left = std::abs(count); left > 0; --left)
        day = workingDay(day.addDays(step), calendar, step);
    return day;
}

QDate anchorOf(content::StepFrom from, const PlayAnchors& anchors)
{
    switch (from) {
    case content::StepFrom::Start:
    case content::StepFrom::Daily:
        return anchors.start;
    case content::StepFrom::Kickoff:
        return anchors.kickoff;
    case content::StepFrom::Renewal:
        return anchors.renewal;
    case content::StepFrom::Review:
        return anchors.review;
    case content::StepFrom::Payment:
        return anchors.payment;
    case content::StepFrom::Fix:
        return anchors.fix;
    case content::StepFrom::Close:
        return anchors.close;
    }
    return {};
}

bool stands(const AccountFacts& facts, const QString& kind, const content::Journeys& journeys, QDate day)
{
    const QString stage = stageOn(facts, day);
    return kind == u"onboarding" && !stage.isEmpty() &&
           std::ranges::any_of(journeys.templates, [&](const content::JourneyTemplate& each) {
               return std::ranges::any_of(each.stages, [&](const content::JourneyStage& one) {
                   return one.kind == content::StageKind::Onboarding &&
                          (one.id.compare(stage, Qt::CaseInsensitive) == 0 ||
                           one.name.en.compare(stage, Qt::CaseInsensitive) == 0);
               });
           });
}

bool isTrouble(const Ticket& ticket) { return ticket.priority == u"urgent" || ticket.escalated.value_or(false); }

/// The day the last trouble since the start was over; invalid: some is open, or there was none.
QDate fixedOn(const AccountFacts& facts, QDate start)
{
    QDate fixed;
    const auto see = [&](const auto& trouble) {
        if (trouble.closed.isValid() && trouble.closed >= start)
            fixed = std::max(fixed, trouble.closed);
        return isOpen(trouble);
    };
    for (const Escalation& each : facts.of<Escalation>())
        if (see(each))
            return {};
    for (const Ticket& each : facts.of<Ticket>())
        if (isTrouble(each) && see(each))
            return {};
    return fixed;
}

bool isAnswered(const content::Play& play, const AccountSignals& account)
{
    return std::ranges::any_of(account.signalList, [&](const Signal& each) {
        return each.state == SignalState::Open && play.signalIds.contains(each.signal);
    });
}

} // namespace

PlayAnchors anchorsOf(const AccountFacts& facts, const BookFacts& book, QDate start)
{
    PlayAnchors anchors;
    anchors.start = start;
    for (const Milestone& each : facts.of<Milestone>())
        if (each.kind == u"kickoff")
            anchors.kickoff = each.reached.isValid() ? each.reached : each.planned;
    for (const revenue::Renewal& each : revenue::renewalsOf(facts, book, start))
        if (each.bucket == revenue::RenewalBucket::Due && (!anchors.renewal.isValid() || each.cycle < anchors.renewal))
            anchors.renewal = each.cycle;
    for (const Qbr& each : facts.of<Qbr>())
        if (each.meetingStart && !each.heldOn.isValid() && each.status != u"cancelled") {
            const QDate day = dayOf(*each.meetingStart, book.zone);
            if (day >= start && (!anchors.review.isValid() || day < anchors.review))
                anchors.review = day;
        }
    const QDate unlimited(9999, 12, 31); // the facts are of their day
    if (const auto paid = overduePaid(facts, start, unlimited))
        anchors.payment = paid->day;
    anchors.fix = fixedOn(facts, start);
    for (const Opportunity& each : facts.of<Opportunity>())
        if ((each.kind == u"expansion" || each.kind == u"cross_sell") && each.closedOn >= start)
            anchors.close = std::max(anchors.close, each.closedOn);
    return anchors;
}

QDate dueDay(const content::StepDay& at, const PlayAnchors& anchors, const WorkingCalendar& calendar)
{
    const QDate anchor = anchorOf(at.from, anchors);
    if (!anchor.isValid())
        return {};
    // What is to be ready before a day is ready sooner, not later.
    const bool movesBack =
        (at.from == content::StepFrom::Renewal || at.from == content::StepFrom::Review) && at.days <= 0;
    const QDate day = at.isWorking ? plusWorkingDays(anchor, at.days, calendar) : anchor.addDays(at.days);
    return workingDay(day, calendar, movesBack ? -1 : 1);
}

const PlaybookRun* runningOf(const AccountFacts& facts, QStringView play)
{
    const PlaybookRun* running = nullptr;
    for (const PlaybookRun& each : facts.of<PlaybookRun>())
        if (each.playbook == play && !each.ended.isValid())
            running = &each;
    return running;
}

std::vector<AccountId> wouldStart(const content::Play& play, const Watched& watched, const Portfolio& facts,
                                  const content::Journeys& journeys, QDate day)
{
    std::vector<AccountId> accounts;
    for (const AccountFacts& each : facts) {
        const auto found = std::ranges::lower_bound(watched.accounts, each.id(), {}, &AccountSignals::account);
        const bool isCalled =
            found != watched.accounts.end() && found->account == each.id() && isAnswered(play, *found);
        if ((isCalled || stands(each, play.stage, journeys, day)) && !runningOf(each, play.id))
            accounts.push_back(each.id());
    }
    return accounts;
}

PlannedRun plannedRun(const content::Play& play, const AccountFacts& facts, const BookFacts& book, QDate day,
                      const QString& why)
{
    return plannedRun(play, facts, book, day, day, why);
}

PlannedRun plannedRun(const content::Play& play, const AccountFacts& facts, const BookFacts& book, QDate day,
                      QDate today, const QString& why)
{
    PlannedRun planned;
    planned.run.account = facts.id();
    planned.run.playbook = play.id;
    planned.run.version = play.version;
    planned.run.started = day;
    planned.run.owner = csmOn(facts, day);
    planned.run.why = why;
    const PlayAnchors anchors = anchorsOf(facts, book, day);
    const WorkingCalendar calendar = calendarOf(book, facts.account);
    for (const content::PlayStep& step : play.steps) {
        Task& task = planned.tasks.emplace_back();
        task.account = facts.id();
        task.title = step.title.en;
        task.created = day;
        task.due = dueDay(step.at, anchors, calendar);
        task.priority = QStringLiteral("normal");
        const PersonId holder = step.owner == u"csm" ? planned.run.owner : holderOn(facts, step.owner, day);
        task.assignee = holder.isValid() ? holder : planned.run.owner;
        task.status = QStringLiteral("open");
        task.origin = QStringLiteral("playbook");
        task.originKey = step.id;
        task.waitingFor = step.owner == u"customer" ? QStringLiteral("customer") : QStringLiteral("me");
        if (const auto tick = tickOf(step, facts, day, anchors.renewal, today))
            markDone(task, *tick, day);
    }
    return planned;
}

} // namespace steward::work
