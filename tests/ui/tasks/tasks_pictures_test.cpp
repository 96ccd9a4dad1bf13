// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/tasks/tasks_page.h"

#include <QLineEdit>

using namespace steward;
using namespace steward::tasks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the tasks are drawn in every state, light and dark")
{
    tests::PictureWindow<TasksPage> sitting(u"tasks"_s, GENERATE(style::Appearance::Light, style::Appearance::Dark));
    sitting.press(Qt::Key_J);
    sitting.take(u"list"_s);
    sitting.press(Qt::Key_Down, Qt::ShiftModifier);
    sitting.press(Qt::Key_Down, Qt::ShiftModifier);
    sitting.press(Qt::Key_R);
    sitting.take(u"reschedule"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_N);
    sitting.type(QString(u"call " + sitting.book.numbers()->lines[3].facts->account.name + u" friday !high"));
    sitting.take(u"quick-add"_s);
    sitting.page->quickAdd().clear();
    sitting.press(Qt::Key_Escape);
    sitting.window.resize(1280, 800);
    sitting.take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-2), LookBack::AsItHappened);
    sitting.take(u"looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    sitting.take(u"no-accounts"_s);
}
