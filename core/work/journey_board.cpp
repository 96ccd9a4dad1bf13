// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/journey_board.h"

#include "core/feedback/answers.h"
#include "core/portfolio/standing.h"

#include <algorithm>
#include <map>
#include <set>

namespace steward::work {

namespace {

using content::JourneyStage;
using content::JourneyTemplate;
using journey::ClockState;

bool isCalled(const JourneyStage& stage, const QString& name)
{
    return name.compare(stage.id, Qt::CaseInsensitive) == 0 || name.compare(stage.name.en, Qt::CaseInsensitive) == 0;
}

/// Of every template: a book uses one, imported stage names may come from another.
std::vector<journey::StageRule> rulesOf(const content::Journeys& journeys, const JourneyTemplate* first)
{
    std::vector<journey::StageRule> rules;
    const auto add = [&](const JourneyTemplate& each) {
        for (const JourneyStage& stage : each.stages)
            for (const QString& name : {stage.name.en, stage.id})
                rules.push_back({name, stage.days});
    };
    for (const JourneyTemplate& each : journeys.templates)
        if (&each != first)
            add(each);
    // The last that fits is the one that counts.
    if (first)
        add(*first);
    return rules;
}

void finish(BoardLane& lane)
{
    std::ranges::stable_sort(lane.cards, [](const BoardCard& a, const BoardCard& b) {
        return std::tuple(-int(a.clock.state), -a.clock.days, a.account) <
               std::tuple(-int(b.clock.state), -b.clock.days, b.account);
    });
    std::vector<qint64> days;
    for (const BoardCard& each : lane.cards)
        days.push_back(each.clock.days);
    lane.medianDays = medianOf(std::move(days));
    for (const BoardCard& each : lane.cards) {
        if (each.stuckAt.isEmpty())
            continue;
        auto known = std::ranges::find(lane.standstills, each.stuckAt, &std::pair<QString, qsizetype>::first);
        if (known == lane.standstills.end())
            known = lane.standstills.insert(lane.standstills.end(), {each.stuckAt, 0});
        ++known->second;
    }
    std::ranges::stable_sort(lane.standstills, std::greater(), &std::pair<QString, qsizetype>::second);
}

void addCsat(Board& board, const Portfolio& facts, QDate day)
{
    constexpr int year = 365;
    feedback::Query query;
    query.period = {day.addDays(1 - year), day};
    query.by = feedback::AnswersBy::Stage;
    query.groupAtAnswer = true;
    for (const feedback::CsatRow& row : feedback::csat(facts, Grouping(), query))
        for (BoardLane& lane : board.lanes)
            if (lane.stage ? isCalled(*lane.stage, row.group.name) : lane.called == row.group.name) {
                lane.csat.satisfied += row.count.satisfied;
                lane.csat.all += row.count.all;
            }
}

} // namespace

const JourneyStage* stageCalled(const JourneyTemplate& journey, const QString& name)
{
    const auto found = std::ranges::find_if(journey.stages, [&](const auto& stage) { return isCalled(stage, name); });
    return found == journey.stages.end() ? nullptr : &*found;
}

const JourneyTemplate* journeyOf(const Portfolio& facts, const content::Journeys& journeys)
{
    std::map<QString, qsizetype> stages;
    for (const AccountFacts& each : facts)
        if (!each.account.stage.isEmpty())
            ++stages[each.account.stage];
    const JourneyTemplate* best = nullptr;
    qsizetype most = 0;
    for (const JourneyTemplate& each : journeys.templates) {
        qsizetype known = 0;
        for (const auto& [name, count] : stages)
            known += stageCalled(each, name) ? count : 0;
        if (known > most) {
            best = &each;
            most = known;
        }
    }
    return best;
}

std::optional<qint64> medianOf(std::vector<qint64> days)
{
    if (days.empty())
        return std::nullopt;
    std::ranges::sort(days);
    const std::size_t middle = days.size() / 2;
    return days.size() % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2;
}

qsizetype BoardLane::count(ClockState state) const
{
    return std::ranges::count_if(cards, [state](const BoardCard& each) { return each.clock.state == state; });
}

qsizetype BoardLane::offers() const
{
    return std::ranges::count_if(cards, [](const BoardCard& each) { return !each.offer.to.isEmpty(); });
}

OfferedMove offerOf(const AccountFacts& facts, const BookFacts& book, const JourneyTemplate& journey,
                    const JourneyStage& stage, QDate day)
{
    // Support and escalation run beside a stage and lead back to it; nobody moves on from there.
    if (stage.kind == content::StageKind::Beside || stage.milestones.isEmpty())
        return {};
    const auto isNext = [](const JourneyStage& each) { return each.kind != content::StageKind::Beside; };
    const auto place = std::ranges::find(journey.stages, stage.id, &JourneyStage::id);
    const auto next = place == journey.stages.end() ? place : std::find_if(place + 1, journey.stages.end(), isNext);
    if (next == journey.stages.end())
        return {};
    OfferedMove offer{next->id, {}, {}, static_cast<int>(stage.milestones.size())};
    const auto list = journey::milestones(facts, book, day);
    for (const QString& wanted : stage.milestones) {
        const auto own = std::ranges::find_if(list, [&](const auto& each) {
            return each.kind == wanted && each.reached.isValid() && each.reached <= day;
        });
        if (own == list.end())
            return {};
        if (!offer.reached.isValid() || own->reached >= offer.reached) {
            offer.reached = own->reached;
            offer.milestone = wanted;
        }
    }
    return offer;
}

Board boardOf(const Portfolio& facts, const content::Journeys& journeys, QDate day)
{
    const BookFacts& book = facts.book();
    Board board;
    board.journey = journeyOf(facts, journeys);
    const auto number = [](content::Fixed fixed) { return double(fixed.thousandths) / 1000; };
    const journey::ClockRules clocks{number(journeys.behindTimes), number(journeys.stuckTimes),
                                     journeys.stuckSilentDays};
    const auto rules = rulesOf(journeys, board.journey);
    if (board.journey)
        for (const JourneyStage& stage : board.journey->stages)
            board.lanes.emplace_back().stage = &stage;
    for (const AccountFacts& each : facts) {
        auto clock = journey::stageClock(each, book, rules, clocks, day);
        if (!clock) {
            const AccountStanding standing = standingOn(each, book, day);
            board.withoutStage += standing == AccountStanding::Former ? 0 : 1;
            continue;
        }
        const JourneyStage* stage = board.journey ? stageCalled(*board.journey, clock->stage) : nullptr;
        auto lane = std::ranges::find_if(board.lanes, [&](const BoardLane& one) {
            return stage ? one.stage == stage : !one.stage && one.called == clock->stage;
        });
        if (lane == board.lanes.end()) {
            lane = board.lanes.insert(board.lanes.end(), BoardLane());
            lane->called = clock->stage;
        }
        BoardCard& card = lane->cards.emplace_back();
        card.account = each.id();
        card.clock = std::move(*clock);
        card.stuckAt = journey::stuckAt(journey::milestones(each, book, day), day);
        if (stage)
            card.offer = offerOf(each, book, *board.journey, *stage, day);
    }
    std::ranges::for_each(board.lanes, &finish);
    addCsat(board, facts, day);
    return board;
}

Status moveStage(book::Edit& edit, const AccountFacts& facts, const JourneyStage& to, const QString& why, PersonId by)
{
    const QString& from = facts.account.stage;
    if (isCalled(to, from))
        return {};
    // Stages keep the kind of name the book has: ids, or the words another tool writes.
    const bool isByName = !from.isEmpty() && from.at(0).isUpper();
    StageMove move;
    move.account = facts.id();
    move.day = edit.today();
    move.fromStage = from;
    move.toStage = isByName ? to.name.en : to.id;
    move.why = why;
    move.by = by;
    if (const auto saved = edit.save(move); !saved)
        return tl::unexpected(saved.error());
    return edit.change<Account>(facts.account.id, [&](Account& account) { account.stage = move.toStage; });
}

} // namespace steward::work
