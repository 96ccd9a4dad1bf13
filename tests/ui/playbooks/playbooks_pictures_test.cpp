// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/sample_window.h"
#include "ui/playbooks/playbooks_page.h"

using namespace steward;
using namespace steward::playbooks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the playbooks are drawn in every state, light and dark")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    tests::SampleWindow<PlaybooksPage> sitting(u"playbooks"_s, appearance);
    const auto take = [&](const QString& name) {
        QTest::qWait(10);
        const QString look = appearance == style::Appearance::Dark ? u"dark"_s : u"light"_s;
        tests::keepPicture(sitting.window.grab().toImage(), QString(u"playbooks-" + name + u'-' + look));
    };
    sitting.page->choose(u"sponsor_left"_s);
    take(u"play"_s);
    sitting.page->choose(u"renewal"_s);
    take(u"renewal"_s);
    sitting.press(Qt::Key_P);
    take(u"start"_s);
    sitting.press(Qt::Key_Escape);
    sitting.window.resize(1280, 800);
    take(u"1280"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-3), LookBack::AsItHappened);
    take(u"looking-back"_s);
}
