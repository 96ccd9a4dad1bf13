// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/playbooks/playbooks_page.h"

using namespace steward;
using namespace steward::playbooks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the playbooks are drawn in every state, light and dark")
{
    tests::PictureWindow<PlaybooksPage> sitting(u"playbooks"_s,
                                                GENERATE(style::Appearance::Light, style::Appearance::Dark));
    sitting.page->choose(u"sponsor_left"_s);
    sitting.take(u"play"_s);
    sitting.page->choose(u"renewal"_s);
    sitting.take(u"renewal"_s);
    sitting.press(Qt::Key_P);
    sitting.take(u"start"_s);
    sitting.press(Qt::Key_Escape);
    sitting.press(Qt::Key_E);
    sitting.take(u"change"_s);
    sitting.page->editor().choosePart(3);
    sitting.take(u"change-step"_s);
    sitting.press(Qt::Key_Escape);
    sitting.window.resize(1280, 800);
    sitting.take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-3), LookBack::AsItHappened);
    sitting.take(u"looking-back"_s);
}
