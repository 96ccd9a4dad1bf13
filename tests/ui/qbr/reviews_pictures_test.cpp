// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/qbr/reviews_fixture.h"
#include "ui/style/steward_style.h"

#include <QDir>

using namespace steward;
using namespace steward::reviews;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("QBRs is drawn in every state, light and dark")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    QApplication::setStyle(new style::StewardStyle);
    style::applyAppearance(appearance);
    ReviewWindow open;
    const auto take = [&](const char* name) {
        QTest::qWait(120); // a list measures its lines again a moment after it became narrower
        const QString look = appearance == style::Appearance::Dark ? u"dark"_s : u"light"_s;
        keepPicture(open.window.grab().toImage(), u"reviews-%1-%2"_s.arg(QLatin1String(name), look));
    };
    take("list");
    open.page->table().setFocus();
    open.press(Qt::Key_C);
    take("csms");
    open.press(Qt::Key_Escape);
    open.choose(3);
    open.press(Qt::Key_Return);
    take("gaps");
    open.page->openGap(u"confirmed"_s);
    take("meeting");
    open.press(Qt::Key_Escape);
    open.page->openGap(u"actions"_s);
    take("actions");
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_M, Qt::ShiftModifier);
    take("after");
    const auto meeting = AfterMeeting(open.presenter()).meetingFrom(u"13 Nov 2026"_s, u"16:00"_s, u"17:00"_s);
    REQUIRE(meeting);
    AfterMeeting(open.presenter()).record(*meeting);
    take("after-late");
    open.press(Qt::Key_Escape);
    take("held");
    open.page->openEditor();
    for (const char* slide : {"summary", "goals", "use", "plan", "actions", "appendix"}) {
        open.page->editor().choose(QString::fromLatin1(slide));
        take(QByteArray("slide-" + QByteArray(slide)).constData());
    }
    for (const char* slide : {"use", "plan", "service"}) {
        open.page->editor().choose(QString::fromLatin1(slide));
        open.page->editor().turnChart();
        take(QByteArray("chart-" + QByteArray(slide)).constData());
    }
    Show show(open.presenter().slidesToShow(), open.presenter().locale());
    ShowView view(show, true);
    view.resize(1440, 900);
    view.show();
    show.goTo(4);
    keepPicture(view.grab().toImage(), u"reviews-show-notes"_s);
    view.setNotesShown(false);
    keepPicture(view.grab().toImage(), u"reviews-show"_s);
    view.hide();
    open.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&open.window));
    open.page->editorView().outline().setFocus();
    open.page->editor().choose(u"use"_s);
    open.page->editor().refreshFigures();
    open.page->editor().addSlide();
    take("own");
    open.page->editor().setHidden(true);
    open.window.resize(1280, 800);
    take("editor-1280");
    open.window.resize(1440, 900);
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_Escape);
    open.choose(6);
    open.page->openEditor();
    open.page->editor().choose(u"use"_s);
    open.page->editor().setOwnWords({u"98,765 people, and the churn is low"_s, {}});
    take("editor-gaps");
    open.window.resize(1280, 800);
    take("editor-gaps-1280");
    open.window.resize(1440, 900);
    open.press(Qt::Key_Escape);
    REQUIRE(QDir().mkpath(open.folder.filePath(u"decks"_s)));
    open.presenter().setExportChoice({print::Form::Markdown, print::Copy::Customer, {}});
    open.presenter().writeAllDue(open.folder.filePath(u"decks"_s));
    take("batch");
    open.press(Qt::Key_Escape);
    open.window.resize(1280, 800);
    take("1280");
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    take("no-accounts");
}
