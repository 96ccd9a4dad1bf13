// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/sample.h"
#include "core/workspace/beside.h"
#include "tests/support/printers.h"
#include "tests/support/thread_probe.h"
#include "ui/shell/main_window.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>

namespace steward::tests {

constexpr int manyAccounts = 10'000;
constexpr int minutes = 15 * 60'000;

/// The window on a book of many invented accounts, with the threads of the product.
template <class Page>
struct LargeWindow
{
    LargeWindow()
        : bookThread(QStringLiteral("book"))
        , figuresThread(QStringLiteral("figures"))
        , slowThread(QStringLiteral("slow"))
        , store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(bookThread, figuresThread,
               {[] { return theDay(); }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }})
        , window(book, store, {folder.path(), folder.path()}, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        slowThread.run(giveWay);
        book.setSlow(slowThread);
        window.resize(1280, 800);
        window.show();
        static_cast<void>(window.views());
        page = window.template findChild<Page*>();
        REQUIRE(page);
        makeBook();
    }
    static QDate theDay() { return {2026, 11, 19}; }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("large.steward")); }
    /// With the view in front, once scores and trends are there.
    void open(const QString& view)
    {
        book.open(path());
        REQUIRE(QTest::qWaitFor([&] { return book.numbers() && !book.numbers()->trends.empty(); }, minutes));
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        window.goTo({view, 0, {}});
    }
    void press(Qt::Key key)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key);
    }

    QTemporaryDir folder;
    ThreadExecutor bookThread;
    ThreadExecutor figuresThread;
    ThreadExecutor slowThread;
    QSettings store;
    OpenBook book;
    shell::MainWindow window;
    Page* page = nullptr;

private:
    void makeBook() const
    {
        const Clock clock{[] { return theDay(); },
                          [] { return Instant{QDateTime(theDay(), QTime(8, 0)).toMSecsSinceEpoch()}; }};
        auto workspace = Workspace::create(path(), {book::Access::ReadWrite, clock, {}});
        REQUIRE(workspace);
        const auto edit = [&](int, const book::Book::Work& work) -> Status {
            const auto edited = (*workspace)->edit({Code("edit.sample"), {qint64(manyAccounts)}}, work);
            return edited ? Status() : tl::unexpected(edited.error());
        };
        REQUIRE(sample::writeSample(edit, {.accounts = manyAccounts, .asOf = theDay()}));
        REQUIRE((*workspace)->close());
    }
};

} // namespace steward::tests
