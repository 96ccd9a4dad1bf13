// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/large_window.h"
#include "ui/journey/journey_page.h"

/// The journey of a book of many accounts, with the threads of the product. Prints how long things take; asserts only
/// that they happen.
using namespace steward;
using namespace steward::journeys;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the journey of 10,000 accounts opens, is walked and worked on while the window goes on answering")
{
    tests::LargeWindow<JourneyPage> open;
    JourneyPage& page = *open.page;
    open.open(u"accounts"_s);
    tests::ThreadProbe probe;
    QElapsedTimer clock;
    clock.start();
    open.window.goTo({u"journey"_s, 0, {}});
    REQUIRE(
        QTest::qWaitFor([&] { return page.presenter().state() == JourneyPresenter::State::Ready; }, tests::minutes));
    static_cast<void>(open.window.grab());
    const qint64 openMs = clock.restart();
    REQUIRE(page.table().rowCount() > 5'000);
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Space);
    qint64 slowest = 0;
    constexpr int moves = 100;
    for (int i = 0; i < moves; ++i) {
        clock.restart();
        open.press(Qt::Key_J);
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, clock.elapsed());
    }
    clock.restart();
    open.press(Qt::Key_L);
    static_cast<void>(open.window.grab());
    const qint64 listMs = clock.restart();
    open.press(Qt::Key_L);

    clock.restart();
    open.press(Qt::Key_F);
    static_cast<void>(open.window.grab());
    const qint64 mapMs = clock.restart();
    open.press(Qt::Key_O);
    REQUIRE(QTest::qWaitFor([&] { return page.line().shown() != nullptr; }, tests::minutes));
    static_cast<void>(open.window.grab());
    const qint64 lineMs = clock.restart();
    std::printf("10,000 accounts: the map in %lld ms, an account along its time in %lld ms\n", mapMs, lineMs);
    open.press(Qt::Key_L);

    const AccountId account = page.card()->account;
    const QString stage = open.book.numbers()->facts.find(account)->account.stage;
    probe.restart();
    clock.restart();
    open.press(Qt::Key_M);
    QTest::keyClicks(page.findChild<QWidget*>(u"journey.choice.word"_s), u"said so"_s);
    open.press(Qt::Key_Return);
    const auto hasMoved = [&] {
        const ShownBoard& shown = page.presenter().shown();
        return shown && shown->numbers->facts.find(account)->account.stage != stage;
    };
    REQUIRE(QTest::qWaitFor(hasMoved, tests::minutes));
    const qint64 movedMs = clock.elapsed();
    QTest::qWait(3000);
    std::printf(
        "10,000 accounts, %d on the board: opened in %lld ms, a card down in %lld ms at most, the list in %lld ms; "
        "an account moved after %lld ms, the window away %lld ms at most, %lld of them its own\n",
        page.table().rowCount(), openMs, slowest, listMs, movedMs, probe.longest(), probe.ownLongest());
    for (const bool isUndo : {true, false}) {
        probe.restart();
        clock.restart();
        isUndo ? open.book.undo() : open.book.redo();
        REQUIRE(QTest::qWaitFor([&] { return hasMoved() != isUndo; }, tests::minutes));
        const qint64 ms = clock.elapsed();
        QTest::qWait(3000);
        std::printf(
            "10,000 accounts: the move %s after %lld ms, the window away %lld ms at most, %lld of them its own\n",
            isUndo ? "undone" : "redone", ms, probe.longest(), probe.ownLongest());
    }
}
