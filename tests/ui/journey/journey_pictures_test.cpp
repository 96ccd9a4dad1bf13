// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/journey/journey_page.h"

using namespace steward;
using namespace steward::journeys;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the journey is drawn in every state, light and dark")
{
    tests::PictureWindow<JourneyPage> sitting(u"journey"_s,
                                              GENERATE(style::Appearance::Light, style::Appearance::Dark));
    sitting.press(Qt::Key_Right);
    sitting.take(u"board"_s);
    sitting.press(Qt::Key_Space);
    sitting.take(u"behind"_s);
    sitting.press(Qt::Key_M);
    sitting.take(u"move"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_L);
    sitting.take(u"list"_s);
    sitting.press(Qt::Key_Space);
    sitting.window.resize(1280, 800);
    sitting.press(Qt::Key_L);
    sitting.take(u"1280"_s);
    sitting.press(Qt::Key_F);
    sitting.take(u"map-1280"_s);
    sitting.window.resize(1440, 900);
    sitting.press(Qt::Key_Return);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_Right);
    sitting.press(Qt::Key_Right);
    sitting.press(Qt::Key_Right);
    sitting.press(Qt::Key_Right);
    sitting.press(Qt::Key_Space);
    sitting.take(u"map"_s);
    sitting.press(Qt::Key_Space);
    sitting.press(Qt::Key_O);
    sitting.take(u"line"_s);
    sitting.press(Qt::Key_Down);
    sitting.press(Qt::Key_Down);
    sitting.press(Qt::Key_Down);
    for (int i = 0; i < 3; ++i)
        sitting.press(Qt::Key_Minus);
    sitting.take(u"line-far"_s);
    sitting.press(Qt::Key_L);
    sitting.book.lookBack(tests::theDay.addMonths(-4), LookBack::AsItHappened);
    sitting.take(u"looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    sitting.take(u"no-accounts"_s);
}
