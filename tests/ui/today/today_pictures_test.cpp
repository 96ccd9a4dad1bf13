// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/today/today_page.h"

using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Sitting : tests::PictureWindow<TodayPage>
{
    explicit Sitting(style::Appearance look)
        : PictureWindow(u"today"_s, look)
    {
    }
    /// The first account whose play does not run.
    void chooseIdle()
    {
        int row = 0;
        while (page->model().at(row).rank == 0 || page->model().textAt(row).isRunning)
            ++row;
        page->list().choose(row);
    }
};

} // namespace

TEST_CASE("Today is drawn in every state, light and dark")
{
    Sitting sitting(GENERATE(style::Appearance::Light, style::Appearance::Dark));
    TodayPage& page = *sitting.page;
    sitting.chooseIdle();
    sitting.take(u"list"_s);
    sitting.press(Qt::Key_Space);
    sitting.take(u"why"_s);
    sitting.press(Qt::Key_P);
    sitting.take(u"play"_s);
    sitting.press(Qt::Key_Return);
    sitting.press(Qt::Key_P);
    sitting.take(u"play-running"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_S);
    sitting.take(u"snooze"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_D);
    sitting.take(u"dismiss"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_N);
    sitting.take(u"note"_s);
    sitting.press(Qt::Key_Escape);
    page.list().choose(page.model().rowOf(u"wait"_s));
    sitting.press(Qt::Key_Return);
    sitting.take(u"can-wait"_s);
    sitting.press(Qt::Key_Return);
    page.list().choose(8);
    sitting.take(u"brief"_s);
    sitting.window.resize(1280, 800);
    sitting.chooseIdle();
    sitting.take(u"1280-why"_s);
    sitting.press(Qt::Key_Space);
    sitting.take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-2), LookBack::AsItHappened);
    sitting.take(u"looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    sitting.take(u"no-accounts"_s);
}
