// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/journey_flow.h"

#include "tests/core/work/work_fixture.h"

#include <random>

/// The flow map: who was in a stage, came, went where, and who is there now. And stages that are renamed, split and
/// removed while accounts stand in them.
using namespace steward;
using namespace steward::tests;
using namespace steward::work;
using namespace Qt::Literals::StringLiterals;

namespace {

const Period year{ago(365), today};

void moved(Told& book, int daysAgo, const QString& from, const QString& to, qint64 recorded = 0)
{
    book.add<StageMove>([&](StageMove& move) {
        move.day = ago(daysAgo);
        move.fromStage = from;
        move.toStage = to;
        move.recorded.ms = recorded;
    });
    book.facts.with([&](Account& account) { account.stage = to; });
}

/// A customer since so many days; leftAgo 0: still is.
void client(Told& book, const QString& name, int since, int leftAgo = 0)
{
    book.account(name).add<Subscription>([&](Subscription& row) {
        row.amount = Minor{1000};
        row.billingPeriod = u"month"_s;
        row.start = ago(since);
        row.endedOn = leftAgo > 0 ? ago(leftAgo) : QDate();
    });
}

FlowMap mapOf(const Told& book, const content::Journeys& journeys = shippedContent().journeys)
{
    return flowOf(book.facts.build(), journeys, year);
}

const FlowStage& rowOf(const FlowMap& map, const QString& stage)
{
    const auto found = std::ranges::find_if(
        map.stages, [&](const FlowStage& each) { return each.stage ? each.stage->id == stage : each.called == stage; });
    REQUIRE(found != map.stages.end());
    return *found;
}

/// Every row, every column and the whole add up.
void checkBalance(const FlowMap& map)
{
    qsizetype before = 0;
    qsizetype now = 0;
    for (std::size_t i = 0; i < map.stages.size(); ++i) {
        const FlowStage& row = map.stages[i];
        CHECK(row.before + row.came - row.allOut() == row.now);
        CHECK(std::min({row.before, row.came, row.allOut(), row.now}) >= 0);
        qsizetype came = 0;
        qsizetype out = 0;
        for (const Flow& flow : map.flows) {
            came += flow.to == int(i) ? qsizetype(flow.cases.size()) : 0;
            out += flow.from == int(i) ? qsizetype(flow.cases.size()) : 0;
        }
        CHECK(came == row.came);
        CHECK(out == row.allOut());
        before += row.before;
        now += row.now;
    }
    CHECK(before == map.before);
    CHECK(now == map.now);
    CHECK(map.before + map.count(FlowKind::Began) - map.count(FlowKind::Left) == map.now);
}

std::map<QString, qsizetype> boardCounts(const Board& board)
{
    std::map<QString, qsizetype> counts;
    for (const BoardLane& lane : board.lanes)
        counts[lane.stage ? lane.stage->id : lane.called] = qsizetype(lane.cards.size());
    return counts;
}

void checkBoard(const FlowMap& map, const Board& board)
{
    std::map<QString, qsizetype> counts = boardCounts(board);
    for (const FlowStage& row : map.stages) {
        INFO((row.stage ? row.stage->id : row.called).toStdString());
        CHECK(row.now == counts[row.stage ? row.stage->id : row.called]);
    }
}

} // namespace

TEST_CASE("the rows of the flow map say who was there, came, went where and who is there now")
{
    Told book;
    client(book, u"stays"_s, 600);
    moved(book, 500, u"onboarding"_s, u"adoption"_s);
    client(book, u"grows"_s, 600);
    moved(book, 500, u"onboarding"_s, u"adoption"_s);
    moved(book, 100, u"adoption"_s, u"retention"_s);
    client(book, u"new"_s, 200);
    moved(book, 200, {}, u"onboarding"_s);
    moved(book, 150, u"onboarding"_s, u"adoption"_s);
    client(book, u"hurts"_s, 600);
    moved(book, 500, u"onboarding"_s, u"adoption"_s);
    moved(book, 60, u"adoption"_s, u"support"_s);
    moved(book, 50, u"support"_s, u"adoption"_s);
    client(book, u"falls"_s, 600);
    moved(book, 400, u"onboarding"_s, u"adoption"_s);
    moved(book, 30, u"adoption"_s, u"onboarding"_s);
    client(book, u"leaves"_s, 600, 20);
    moved(book, 500, u"onboarding"_s, u"adoption"_s);
    const FlowMap map = mapOf(book);
    checkBalance(map);
    const FlowStage& adoption = rowOf(map, u"adoption"_s);
    CHECK(adoption.before == 5);
    CHECK(adoption.came == 2);
    CHECK(adoption.outOf(FlowKind::Forward) == 1);
    CHECK(adoption.outOf(FlowKind::Beside) == 1);
    CHECK(adoption.outOf(FlowKind::Back) == 1);
    CHECK(adoption.outOf(FlowKind::Left) == 1);
    CHECK(adoption.now == 3);
    CHECK(map.count(FlowKind::Began) == 1);
    const auto grows = std::ranges::find_if(map.flows, [&](const Flow& each) {
        return each.kind == FlowKind::Forward && each.to != nowhere &&
               map.stages[std::size_t(each.to)].stage->id == u"retention";
    });
    REQUIRE(grows != map.flows.end());
    CHECK(grows->cases.front().day == ago(100));
    CHECK(grows->medianDays() == 400);
}

TEST_CASE("who left before the period is not in it, who came back in it began in it")
{
    Told book;
    client(book, u"gone"_s, 900, 500);
    moved(book, 800, {}, u"adoption"_s);
    client(book, u"back"_s, 900, 500);
    moved(book, 800, {}, u"adoption"_s);
    book.customer(100);
    const FlowMap map = mapOf(book);
    checkBalance(map);
    CHECK(map.before == 0);
    CHECK(map.now == 1);
    const auto began = std::ranges::find(map.flows, FlowKind::Began, &Flow::kind);
    REQUIRE(began != map.flows.end());
    CHECK(began->cases.front().day == ago(100));
}

TEST_CASE("a stage walked through in a day, and a slip taken back the same day, are no flow")
{
    Told book;
    client(book, u"through"_s, 600);
    moved(book, 500, {}, u"onboarding"_s);
    moved(book, 40, u"onboarding"_s, u"adoption"_s, 1);
    moved(book, 40, u"adoption"_s, u"retention"_s, 2);
    client(book, u"slip"_s, 600);
    moved(book, 500, {}, u"onboarding"_s);
    moved(book, 40, u"onboarding"_s, u"adoption"_s, 1);
    moved(book, 40, u"adoption"_s, u"onboarding"_s, 2);
    const FlowMap map = mapOf(book);
    checkBalance(map);
    REQUIRE(map.flows.size() == 1);
    CHECK(rowOf(map, u"adoption"_s).came == 0);
    CHECK(rowOf(map, u"retention"_s).now == 1);
    CHECK(rowOf(map, u"onboarding"_s).now == 1);
}

TEST_CASE("for any moves the rows of the flow map balance and end with the lanes of the board", "[property]")
{
    std::mt19937 engine(7);
    const auto random = [&engine](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(engine); };
    const std::array names{u"onboarding"_s, u"adoption"_s, u"support"_s, u"retention"_s, u"Pilot"_s};
    for (int round = 0; round < 40; ++round) {
        Told book;
        for (int i = 0; i < 12; ++i) {
            client(book, QString::number(i), 1 + random(700), random(4) == 0 ? 1 + random(600) : 0);
            for (int count = random(7); count > 0; --count)
                moved(book, random(700), random(4) ? names[std::size_t(random(5))] : QString(),
                      names[std::size_t(random(5))], random(3));
        }
        const Portfolio facts = book.facts.build();
        const FlowMap map = flowOf(facts, shippedContent().journeys, year);
        checkBalance(map);
        checkBoard(map, boardOf(facts, shippedContent().journeys, today));
    }
}

TEST_CASE("a stage renamed, split or removed with 40 accounts in it keeps its accounts, their days and the balance")
{
    Told book;
    for (int i = 0; i < 40; ++i) {
        client(book, QString::number(i), 500 + i);
        moved(book, 500 + i, {}, u"onboarding"_s);
        moved(book, 300 - i, u"onboarding"_s, u"adoption"_s);
    }
    const Portfolio facts = book.facts.build();
    const content::Journeys& before = shippedContent().journeys;
    const auto change = GENERATE(0, 1, 2);
    content::Journeys after = before;
    auto& lifecycle = after.templates.front();
    REQUIRE(lifecycle.id == u"lifecycle");
    const auto adoption = std::ranges::find(lifecycle.stages, u"adoption"_s, &content::JourneyStage::id);
    REQUIRE(adoption != lifecycle.stages.end());
    ++lifecycle.version;
    if (change == 0) {
        adoption->name.en = u"Daily use"_s;
    } else if (change == 1) {
        content::JourneyStage late = *adoption;
        adoption->id = u"early"_s;
        adoption->name.en = u"Early use"_s;
        late.id = u"late"_s;
        late.name.en = u"Late use"_s;
        lifecycle.stages.insert(adoption + 1, late);
    } else {
        lifecycle.stages.erase(adoption);
    }
    CAPTURE(change);
    const Board board = boardOf(facts, after, today);
    std::map<QString, qsizetype> counts = boardCounts(board);
    CHECK(counts[u"adoption"_s] == 40);
    CHECK(board.withoutStage == 0);
    const FlowMap map = flowOf(facts, after, year);
    checkBalance(map);
    checkBoard(map, board);
    CHECK(rowOf(map, u"onboarding"_s).before == 40);
    CHECK(rowOf(map, u"adoption"_s).came == 40);
    for (const AccountFacts& each : facts) {
        const auto spans = journey::stageSpans(each, facts.book(), today);
        qint64 days = 0;
        for (const journey::StageTime& time : journey::stageTimes(spans))
            days += time.days;
        CHECK(days == journey::accountStart(each, facts.book()).daysTo(today));
    }
    if (change == 0)
        return;
    // Then they are moved to a stage that there is: the days of the old one keep its name.
    Told moves = book;
    client(moves, u"last"_s, 100);
    moved(moves, 100, {}, u"adoption"_s);
    moved(moves, 10, u"adoption"_s, u"retention"_s);
    const FlowMap moved = mapOf(moves, after);
    checkBalance(moved);
    CHECK(rowOf(moved, u"adoption"_s).outOf(FlowKind::Forward) == 1);
}

TEST_CASE(
    "the flow map of last year is the same after a stage with 40 accounts is removed, and nobody guesses a template")
{
    Told book;
    for (int i = 0; i < 40; ++i) {
        client(book, QString::number(i), 500 + i);
        moved(book, 500 + i, {}, u"onboarding"_s);
        moved(book, 300 - i, u"onboarding"_s, u"retention"_s);
        moved(book, 100 - i, u"retention"_s, u"adoption"_s);
    }
    const Portfolio facts = book.facts.build();
    content::Journeys after = shippedContent().journeys;
    auto& lifecycle = after.templates.front();
    std::erase_if(lifecycle.stages, [](const content::JourneyStage& each) { return each.id == u"adoption"; });
    std::ranges::find(lifecycle.stages, u"retention"_s, &content::JourneyStage::id)->name.en = u"Staying"_s;
    content::addRetired(after, shippedContent().journeys);
    const FlowMap map = flowOf(facts, after, year);
    const FlowMap before = flowOf(facts, shippedContent().journeys, year);
    checkBalance(map);
    checkBoard(map, boardOf(facts, after, today));
    REQUIRE(map.journey);
    CHECK(map.journey->id == u"lifecycle");
    REQUIRE(map.stages.size() == before.stages.size());
    for (std::size_t i = 0; i < map.stages.size(); ++i) {
        REQUIRE(map.stages[i].stage);
        CHECK(map.stages[i].stage->id == before.stages[i].stage->id);
        CHECK(map.stages[i].out == before.stages[i].out);
    }
    CHECK(rowOf(map, u"retention"_s).outOf(FlowKind::Back) == 40);
    // Nobody is offered the way to a stage that is gone.
    const auto& stages = map.journey->stages;
    const auto gone = std::ranges::find(stages, u"adoption"_s, &content::JourneyStage::id);
    CHECK(content::isRetired(*gone));
    for (const AccountFacts& each : facts)
        CHECK(offerOf(each, facts.book(), *map.journey, *(gone - 1), today).to != u"adoption");
    // What the book says it uses is used, whatever the accounts' stages look like.
    BookFacts chosen = facts.book();
    Definition setting;
    setting.kind = u"setting"_s;
    setting.name = u"journey"_s;
    setting.text = Json{u"\"core\""_s};
    chosen.definitions = Rows<Definition>(std::vector{setting});
    CHECK(journeyOf(Portfolio(chosen, {}, {}, 1), after)->id == u"core");
}
