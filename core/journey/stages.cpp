// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/stages.h"

#include "core/model/values.h"
#include "core/portfolio/standing.h"

namespace steward::journey {

namespace {

struct Move
{
    QDate day;
    Instant recorded;
    qint64 id = 0;
    QString from;
    QString to;
};

// Stage moves; an account that has none may have the history of its field.
std::vector<Move> movesOf(const AccountFacts& facts, QDate day)
{
    std::vector<Move> moves;
    for (const StageMove& move : facts.of<StageMove>())
        if (move.day.isValid() && move.day <= day)
            moves.push_back({move.day, move.recorded, move.id, move.fromStage, move.toStage});
    if (moves.empty())
        for (const Change& change : facts.changes)
            if (change.entity == Entity::Account && change.record == facts.account.id && change.field == u"stage" &&
                change.day <= day && !(moves.empty() && change.value.index() == 0))
                moves.push_back({change.day, change.recorded, 0, QString(), textOf(change.value)});
    std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
        return std::tie(a.day, a.recorded, a.id) < std::tie(b.day, b.recorded, b.id);
    });
    return moves;
}

// Moves of one day are taken in the order in which each begins where the last one ended.
void chain(std::vector<Move>& moves)
{
    QString stage = moves.empty() ? QString() : moves.front().from;
    for (auto from = moves.begin(); from != moves.end(); ++from) {
        const auto dayEnd = std::find_if(from, moves.end(), [from](const Move& each) { return each.day != from->day; });
        const auto next = std::find_if(from, dayEnd, [&stage](const Move& each) { return each.from == stage; });
        if (next != dayEnd)
            std::rotate(from, next, next + 1);
        stage = from->to;
    }
}

} // namespace

QDate accountStart(const AccountFacts& facts, const BookFacts& book)
{
    QDate start = contractStart(facts, book);
    if (!start.isValid())
        for (const StageMove& move : facts.of<StageMove>())
            if (move.day.isValid() && (!start.isValid() || move.day < start))
                start = move.day;
    return start;
}

std::vector<StageSpan> stageSpans(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    std::vector<Move> moves = movesOf(facts, day);
    chain(moves);
    QDate start = accountStart(facts, book);
    if (!moves.empty() && (!start.isValid() || moves.front().day < start))
        start = moves.front().day;
    if (!start.isValid() || start > day)
        return {};
    std::vector<StageSpan> spans;
    if (moves.empty() || moves.front().day > start)
        spans.push_back({moves.empty() ? facts.account.stage : moves.front().from, start, {}, {}, false});
    for (const Move& move : moves) {
        if (!spans.empty())
            spans.back().to = move.day;
        spans.push_back({move.to, move.day, {}, {Entity::StageMove, move.id}, false});
    }
    spans.back().to = day.addDays(1);
    spans.back().isOpen = true;
    return spans;
}

std::vector<StageTime> stageTimes(const std::vector<StageSpan>& spans)
{
    std::vector<StageTime> times;
    for (const StageSpan& span : spans) {
        auto found = std::find_if(times.begin(), times.end(),
                                  [&span](const StageTime& each) { return each.stage == span.stage; });
        if (found == times.end())
            found = times.insert(times.end(), StageTime{span.stage, 0, 0, false});
        found->days += span.days();
        ++found->visits;
    }
    for (StageTime& each : times)
        each.isCurrent = each.stage == spans.back().stage;
    return times;
}

QDate lastSign(const AccountFacts& facts, QDate day)
{
    QDate last;
    const auto see = [&last, day](QDate seen) {
        if (seen.isValid() && seen <= day && (!last.isValid() || seen > last))
            last = seen;
    };
    for (const Milestone& milestone : facts.of<Milestone>())
        see(milestone.reached);
    for (const Task& task : facts.of<Task>())
        see(task.doneOn);
    for (const Touch& touch : facts.of<Touch>())
        if (touch.tookPlace.value_or(true) && touch.kind != u"note")
            see(touch.day);
    for (const UsageView series : facts.usage)
        for (auto point = series.points.rbegin(); point != series.points.rend(); ++point)
            if (point->value > 0 && point->day <= usageDay(day)) {
                see(usageDate(point->day));
                break;
            }
    return last;
}

std::optional<StageClock> stageClock(const AccountFacts& facts, const BookFacts& book,
                                     const std::vector<StageRule>& stages, const ClockRules& rules, QDate day)
{
    const auto spans = stageSpans(facts, book, day);
    if (spans.empty() || spans.back().stage.isEmpty() || standingOn(facts, book, day) == AccountStanding::Former)
        return std::nullopt;
    StageClock clock;
    clock.stage = spans.back().stage;
    clock.since = spans.back().from;
    clock.days = clock.since.daysTo(day);
    clock.lastSign = lastSign(facts, day);
    for (const StageRule& rule : stages)
        if (rule.id.compare(clock.stage, Qt::CaseInsensitive) == 0)
            clock.target = rule.targetDays;
    if (!clock.target)
        return clock;
    const double days = static_cast<double>(clock.days);
    const bool isSilent =
        clock.lastSign.isValid() && clock.lastSign.daysTo(day) >= rules.silentDays && clock.days >= rules.silentDays;
    if (days > rules.stuckTimes * *clock.target || isSilent)
        clock.state = ClockState::Stuck;
    else
        clock.state = days > rules.behindTimes * *clock.target ? ClockState::Behind : ClockState::OnTrack;
    return clock;
}

} // namespace steward::journey
