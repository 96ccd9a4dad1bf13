// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"
#include "tests/support/printers.h"
#include "tests/support/thread_probe.h"
#include "ui/shell/main_window.h"
#include "ui/today/today_page.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>

/// Today on a book of many accounts, with the threads of the product. Prints how long things take; asserts only that
/// they happen, and that the window was asked again and again meanwhile.
using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate theDay(2026, 11, 19);
constexpr int accounts = 10'000;
constexpr int minutes = 15 * 60'000;

struct Window
{
    Window()
        : bookThread(u"book"_s)
        , figuresThread(u"figures"_s)
        , slowThread(u"slow"_s)
        , store(folder.filePath(u"window.ini"_s), QSettings::IniFormat)
        , book(bookThread, figuresThread,
               {[] { return theDay; }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }})
        , window(book, store, {folder.path(), folder.path()}, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        book.setSlow(slowThread);
        window.resize(1280, 800);
        window.show();
        page = window.findChild<TodayPage*>();
        REQUIRE(page);
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    QTemporaryDir folder;
    ThreadExecutor bookThread;
    ThreadExecutor figuresThread;
    ThreadExecutor slowThread;
    QSettings store;
    OpenBook book;
    shell::MainWindow window;
    TodayPage* page = nullptr;
};

/// A book of invented customers at the path.
void makeBook(const QString& path)
{
    const Clock clock{[] { return theDay; },
                      [] { return Instant{QDateTime(theDay, QTime(8, 0)).toMSecsSinceEpoch()}; }};
    auto workspace = Workspace::create(path, {book::Access::ReadWrite, clock, {}});
    REQUIRE(workspace);
    const auto edit = [&](int, const book::Book::Work& work) -> Status {
        const auto edited = (*workspace)->edit({Code("edit.sample"), {qint64(accounts)}}, work);
        return edited ? Status() : tl::unexpected(edited.error());
    };
    REQUIRE(sample::writeSample(edit, {.accounts = accounts, .asOf = theDay}));
    REQUIRE((*workspace)->close());
}

} // namespace

TEST_CASE("Today of 10,000 accounts is worked out, walked through and worked on while the window goes on answering")
{
    Window open;
    TodayPage& page = *open.page;
    const QString path = open.folder.filePath(u"large.steward"_s);
    makeBook(path);
    const auto isReady = [&] { return page.presenter().state() == TodayPresenter::State::Ready; };
    tests::ThreadProbe probe;
    QElapsedTimer clock;
    clock.start();
    open.book.open(path);
    REQUIRE(QTest::qWaitFor(isReady, minutes));
    const qint64 openMs = clock.restart();
    CHECK(probe.ticks() > openMs / 200);
    const qint64 openAway = probe.longest();
    REQUIRE(QTest::qWaitFor([&] { return !open.book.numbers()->trends.empty(); }, minutes));
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
    constexpr int moves = 200;
    for (int i = 0; i < moves; ++i) {
        QElapsedTimer step;
        step.start();
        open.press(Qt::Key_J);
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, step.elapsed());
    }
    const qint64 movesMs = clock.restart();

    const AccountId account = page.model().accountAt(page.list().row());
    const QString key = page.model().keyAt(page.list().row());
    REQUIRE(account.isValid());
    probe.restart();
    open.press(Qt::Key_S);
    clock.restart();
    open.press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowOf(key) < 0; }, minutes));
    const qint64 snoozeMs = clock.restart();
    QTest::qWait(3000);
    std::printf(
        "10,000 accounts, %zu rows: Today there after %lld ms, the window away %lld ms at most; what can wait "
        "opened in %lld ms; %d rows walked with the reasons beside them in %lld ms each, %lld ms at most; a row "
        "snoozed leaves after %lld ms, the window away %lld ms at most\n",
        page.presenter().shown()->today.rows.size(), openMs, openAway, waitMs, moves, movesMs / moves, slowest,
        snoozeMs, probe.longest());
}
