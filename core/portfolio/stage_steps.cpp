// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/stage_steps.h"

#include "core/model/values.h"

#include <algorithm>

namespace steward {

namespace {

using Steps = std::vector<StageStep>;

bool isSame(const QString& one, const QString& other) { return one.compare(other, Qt::CaseInsensitive) == 0; }

bool isOfStage(const Change& change, const AccountFacts& facts)
{
    return change.entity == Entity::Account && change.record == facts.account.id && change.field == u"stage";
}

/// The step of a day that begins where the account was; not known where: one that begins where no other ended.
Steps::iterator nextOf(Steps::iterator from, Steps::iterator dayEnd, const QString& stage)
{
    const auto begins = [&](const StageStep& each) { return !stage.isEmpty() && isSame(each.from, stage); };
    if (const auto next = std::find_if(from, dayEnd, begins); next != dayEnd)
        return next;
    const auto isHead = [&](const StageStep& each) {
        return std::none_of(from, dayEnd, [&](const StageStep& other) {
            return &other != &each && !each.from.isEmpty() && isSame(other.to, each.from);
        });
    };
    const auto head = std::find_if(from, dayEnd, isHead);
    return head == dayEnd ? from : head;
}

Steps movesOf(const AccountFacts& facts)
{
    Steps moves;
    for (const StageMove& move : facts.of<StageMove>())
        if (move.day.isValid())
            moves.push_back({move.day, move.recorded, move.id, move.fromStage, move.toStage});
    std::ranges::stable_sort(moves, [](const StageStep& a, const StageStep& b) {
        return std::tie(a.day, a.recorded, a.move) < std::tie(b.day, b.recorded, b.move);
    });
    QString stage;
    for (auto from = moves.begin(); from != moves.end(); ++from) {
        const auto dayEnd =
            std::find_if(from, moves.end(), [from](const StageStep& each) { return each.day != from->day; });
        const auto next = nextOf(from, dayEnd, stage);
        std::rotate(from, next, next + 1);
        stage = from->to;
    }
    return moves;
}

} // namespace

std::vector<StageStep> stageSteps(const AccountFacts& facts)
{
    Steps steps = movesOf(facts);
    for (const Change& change : facts.changes) {
        if (!isOfStage(change, facts))
            continue;
        const auto after = std::ranges::upper_bound(steps, change.day, {}, &StageStep::day);
        const StageStep* before = after == steps.begin() ? nullptr : &*std::prev(after);
        const QString stage = textOf(change.value);
        const bool isTold = before ? isSame(before->to, stage) || (before->move != 0 && before->day == change.day)
                                   : stage.isEmpty() || (after != steps.end() && isSame(after->from, stage));
        if (!isTold)
            steps.insert(after, {change.day, change.recorded, 0, before ? before->to : QString(), stage});
    }
    return steps;
}

QString stageOn(const AccountFacts& facts, QDate day)
{
    // Many accounts have no moves; this is asked for every day of a trend.
    if (facts.of<StageMove>().isEmpty()) {
        const Change* shown = nullptr;
        for (const Change& each : facts.changes)
            if (isOfStage(each, facts) && (!shown || each.day <= day))
                shown = &each;
        return shown ? textOf(shown->value) : facts.account.stage;
    }
    const Steps steps = stageSteps(facts);
    if (steps.empty())
        return facts.account.stage;
    const auto after = std::ranges::upper_bound(steps, day, {}, &StageStep::day);
    if (after != steps.begin())
        return std::prev(after)->to;
    return after->from.isEmpty() ? after->to : after->from;
}

} // namespace steward
