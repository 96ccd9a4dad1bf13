// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/journey_board.h"

#include "core/feedback/answers.h"
#include "core/portfolio/book_settings.h"
#include "core/portfolio/stage_steps.h"
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

/// How many cards say what, most first; nothing said is not counted.
std::vector<std::pair<QString, qsizetype>> counted(const std::vector<BoardCard>& cards, QString BoardCard::*said)
{
    std::vector<std::pair<QString, qsizetype>> all;
    for (const BoardCard& each : cards) {
        if ((each.*said).isEmpty())
            continue;
        auto known = std::ranges::find(all, each.*said, &std::pair<QString, qsizetype>::first);
        if (known == all.end())
            known = all.insert(all.end(), {each.*said, 0});
        ++known->second;
    }
    std::ranges::stable_sort(all, std::greater(), &std::pair<QString, qsizetype>::second);
    return all;
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
    lane.standstills = counted(lane.cards, &BoardCard::stuckAt);
    lane.frictions = counted(lane.cards, &BoardCard::friction);
}

void addFriction(BoardCard& card, const AccountFacts& facts, QDate day)
{
    for (const AccountEvent& each : facts.of<AccountEvent>())
        if (each.kind == stuckEvent && each.day >= card.clock.since && each.day <= day && !each.archivedOn.isValid() &&
            (!card.frictionOn.isValid() || each.day >= card.frictionOn)) {
            card.friction = each.note;
            card.frictionOn = each.day;
            card.frictionBy = {Entity::AccountEvent, each.id};
        }
}

void addCsat(Board& board, const std::optional<content::StageNames>& names, const Portfolio& facts, QDate day)
{
    constexpr int year = 365;
    feedback::Query query;
    query.period = {day.addDays(1 - year), day};
    query.by = feedback::AnswersBy::Stage;
    query.groupAtAnswer = true;
    for (const feedback::CsatRow& row : feedback::csat(facts, Grouping(), query))
        for (BoardLane& lane : board.lanes)
            if (lane.stage ? names && names->find(row.group.name) == lane.stage : lane.called == row.group.name) {
                lane.csat.satisfied += row.count.satisfied;
                lane.csat.all += row.count.all;
            }
}

} // namespace

std::vector<journey::StageRule> stageRules(const content::Journeys& journeys, const JourneyTemplate* first)
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
    if (!first)
        return rules;
    const content::StageNames names(*first, journeys.earlier);
    for (const auto& [name, stage] : names.all())
        rules.push_back({name, stage->days});
    return rules;
}

journey::ClockRules stageClocks(const content::Journeys& journeys)
{
    const auto number = [](content::Fixed fixed) { return double(fixed.thousandths) / 1000; };
    return {number(journeys.behindTimes), number(journeys.stuckTimes), journeys.stuckSilentDays};
}

const JourneyStage* stageAfter(const JourneyTemplate& journey, const JourneyStage* stage)
{
    const auto isNext = [](const JourneyStage& each) {
        return each.kind != content::StageKind::Beside && !content::isRetired(each);
    };
    const auto place = std::ranges::find_if(journey.stages, [stage](const auto& each) { return &each == stage; });
    const auto next = place == journey.stages.end() ? place : std::find_if(place + 1, journey.stages.end(), isNext);
    return next == journey.stages.end() ? nullptr : &*next;
}

const JourneyStage* stageCalled(const JourneyTemplate& journey, const QString& name)
{
    const auto found = std::ranges::find_if(journey.stages, [&](const auto& stage) { return isCalled(stage, name); });
    return found == journey.stages.end() ? nullptr : &*found;
}

const JourneyTemplate* journeyOf(const Portfolio& facts, const content::Journeys& journeys)
{
    if (const auto* chosen =
            content::findById(journeys.templates, settingText(facts.book().definitions, journeySetting)))
        return chosen;
    std::map<QString, qsizetype> stages;
    for (const AccountFacts& each : facts)
        if (const auto steps = stageSteps(each); !steps.empty())
            ++stages[steps.back().to];
        else if (!each.account.stage.isEmpty())
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
    const auto* next = stageAfter(journey, content::findById(journey.stages, stage.id));
    if (!next)
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
    const journey::ClockRules clocks = stageClocks(journeys);
    std::optional<content::StageNames> names;
    if (board.journey)
        names.emplace(*board.journey, journeys.earlier);
    const auto rules = stageRules(journeys, board.journey);
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
        const JourneyStage* stage = names ? names->find(clock->stage) : nullptr;
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
        addFriction(card, each, day);
        card.stuckAt = journey::stuckAt(journey::milestones(each, book, day), day);
        if (stage)
            card.offer = offerOf(each, book, *board.journey, *stage, day);
    }
    std::ranges::for_each(board.lanes, &finish);
    addCsat(board, names, facts, day);
    return board;
}

Status confirmFriction(book::Edit& edit, AccountId account, const QString& friction)
{
    AccountEvent event;
    event.account = account;
    event.kind = QString::fromUtf16(stuckEvent);
    event.day = edit.today();
    event.note = friction;
    const auto saved = edit.save(event);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

Status moveStage(book::Edit& edit, const AccountFacts& facts, const JourneyStage& to, const QString& why, PersonId by)
{
    const QString from = stageOn(facts, edit.today());
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
