// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/group_by.h"

#include "core/model/values.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/subscription_mrr.h"

namespace steward {

namespace {

/// The newest change on or before the day; before all of them the first.
const Change* changeOn(const AccountFacts& facts, const char* field, QDate day)
{
    const QLatin1String name(field);
    const Change* last = nullptr;
    for (const Change& change : facts.changes)
        if (change.entity == Entity::Account && change.record == facts.account.id && change.field == name &&
            (change.day <= day || !last))
            last = &change;
    return last;
}

QString planOn(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const QString tier = accountTextOn(facts, "tier", facts.account.tier, day);
    if (!tier.isEmpty())
        return tier;
    const auto spans = paidSpans(facts, book);
    const PaidSpan* largest = nullptr;
    for (const PaidSpan& span : spans)
        if (span.contains(day) && span.plan.isValid() && (!largest || span.mrr > largest->mrr))
            largest = &span;
    if (!largest)
        return {};
    for (const Plan& plan : book.plans)
        if (plan.id == largest->plan.value())
            return plan.name;
    return {};
}

QString personName(const BookFacts& book, PersonId id)
{
    for (const Person& person : book.people)
        if (person.id == id.value())
            return person.name;
    return {};
}

} // namespace

QString accountTextOn(const AccountFacts& facts, const char* field, const QString& today, QDate day)
{
    const Change* change = changeOn(facts, field, day);
    return change ? textOf(change->value) : today;
}

Group groupOn(const AccountFacts& facts, const BookFacts& book, const Grouping& grouping, GroupBy by, QDate day)
{
    Group group;
    switch (by) {
    case GroupBy::None:
        break;
    case GroupBy::Segment:
        group.name = grouping.groupOf(facts.id());
        break;
    case GroupBy::Stage:
        group.name = stageOn(facts, day);
        break;
    case GroupBy::Csm:
        group.record = csmOn(facts, day).value();
        group.name = personName(book, PersonId(group.record));
        break;
    case GroupBy::Plan:
        group.name = planOn(facts, book, day);
        break;
    case GroupBy::Account:
        group.name = facts.account.name;
        group.record = facts.account.id;
        break;
    }
    group.unlinked = by != GroupBy::None && !facts.id().isValid();
    return group;
}

} // namespace steward
