// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/support/printers.h"
#include "ui/shell/main_window.h"
#include "ui/style/steward_style.h"
#include "ui/today/today_page.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate theDay(2026, 11, 19);

struct Sitting
{
    explicit Sitting(style::Appearance light)
        : appearance(light)
        , store(folder.filePath(u"window.ini"_s), QSettings::IniFormat)
        , book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(u"sample"_s), folder.filePath(u"books"_s)},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        QApplication::setStyle(new style::StewardStyle);
        style::applyAppearance(appearance);
        window.resize(1440, 900);
        window.show();
        window.start({});
        window.actions()[shell::ActionId::OpenSample].trigger();
        page = window.findChild<TodayPage*>();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        window.goTo({u"today"_s, 0, {}});
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    /// The first account whose play does not run.
    void chooseIdle()
    {
        int row = 0;
        while (page->model().at(row).rank == 0 || page->model().textAt(row).isRunning)
            ++row;
        page->list().choose(row);
    }
    void take(const char* name)
    {
        QTest::qWait(10);
        const QString look = appearance == style::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        tests::keepPicture(window.grab().toImage(), QStringLiteral("today-%1-%2").arg(QLatin1String(name), look));
    }

    style::Appearance appearance;
    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    shell::MainWindow window;
    TodayPage* page = nullptr;
};

} // namespace

TEST_CASE("Today is drawn in every state, light and dark")
{
    Sitting sitting(GENERATE(style::Appearance::Light, style::Appearance::Dark));
    TodayPage& page = *sitting.page;
    sitting.chooseIdle();
    sitting.take("list");
    sitting.press(Qt::Key_Space);
    sitting.take("why");
    sitting.press(Qt::Key_P);
    sitting.take("play");
    sitting.press(Qt::Key_Return);
    sitting.press(Qt::Key_P);
    sitting.take("play-running");
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_S);
    sitting.take("snooze");
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_D);
    sitting.take("dismiss");
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_N);
    sitting.take("note");
    sitting.press(Qt::Key_Escape);
    page.list().choose(page.model().rowOf(u"wait"_s));
    sitting.press(Qt::Key_Return);
    sitting.take("can-wait");
    sitting.press(Qt::Key_Return);
    page.list().choose(8);
    sitting.take("brief");
    sitting.window.resize(1280, 800);
    sitting.chooseIdle();
    sitting.take("1280-why");
    sitting.press(Qt::Key_Space);
    sitting.take("1280");
    sitting.book.lookBack(theDay.addMonths(-2), LookBack::AsItHappened);
    sitting.take("looking-back");
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    sitting.take("no-accounts");
}
