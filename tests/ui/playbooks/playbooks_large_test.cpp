// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/large_window.h"
#include "ui/playbooks/playbooks_page.h"

/// The playbooks of a book of many accounts, with the threads of the product. Prints how long things take; asserts only
/// that they happen.
using namespace steward;
using namespace steward::playbooks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the playbooks of 10,000 accounts say whom they would start for while the window goes on answering")
{
    tests::LargeWindow<PlaybooksPage> open;
    PlaybooksPage& page = *open.page;
    open.open(u"accounts"_s);
    tests::ThreadProbe probe;
    QElapsedTimer clock;
    clock.start();
    open.window.goTo({u"playbooks"_s, 0, {}});
    REQUIRE(QTest::qWaitFor([&] { return page.presenter().shown() != nullptr; }, tests::minutes));
    static_cast<void>(open.window.grab());
    const qint64 openMs = clock.elapsed();
    REQUIRE(QTest::qWaitFor([&] { return page.presenter().shown()->day != nullptr; }, tests::minutes));
    const qint64 dayMs = clock.elapsed();
    std::size_t would = 0;
    for (const PlayState& each : page.presenter().shown()->plays)
        would += each.wouldStart.size();
    qint64 slowest = 0;
    for (int i = 0; i < page.plays().lines().rowCount(); ++i) {
        clock.restart();
        open.press(Qt::Key_J);
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, clock.elapsed());
    }
    CHECK(would > 100);
    QTest::qWait(100);
    std::printf("10,000 accounts: the plays there after %lld ms, for whom they would start (%zu) after %lld ms; a play "
                "down in %lld ms at most, the window away %lld ms at most\n",
                openMs, would, dayMs, slowest, probe.longest());
}
