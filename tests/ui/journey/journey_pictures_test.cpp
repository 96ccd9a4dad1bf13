// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/sample_window.h"
#include "ui/journey/journey_page.h"

using namespace steward;
using namespace steward::journeys;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the journey is drawn in every state, light and dark")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    tests::SampleWindow<JourneyPage> sitting(u"journey"_s, appearance);
    const auto take = [&](const QString& name) {
        QTest::qWait(10);
        const QString look = appearance == style::Appearance::Dark ? u"dark"_s : u"light"_s;
        tests::keepPicture(sitting.window.grab().toImage(), QString(u"journey-" + name + u'-' + look));
    };
    sitting.press(Qt::Key_Right);
    take(u"board"_s);
    sitting.press(Qt::Key_Space);
    take(u"behind"_s);
    sitting.press(Qt::Key_M);
    take(u"move"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_L);
    take(u"list"_s);
    sitting.press(Qt::Key_Space);
    sitting.window.resize(1280, 800);
    sitting.press(Qt::Key_L);
    take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-4), LookBack::AsItHappened);
    take(u"looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    take(u"no-accounts"_s);
}
