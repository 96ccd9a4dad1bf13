// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/qbr/reviews_fixture.h"
#include "ui/qbr/show.h"

#include <QLabel>

using namespace steward;
using namespace steward::reviews;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ShowView* shownNow()
{
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* view = qobject_cast<ShowView*>(each); view && view->isVisible())
            return view;
    return nullptr;
}

QString titleOf(const ShowView& view) { return view.findChild<QWidget*>(u"reviews.show.slide"_s)->accessibleName(); }

} // namespace

TEST_CASE("a deck is presented by keyboard: the slides of the customer, notes for who asks for them")
{
    ReviewWindow open;
    open.page->openEditor();
    open.page->editor().choose(u"goals"_s);
    open.press(Qt::Key_H);
    const auto slides = open.presenter().slidesToShow();
    REQUIRE(slides.size() > 10);
    int minutes = 0;
    for (const ShownSlide& each : slides) {
        CHECK(each.slide.id != u"goals");
        minutes += each.minutes;
    }
    CHECK(minutes == 60);

    open.press(Qt::Key_F5);
    ShowView* view = shownNow();
    REQUIRE(view);
    CHECK(view->isFullScreen());
    CHECK_FALSE(view->showsNotes());
    const auto press = [&](Qt::Key key) { QTest::keyClick(view, key); };
    const int last = int(slides.size()) - 1;
    const std::tuple<Qt::Key, int> steps[] = {{Qt::Key_Left, 0},     {Qt::Key_Right, 1},
                                              {Qt::Key_Down, 2},     {Qt::Key_Space, 3},
                                              {Qt::Key_PageDown, 4}, {Qt::Key_Up, 3},
                                              {Qt::Key_PageUp, 2},   {Qt::Key_End, last},
                                              {Qt::Key_Right, last}, {Qt::Key_Backspace, last - 1},
                                              {Qt::Key_Home, 0}};
    for (const auto& [key, at] : steps) {
        press(key);
        CHECK(titleOf(*view) == slides[std::size_t(at)].slide.title());
    }
    press(Qt::Key_Right);
    press(Qt::Key_N);
    CHECK(view->showsNotes());
    CHECK(view->findChild<QLabel*>(u"reviews.show.words"_s)->text() == slides[1].slide.notes.join(u'\n'));
    CHECK(view->findChild<QLabel*>(u"reviews.show.next"_s)->text().contains(slides[2].slide.title()));
    CHECK(view->findChild<QLabel*>(u"reviews.show.time"_s)
              ->text()
              .contains(u"meant: 0:%1"_s.arg(slides[0].minutes, 2, 10, QChar(u'0'))));
    press(Qt::Key_N);
    CHECK_FALSE(view->showsNotes());
    press(Qt::Key_Escape);
    CHECK_FALSE(view->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(shownNow() == nullptr);
    CHECK(open.page->editor().isOpen());
}

TEST_CASE("a black screen comes back with the next key")
{
    Show show({{deck::Slide{u"one"_s, {}, {}}, 3}, {deck::Slide{u"two"_s, {}, {}}, 5}},
              QLocale(QLocale::English, QLocale::UnitedKingdom));
    ShowView view(show, true);
    QTest::keyClick(&view, Qt::Key_B);
    CHECK(show.isDark());
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK_FALSE(show.isDark());
    CHECK(show.at() == 1);
    CHECK(show.minutesBefore() == 3);
    QTest::keyClick(&view, Qt::Key_B);
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK_FALSE(show.isDark());
    CHECK(show.at() == 1);
    CHECK(view.showsNotes());
}
