// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/sample_window.h"
#include "ui/tasks/tasks_page.h"

#include <QLineEdit>

using namespace steward;
using namespace steward::tasks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the tasks are drawn in every state, light and dark")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    tests::SampleWindow<TasksPage> sitting(u"tasks"_s, appearance);
    const auto take = [&](const QString& name) {
        QTest::qWait(10);
        const QString look = appearance == style::Appearance::Dark ? u"dark"_s : u"light"_s;
        tests::keepPicture(sitting.window.grab().toImage(), QString(u"tasks-" + name + u'-' + look));
    };
    sitting.press(Qt::Key_J);
    take(u"list"_s);
    sitting.press(Qt::Key_Down, Qt::ShiftModifier);
    sitting.press(Qt::Key_Down, Qt::ShiftModifier);
    sitting.press(Qt::Key_R);
    take(u"reschedule"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_N);
    sitting.type(QString(u"call " + sitting.book.numbers()->lines[3].facts->account.name + u" friday !high"));
    take(u"quick-add"_s);
    sitting.page->quickAdd().clear();
    sitting.press(Qt::Key_Escape);
    sitting.window.resize(1280, 800);
    take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-2), LookBack::AsItHappened);
    take(u"looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    take(u"no-accounts"_s);
}
