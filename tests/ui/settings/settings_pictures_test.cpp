// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/settings/settings_page.h"

using namespace steward;
using namespace steward::settings;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("stages and the settings of Today are drawn, light and dark")
{
    tests::PictureWindow<SettingsPage> sitting(u"settings"_s,
                                               GENERATE(style::Appearance::Light, style::Appearance::Dark));
    const auto go = [&](const QString& part) { sitting.window.goTo({u"settings"_s, 0, part}); };
    go(u"journey"_s);
    StagesPresenter& stages = sitting.page->journey();
    stages.choose(3);
    sitting.take(u"stages"_s);
    stages.split();
    stages.choose(5);
    stages.remove();
    sitting.take(u"stages-draft"_s);
    sitting.window.resize(1280, 800);
    sitting.take(u"stages-1280"_s);
    stages.discard();
    go(u"today"_s);
    sitting.take(u"today-1280"_s);
    sitting.window.resize(1440, 900);
    sitting.take(u"today"_s);
    sitting.book.lookBack(tests::theDay.addMonths(-4), LookBack::AsItHappened);
    go(u"journey"_s);
    sitting.take(u"stages-looking-back"_s);
    sitting.book.backToToday();
    sitting.book.makeEmpty(sitting.folder.filePath(u"empty.steward"_s));
    sitting.take(u"stages-no-accounts"_s);
}
