// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/large_window.h"
#include "ui/meeting/meeting_page.h"

/// A note that is typed in a book of many accounts, with the threads of the product. Prints how long things take;
/// asserts only that they happen.
using namespace steward;
using namespace steward::meeting;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a note is typed and kept in a book of 10,000 accounts while the window goes on answering")
{
    tests::LargeWindow<MeetingPage> open;
    MeetingPage& page = *open.page;
    open.open(u"today"_s);
    const AccountId account = open.book.numbers()->lines[4'000].facts->id();
    QElapsedTimer clock;
    clock.start();
    open.window.goTo({u"meeting"_s, account.value(), {}});
    static_cast<void>(open.window.grab());
    const qint64 openMs = clock.elapsed();

    tests::ThreadProbe probe;
    qint64 slowest = 0;
    constexpr int letters = 150;
    for (int i = 0; i < letters; ++i) {
        clock.start();
        page.note().insertPlainText(QString(QChar(i % 30 == 0 ? u'\n' : u'a')));
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, clock.elapsed());
        QTest::qWait(30);
    }
    const auto kept = [&] {
        const AccountFacts* facts = open.book.numbers()->facts.find(account);
        const Touch* touch = work::meetingOf(*facts, tests::LargeWindow<MeetingPage>::theDay());
        return touch && work::writtenText(touch->text).note == page.note().toPlainText();
    };
    clock.start();
    REQUIRE(QTest::qWaitFor(kept, tests::minutes));
    const qint64 keptMs = clock.elapsed();
    page.presenter().make();
    REQUIRE(QTest::qWaitFor([&] { return page.presenter().state() == MeetingPresenter::State::Held; }, tests::minutes));
    std::printf("10,000 accounts: the conversation opens in %lld ms, a letter typed and drawn in %lld ms at most, the "
                "note is kept %lld ms after the last; the window away %lld ms at most, %lld of them its own\n",
                openMs, slowest, keptMs, probe.longest(), probe.ownLongest());
}
