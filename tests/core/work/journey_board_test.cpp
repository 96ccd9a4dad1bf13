// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/journey_board.h"

#include "tests/core/work/work_fixture.h"

/// The board: lanes, clocks, moves that are offered.
using namespace steward;
using namespace steward::tests;
using journey::ClockState;
using namespace Qt::Literals::StringLiterals;

namespace {

const content::Journeys& journeys() { return shippedContent().journeys; }

void inStage(Told& book, const QString& name, const QString& stage, QDate since, const QString& from = u"purchase"_s)
{
    book.account(name).customer();
    book.facts.with([&](Account& account) { account.stage = stage; });
    book.add<StageMove>([&](StageMove& move) {
        move.day = since;
        move.fromStage = from;
        move.toStage = stage;
    });
}

void reached(Told& book, const QString& kind, QDate day, QDate planned = {})
{
    book.add<Milestone>([&](Milestone& each) {
        each.kind = kind;
        each.reached = day;
        each.planned = planned;
    });
}

const work::BoardLane& laneOf(const work::Board& board, const QString& stage)
{
    for (const work::BoardLane& lane : board.lanes)
        if (lane.stage && lane.stage->id == stage)
            return lane;
    FAIL("no such lane");
    return board.lanes.front();
}

} // namespace

TEST_CASE("every account stands in the lane of its stage, who is stuck first, with the median of the days there")
{
    Told book;
    inStage(book, u"fresh"_s, u"onboarding"_s, ago(5));
    inStage(book, u"old"_s, u"onboarding"_s, ago(100));
    inStage(book, u"late"_s, u"onboarding"_s, ago(50));
    inStage(book, u"grown"_s, u"adoption"_s, ago(10));
    book.account(u"nowhere"_s).customer();
    const Portfolio facts = book.facts.build();
    const work::Board board = work::boardOf(facts, journeys(), today);
    REQUIRE(board.journey);
    CHECK(board.journey->id == u"lifecycle");
    CHECK(board.withoutStage == 1);
    const work::BoardLane& onboarding = laneOf(board, u"onboarding"_s);
    REQUIRE(onboarding.cards.size() == 3);
    CHECK(onboarding.cards[0].clock.days == 100);
    CHECK(onboarding.cards[0].clock.state == ClockState::Stuck);
    CHECK(onboarding.cards[1].clock.state == ClockState::Behind);
    CHECK(onboarding.cards[2].clock.state == ClockState::OnTrack);
    CHECK(onboarding.medianDays == 50);
    CHECK(onboarding.count(ClockState::Stuck) == 1);
    CHECK(laneOf(board, u"adoption"_s).cards.size() == 1);
    CHECK_FALSE(laneOf(board, u"retention"_s).medianDays);
}

TEST_CASE("a stage that no template has gets a lane of its own, a name in words the lane of its stage")
{
    Told book;
    inStage(book, u"words"_s, u"Onboarding"_s, ago(5));
    inStage(book, u"own"_s, u"Pilot at the harbour"_s, ago(5));
    const Portfolio facts = book.facts.build();
    const work::Board board = work::boardOf(facts, journeys(), today);
    CHECK(laneOf(board, u"onboarding"_s).cards.size() == 1);
    REQUIRE(board.lanes.back().cards.size() == 1);
    CHECK_FALSE(board.lanes.back().stage);
    CHECK(board.lanes.back().called == u"Pilot at the harbour");
}

TEST_CASE("the next stage is offered when every milestone of the present one is reached, and not before")
{
    Told book;
    inStage(book, u"ready"_s, u"onboarding"_s, ago(40));
    const QStringList wanted =
        entryOf(entryOf(journeys().templates, u"lifecycle"_s).stages, u"onboarding"_s).milestones;
    for (const QString& kind : wanted)
        reached(book, kind, kind == u"first_value" ? ago(3) : ago(20));
    inStage(book, u"nearly"_s, u"onboarding"_s, ago(40));
    for (const QString& kind : wanted.mid(1))
        reached(book, kind, ago(20));
    reached(book, wanted.front(), {}, ago(30));
    const Portfolio facts = book.facts.build();
    const work::Board board = work::boardOf(facts, journeys(), today);
    const work::BoardLane& lane = laneOf(board, u"onboarding"_s);
    CHECK(lane.offers() == 1);
    for (const work::BoardCard& card : lane.cards) {
        const bool isReady = facts.find(card.account)->account.name == u"ready";
        CHECK(card.offer == (isReady ? work::OfferedMove{u"adoption"_s, u"first_value"_s, ago(3), int(wanted.size())}
                                     : work::OfferedMove()));
        CHECK(card.stuckAt == (isReady ? QString() : wanted.front()));
    }
}

TEST_CASE("nobody is offered a move from a stage that runs beside others, nor from the last one")
{
    Told book;
    inStage(book, u"beside"_s, u"support"_s, ago(5), u"adoption"_s);
    inStage(book, u"last"_s, u"retention"_s, ago(5), u"adoption"_s);
    const content::JourneyTemplate& lifecycle = entryOf(journeys().templates, u"lifecycle"_s);
    for (const QString& kind : entryOf(lifecycle.stages, u"retention"_s).milestones)
        reached(book, kind, ago(2));
    const Portfolio facts = book.facts.build();
    for (const work::BoardLane& lane : work::boardOf(facts, journeys(), today).lanes)
        CHECK(lane.offers() == 0);
}

TEST_CASE("where an account gets stuck is what somebody said since its stage began, counted by lane")
{
    Told book;
    const auto stuck = [&book](int daysAgo, const QString& where) {
        book.add<AccountEvent>([&](AccountEvent& each) {
            each.kind = u"stuck"_s;
            each.day = ago(daysAgo);
            each.note = where;
        });
    };
    inStage(book, u"one"_s, u"onboarding"_s, ago(40));
    stuck(20, u"Dirty data"_s);
    stuck(60, u"Of the stage before"_s);
    inStage(book, u"two"_s, u"onboarding"_s, ago(30));
    stuck(25, u"Dirty data"_s);
    stuck(2, u"No owner on their side"_s);
    inStage(book, u"three"_s, u"onboarding"_s, ago(30));
    stuck(5, u"No owner on their side"_s);
    inStage(book, u"four"_s, u"onboarding"_s, ago(30));
    stuck(40, u"Of the stage before"_s);
    book.add<AccountEvent>([](AccountEvent& each) {
        each.kind = u"award"_s;
        each.day = ago(1);
        each.note = u"Prize"_s;
    });
    const Portfolio facts = book.facts.build();
    const work::Board board = work::boardOf(facts, journeys(), today);
    const work::BoardLane& lane = laneOf(board, u"onboarding"_s);
    using Counts = std::vector<std::pair<QString, qsizetype>>;
    CHECK(lane.frictions == Counts{{u"No owner on their side"_s, 2}, {u"Dirty data"_s, 1}});
    CHECK(std::ranges::count(lane.cards, QString(), &work::BoardCard::friction) == 1);
}
