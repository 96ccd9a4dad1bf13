// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/holders.h"

#include "core/model/values.h"

namespace steward {

namespace {

/// The newest change of a field of the account on or before the day.
const Change* changeOn(const AccountFacts& facts, QStringView field, QDate day)
{
    const Change* newest = nullptr;
    for (const Change& each : facts.changes)
        if (each.entity == Entity::Account && each.record == facts.account.id && each.field == field && each.day <= day)
            newest = &each;
    return newest;
}

} // namespace

PersonId holderOn(const AccountFacts& facts, QStringView role, QDate day)
{
    const Assignment* newest = nullptr;
    for (const Assignment& each : facts.of<Assignment>())
        if (each.role == role && Period{each.from, each.to}.contains(day) && (!newest || each.from >= newest->from))
            newest = &each;
    return newest ? newest->person : PersonId();
}

PersonId csmOn(const AccountFacts& facts, QDate day)
{
    if (const PersonId assigned = holderOn(facts, u"csm", day); assigned.isValid())
        return assigned;
    if (const Change* change = changeOn(facts, u"csm_id", day))
        return PersonId(integerOf(change->value));
    return facts.account.csm;
}

QString stageOn(const AccountFacts& facts, QDate day)
{
    if (const Change* change = changeOn(facts, u"stage", day))
        return textOf(change->value);
    const auto moves = facts.of<StageMove>().all();
    for (auto each = moves.rbegin(); each != moves.rend(); ++each)
        if (each->day.isValid() && each->day <= day)
            return each->toStage;
    for (const StageMove& each : moves)
        if (each.day.isValid() && !each.fromStage.isEmpty())
            return each.fromStage;
    return facts.account.stage;
}

} // namespace steward
