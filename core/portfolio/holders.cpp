// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/holders.h"

#include "core/model/values.h"

namespace steward {

namespace {

/// The changes of a field of the account: the newest on or before the day, and the first of all.
struct FieldHistory
{
    const Change* then = nullptr;
    const Change* first = nullptr;
};

FieldHistory historyOf(const AccountFacts& facts, QStringView field, QDate day)
{
    FieldHistory found;
    for (const Change& each : facts.changes) {
        if (each.entity != Entity::Account || each.record != facts.account.id || each.field != field)
            continue;
        if (!found.first)
            found.first = &each;
        if (each.day <= day)
            found.then = &each;
    }
    return found;
}

const Assignment* assignmentOn(const AccountFacts& facts, QStringView role, QDate day)
{
    const Assignment* newest = nullptr;
    for (const Assignment& each : facts.of<Assignment>())
        if (each.role == role && Period{each.from, each.to}.contains(day) && (!newest || each.from >= newest->from))
            newest = &each;
    return newest;
}

const Assignment* firstAssignment(const AccountFacts& facts, QStringView role)
{
    const Assignment* first = nullptr;
    for (const Assignment& each : facts.of<Assignment>())
        if (each.role == role && (!first || each.from < first->from))
            first = &each;
    return first;
}

} // namespace

PersonId holderOn(const AccountFacts& facts, QStringView role, QDate day)
{
    const Assignment* found = assignmentOn(facts, role, day);
    return found ? found->person : PersonId();
}

PersonId csmOn(const AccountFacts& facts, QDate day)
{
    const QStringView role = u"csm";
    const auto [then, first] = historyOf(facts, u"csm_id", day);
    const Assignment* assigned = assignmentOn(facts, role, day);
    if (assigned && !(then && then->day > assigned->from))
        return assigned->person;
    if (then)
        return PersonId(integerOf(then->value));
    // Before anybody was named: who was named first. Today's would move with the next change of hands.
    assigned = firstAssignment(facts, role);
    if (assigned && !(first && first->day < assigned->from))
        return assigned->person;
    return first ? PersonId(integerOf(first->value)) : facts.account.csm;
}

} // namespace steward
