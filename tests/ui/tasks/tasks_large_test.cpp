// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/large_window.h"
#include "ui/tasks/tasks_page.h"

#include <QLineEdit>

/// The tasks of a book of many accounts, with the threads of the product. Prints how long things take; asserts only
/// that they happen.
using namespace steward;
using namespace steward::tasks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("tasks of 10,000 accounts are walked, typed and done while the window goes on answering")
{
    tests::LargeWindow<TasksPage> open;
    TasksPage& page = *open.page;
    QElapsedTimer clock;
    open.open(u"tasks"_s);
    static_cast<void>(open.window.grab());
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowCount() > 0; }, tests::minutes));
    const int rows = page.model().rowCount();
    REQUIRE(rows > 5'000);

    qint64 slowest = 0;
    constexpr int moves = 100;
    for (int i = 0; i < moves; ++i) {
        clock.start();
        open.press(Qt::Key_J);
        static_cast<void>(open.window.grab());
        slowest = std::max(slowest, clock.elapsed());
    }
    open.press(Qt::Key_N);
    qint64 slowestKey = 0;
    for (const QChar each : u"call the owner of this one friday !high"_s) {
        clock.start();
        QTest::keyClicks(&page.quickAdd(), QString(each));
        slowestKey = std::max(slowestKey, clock.elapsed());
    }
    page.quickAdd().clear();
    open.press(Qt::Key_Escape);

    const work::QueuedTask* task = page.model().taskAt(page.list().currentIndex().row());
    REQUIRE(task);
    const qint64 id = task->task.id;
    const Part part = page.model().partAt(page.list().currentIndex().row());
    tests::ThreadProbe probe;
    clock.start();
    open.press(Qt::Key_X);
    REQUIRE(QTest::qWaitFor([&] { return page.model().rowOf(id, part) < 0; }, tests::minutes));
    const qint64 doneMs = clock.elapsed();
    QTest::qWait(3000);
    std::printf(
        "10,000 accounts, %d rows: a row down in %lld ms at most, a letter typed in %lld ms at most; a task done "
        "leaves after %lld ms, the window away %lld ms at most, %lld of them its own\n",
        rows, slowest, slowestKey, doneMs, probe.longest(), probe.ownLongest());
    for (const bool isUndo : {true, false}) {
        probe.restart();
        clock.restart();
        isUndo ? open.book.undo() : open.book.redo();
        REQUIRE(QTest::qWaitFor([&] { return (page.model().rowOf(id, part) >= 0) == isUndo; }, tests::minutes));
        const qint64 ms = clock.elapsed();
        QTest::qWait(3000);
        std::printf("10,000 accounts: a task %s after %lld ms, the window away %lld ms at most, %lld of them its own\n",
                    isUndo ? "open again" : "done again", ms, probe.longest(), probe.ownLongest());
    }
}
