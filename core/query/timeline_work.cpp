// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/timeline_teller.h"

/// What is agreed, owed and paid on a timeline.
namespace steward::query {

void Teller::tellInvoices()
{
    constexpr qint64 noticeablyLate = 14;
    for (const Invoice& each : m_facts.of<Invoice>()) {
        const InvoiceState state = stateOf(each);
        const Money amount{each.amount.value_or(Minor{}).value, each.currency};
        if (state == InvoiceState::Paid && each.paidOn.isValid()) {
            auto* line =
                add(TimelineKind::Money, each, each.paidOn, {Code("timeline.invoice-paid"), {each.number, amount}});
            const qint64 late = each.due.isValid() ? each.due.daysTo(each.paidOn) : 0;
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Late);
            else if (each.due.isValid())
                say(line, {Code("timeline.on-time"), {}});
        } else if (state == InvoiceState::Open && each.due.isValid()) {
            auto* line =
                add(TimelineKind::Money, each, each.due, {Code("timeline.invoice-due"), {each.number, amount}});
            const qint64 late = each.due.daysTo(m_day);
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Hurts);
            if (late >= noticeablyLate)
                mark(line, {Code("landmark.invoice"), {}});
        }
    }
}

void Teller::tellContracts()
{
    for (const Subscription& each : m_facts.of<Subscription>()) {
        const QString product = each.product;
        add(TimelineKind::Money, each, each.start, {Code("timeline.contract-begins"), {product}});
        if (each.noticeGivenOn.isValid()) {
            auto* line = add(TimelineKind::Money, each, each.noticeGivenOn, {Code("timeline.notice-given"), {product}});
            say(line, {}, TimelineTone::Hurts);
            mark(line, {Code("landmark.notice"), {}});
        }
        if (each.endedOn.isValid()) {
            add(TimelineKind::Money, each, each.endedOn, {Code("timeline.contract-ended"), {product}});
            continue;
        }
        if (each.renewalDate.isValid())
            add(TimelineKind::Money, each, each.renewalDate, {Code("timeline.renewal"), {product}});
        if (each.noticeBy.isValid() && !each.noticeGivenOn.isValid() && each.noticeBy >= m_day)
            add(TimelineKind::Money, each, each.noticeBy, {Code("timeline.notice-by"), {product}});
    }
    for (const RenewalCall& each : m_facts.of<RenewalCall>()) {
        auto* line = add(TimelineKind::Money, each, each.day,
                         {Code("timeline.renewal-call"), {word(u"renewal_call", each.call), firstLine(each.reason)}});
        by(line, each.by);
    }
}

void Teller::tellOpportunities()
{
    for (const Opportunity& each : m_facts.of<Opportunity>()) {
        const QString name = each.name.isEmpty() ? word(u"opportunity_kind", each.kind) : each.name;
        const OpportunityState state = stateOf(each);
        const bool isOpen = state == OpportunityState::Open;
        const QDate day = isOpen ? each.created : each.closedOn.isValid() ? each.closedOn : each.closeDate;
        auto* line = add(TimelineKind::Money, each, day, {Code("timeline.opportunity"), {name}});
        if (state == OpportunityState::Won)
            say(line, {Code("timeline.won"), {}}, TimelineTone::Good);
        else if (state == OpportunityState::Lost)
            say(line, {Code("timeline.lost"), {}}, TimelineTone::Hurts);
        else
            say(line, {Code("timeline.plain"), {word(u"opportunity_stage", each.stage)}});
    }
}

void Teller::tellRisks()
{
    for (const Risk& each : m_facts.of<Risk>()) {
        const QString kind = word(u"risk_kind", each.kind);
        const bool isHeavy = each.severity == u"critical" || each.severity == u"high";
        auto* line = add(TimelineKind::Risks, each, each.opened,
                         {Code("timeline.risk"), {kind, word(u"risk_severity", each.severity), firstLine(each.text)}});
        by(line, each.owner);
        if (isHeavy)
            mark(line, {Code("landmark.risk"), {kind}});
        if (isOpen(each) && each.due.isValid())
            say(line, {Code("timeline.due"), {each.due}}, each.due < m_day ? TimelineTone::Hurts : TimelineTone::Plain);
        if (each.closed.isValid())
            add(TimelineKind::Risks, each, each.closed, {Code("timeline.risk-closed"), {kind}});
    }
    for (const Escalation& each : m_facts.of<Escalation>()) {
        auto* line =
            add(TimelineKind::Risks, each, each.opened, {Code("timeline.escalation"), {firstLine(each.subject)}});
        by(line, each.owner);
        mark(line, {Code("landmark.escalation"), {}});
        if (each.closed.isValid())
            say(line, {Code("timeline.closed-after"), {each.opened.daysTo(each.closed)}});
        else
            say(line, {Code("timeline.open-days"), {each.opened.daysTo(m_day)}}, TimelineTone::Hurts);
    }
}

void Teller::tellPlan()
{
    for (const Goal& each : m_facts.of<Goal>()) {
        const QString name = each.shortName.isEmpty() ? firstLine(each.outcome) : each.shortName;
        auto* line = add(TimelineKind::Plan, each, each.agreedOn, {Code("timeline.goal-agreed"), {name}});
        if (!each.status.isEmpty())
            say(line, {Code("timeline.plain"), {word(u"goal_status", each.status)}});
        if (each.metOn.isValid())
            say(add(TimelineKind::Plan, each, each.metOn, {Code("timeline.goal-met"), {name}}), {}, TimelineTone::Good);
    }
    for (const Milestone& each : m_facts.of<Milestone>()) {
        const QString name = each.name.isEmpty() ? word(u"milestone", each.kind) : each.name;
        if (each.reached.isValid()) {
            auto* line = add(TimelineKind::Plan, each, each.reached, {Code("timeline.milestone"), {name}});
            with(line, each.saidBy);
        } else if (each.planned.isValid()) {
            auto* line = add(TimelineKind::Plan, each, each.planned, {Code("timeline.milestone-planned"), {name}});
            if (const qint64 late = each.planned.daysTo(m_day); late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Late);
        }
    }
    for (const Value& each : m_facts.of<Value>()) {
        auto* line = add(TimelineKind::Plan, each, each.day, {Code("timeline.value"), {firstLine(each.text)}});
        with(line, each.confirmedBy);
        if (each.confirmedBy.isValid())
            say(line, {Code("timeline.confirmed"), {}}, TimelineTone::Good);
        else
            say(line, {Code("timeline.estimated"), {}});
    }
}

void Teller::tellTasks()
{
    for (const Task& each : m_facts.of<Task>()) {
        const bool isPromise = each.category == u"promise";
        const Message what{isPromise ? Code("timeline.promise") : Code("timeline.plain"), {firstLine(each.title)}};
        if (isOpen(each)) {
            auto* line = add(TimelineKind::Tasks, each, each.due.isValid() ? each.due : each.created, what);
            by(line, each.assignee);
            if (line)
                line->icon = QStringLiteral("open_task");
            const qint64 late = each.due.isValid() ? each.due.daysTo(m_day) : 0;
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Hurts);
            else
                say(line, {Code("timeline.open"), {}});
        } else {
            auto* line = add(TimelineKind::Tasks, each, each.doneOn, what);
            by(line, each.assignee);
            say(line, {Code("timeline.plain"), {word(u"task_status", each.status)}});
        }
    }
}

} // namespace steward::query
