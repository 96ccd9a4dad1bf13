// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/large_window.h"
#include "ui/today/today_page.h"

/// Today on a book of many accounts, with the threads of the product. Prints how long things take; asserts only that
/// they happen, and that the window was asked again and again meanwhile.
using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("Today of 10,000 accounts is worked out, walked through and worked on while the window goes on answering")
{
    tests::LargeWindow<TodayPage> open;
    TodayPage& page = *open.page;
    const auto isReady = [&] { return page.presenter().state() == TodayPresenter::State::Ready; };
    tests::ThreadProbe probe;
    QElapsedTimer clock;
    clock.start();
    open.book.open(open.path());
    REQUIRE(QTest::qWaitFor(isReady, tests::minutes));
    const qint64 openMs = clock.restart();
    CHECK(probe.ticks() > probe.ownTime() / 200);
    const qint64 openAway = probe.longest();
    REQUIRE(QTest::qWaitFor([&] { return !open.book.numbers()->trends.empty(); }, tests::minutes));
    open.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&open.window));
    open.window.goTo({u"today"_s, 0, {}});
    CHECK(page.presenter().shown()->today.rows.size() > 100);

    clock.restart();
    page.list().choose(page.model().rowOf(u"wait"_s));
    open.press(Qt::Key_Return);
    static_cast<void>(open.window.grab());
    const qint64 waitMs = clock.restart();
    open.press(Qt::Key_Space);
    qint64 slowest = 0;
    constexpr int moves = 150;
    for (int i = 0; i < moves; ++i) {
        QElapsedTimer step;
        step.start();
        open.press(Qt::Key_J);
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, step.elapsed());
    }
    const qint64 movesMs = clock.restart();

    // Groups of small accounts stand among the others.
    while (!page.model().accountAt(page.list().row()).isValid())
        open.press(Qt::Key_K);
    const QString key = page.model().keyAt(page.list().row());
    probe.restart();
    open.press(Qt::Key_S);
    clock.restart();
    open.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowOf(key) < 0; }, tests::minutes));
    const qint64 snoozeMs = clock.restart();
    QTest::qWait(3000);
    std::printf(
        "10,000 accounts, %zu rows: Today there after %lld ms, the window away %lld ms at most; what can wait "
        "opened in %lld ms; %d rows walked with the reasons beside them in %lld ms each, %lld ms at most; a row "
        "snoozed leaves after %lld ms, the window away %lld ms at most\n",
        page.presenter().shown()->today.rows.size(), openMs, openAway, waitMs, moves, movesMs / moves, slowest,
        snoozeMs, probe.longest());
}
