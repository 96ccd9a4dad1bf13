// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "tests/ui/qbr/reviews_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace steward;
using namespace steward::reviews;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList idsOf(const EditorPresenter& editor)
{
    QStringList ids;
    for (const OutlineSlide& each : editor.slides())
        ids.append(each.id);
    return ids;
}

/// Of the customer's copy.
QStringList titlesOf(ReviewWindow& open)
{
    QStringList titles;
    const auto deck =
        print::slidesOf(open.pack(), open.presenter().wording(), print::Copy::Customer, {}, QTimeZone::utc());
    for (const deck::Slide& each : deck.slides)
        titles.append(each.title());
    return titles;
}

} // namespace

TEST_CASE("slides are moved, hidden, added and worded by keyboard, every step is undone as one")
{
    ReviewWindow open;
    EditorPresenter& editor = open.page->editor();
    open.page->table().setFocus();
    open.press(Qt::Key_E);
    REQUIRE(editor.isOpen());
    REQUIRE(open.page->editorView().outline().hasFocus());
    const QStringList first = idsOf(editor);
    REQUIRE(first.size() > 8);
    REQUIRE(first[0] == u"cover");
    editor.choose(first[3]);

    open.press(Qt::Key_Up, Qt::AltModifier);
    CHECK(idsOf(editor)[2] == first[3]);
    CHECK(editor.current() == first[3]);
    open.press(Qt::Key_H);
    CHECK(editor.slide()->isHidden);
    CHECK(editor.number() == 0);
    const QString hidden = editor.slide()->title;
    CHECK_FALSE(titlesOf(open).contains(hidden));

    open.press(Qt::Key_Insert);
    REQUIRE(editor.slide()->isOwn);
    CHECK(idsOf(editor)[3] == u"own1");
    REQUIRE(open.page->editorView().ownTitle().hasFocus());
    open.type(u"What we saw on site"_s);
    open.press(Qt::Key_Return);
    CHECK(titlesOf(open).contains(u"What we saw on site"));
    open.page->findChild<QPlainTextEdit*>(u"reviews.own.text"_s)->setFocus();
    open.type(u"Two of three teams"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.page->editorView().slide().accessibleDescription().contains(u"Two of three teams"));
    CHECK(editor.ownWords() == qbr::SlideChoice::Own{u"What we saw on site"_s, u"Two of three teams"_s});

    open.press(Qt::Key_Delete);
    CHECK_FALSE(idsOf(editor).contains(u"own1"));
    open.book.undo();
    CHECK(idsOf(editor).contains(u"own1"));
    for (int i = 0; i < 5; ++i)
        open.book.undo();
    CHECK(idsOf(editor) == first);
    CHECK(titlesOf(open).contains(hidden));
    open.press(Qt::Key_Escape);
    CHECK_FALSE(editor.isOpen());
    CHECK(open.page->table().hasFocus());
}

TEST_CASE("the cover stays first and is never hidden")
{
    ReviewWindow open;
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    editor.choose(u"cover"_s);
    const QStringList before = idsOf(editor);
    editor.move(1);
    editor.setHidden(true);
    editor.removeSlide();
    editor.choose(before[1]);
    editor.move(-1);
    CHECK(idsOf(editor) == before);
    CHECK_FALSE(editor.slides().front().isHidden);
}

TEST_CASE("words of the CSM stay when figures move, what moved is marked until the next refresh")
{
    ReviewWindow open;
    int row = 0;
    while (!open.presenter().pack() || !open.pack().plan.now().plan) {
        REQUIRE(row < open.page->model().rowCount());
        open.choose(row++);
    }
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    CHECK_FALSE(editor.moved());
    editor.choose(u"plan"_s);
    editor.setOwnWords({u"We stayed in the plan"_s, u"The second site starts in spring"_s});
    open.press(Qt::Key_R);
    CHECK(editor.moved() == 0);
    REQUIRE(editor.refreshedAt());

    const GapTarget target = editor.planTarget();
    REQUIRE(target.kind == GapTarget::Kind::Record);
    open.page->findChild<QPushButton*>(u"reviews.plan.open"_s)->click();
    REQUIRE(open.page->record().isWriting());
    qobject_cast<QLineEdit*>(open.page->record().editor(u"amount"_s))->setText(u"99,000"_s);
    REQUIRE(open.page->record().save());
    open.page->record().leave();
    REQUIRE(editor.moved());
    CHECK(*editor.moved() > 0);
    CHECK(editor.slide()->hasMoved);
    CHECK(editor.slide()->title == u"We stayed in the plan");
    CHECK(editor.ownWords().text == u"The second site starts in spring");
    bool isMarked = false;
    for (const SlideFact& each : editor.facts())
        isMarked = isMarked || (!each.before.isEmpty() && each.before != each.value);
    CHECK(isMarked);
    editor.refreshFigures();
    CHECK(editor.moved() == 0);
    CHECK_FALSE(editor.slide()->hasMoved);
    open.book.undo();
    CHECK(*editor.moved() > 0);
    open.book.undo();
    CHECK(editor.moved() == 0);
}

TEST_CASE("the figure at the start is entered in the editor and stands on the slide")
{
    ReviewWindow open;
    int row = 0;
    const auto has = [&] {
        const qbr::Pack* pack = open.presenter().pack();
        return pack && pack->use.isKnown && !pack->use.baseline;
    };
    while (!has() && row < open.page->model().rowCount())
        open.choose(row++);
    REQUIRE(has());
    open.page->openEditor();
    open.page->editor().choose(u"use"_s);
    open.page->findChild<QPushButton*>(u"reviews.baseline.open"_s)->click();
    REQUIRE(open.page->record().isWriting());
    qobject_cast<QLineEdit*>(open.page->record().editor(u"number"_s))->setText(u"17"_s);
    REQUIRE(open.page->record().save());
    REQUIRE(open.pack().use.baseline);
    CHECK(*open.pack().use.baseline == 17);
    open.book.undo();
    CHECK_FALSE(open.pack().use.baseline);
}

TEST_CASE("a slide of many pages is turned page by page, and every figure names itself")
{
    ReviewWindow open;
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    editor.choose(u"appendix"_s);
    SlideView& slide = open.page->editorView().slide();
    REQUIRE(slide.pageCount() > 1);
    slide.setFocus();
    open.press(Qt::Key_PageDown);
    CHECK(slide.page() == 1);
    open.press(Qt::Key_PageUp);
    CHECK(slide.page() == 0);
    for (const OutlineSlide& each : editor.slides()) {
        editor.choose(each.id);
        CHECK(slide.accessibleName().contains(editor.pages().front().title()));
        for (const SlideFact& fact : editor.facts())
            CHECK_FALSE((fact.name.isEmpty() || fact.value.isEmpty()));
    }
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    CHECK_FALSE(editor.isOpen());
}

TEST_CASE("the chart of a slide is drawn another way by keyboard, in every form of the deck, and back by undo")
{
    ReviewWindow open;
    const auto has = [&] { return open.presenter().pack() && open.pack().use.isKnown; };
    for (int row = 0; !has() && row < open.page->model().rowCount(); ++row)
        open.choose(row);
    REQUIRE(has());
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    const auto* box = open.page->findChild<QComboBox*>(u"reviews.chart"_s);
    REQUIRE(box);
    editor.choose(u"goals"_s);
    CHECK_FALSE(box->isVisible());
    CHECK_FALSE(editor.chartKind());
    editor.choose(u"use"_s);
    REQUIRE(box->isVisible());
    CHECK(editor.chartKind() == deck::ChartKind::Line);
    const auto drawn = [&] {
        for (const deck::Element& each : editor.pages().front().elements)
            if (const auto* chart = std::get_if<deck::Chart>(&each))
                return chart->kind;
        throw std::logic_error("the slide has no chart");
    };
    open.press(Qt::Key_T);
    CHECK(editor.chartKind() == deck::ChartKind::Columns);
    CHECK(drawn() == deck::ChartKind::Columns);
    CHECK(box->currentText() == u"columns");
    CHECK(open.pack().slide(u"use")->chart == deck::ChartKind::Columns);
    open.press(Qt::Key_T);
    CHECK(drawn() == deck::ChartKind::Line);
    CHECK_FALSE(open.pack().slide(u"use")->chart);
    open.book.undo();
    CHECK(drawn() == deck::ChartKind::Columns);
    open.book.undo();
    CHECK(drawn() == deck::ChartKind::Line);
    CHECK(editor.slide()->id == u"use");
}

TEST_CASE("words of ours alone and figures that the deck does not have are doubted in a title of one's own")
{
    ReviewWindow open;
    open.choose(0);
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    editor.choose(u"use"_s);
    REQUIRE_FALSE(open.pack().slide(u"use")->numbers.empty());
    const QString figure = editor.facts().front().value;
    const auto* check = open.page->findChild<QWidget*>(u"reviews.check"_s);
    REQUIRE(check);
    CHECK_FALSE(check->isVisible());
    editor.setOwnWords({QString(figure + u" people in "_s + open.presenter().quarterText(open.pack().quarter)), {}});
    CHECK(editor.doubts() == QStringList());
    CHECK_FALSE(check->isVisible());
    editor.setOwnWords({u"98,765 people, and the churn is low."_s, u"A brisk start"_s});
    REQUIRE(editor.doubts().size() == 2);
    CHECK(editor.doubts()[0].contains(u"churn"));
    CHECK(editor.doubts()[1].contains(u"98,765"));
    CHECK(check->isVisible());
    open.book.undo();
    CHECK(editor.doubts() == QStringList());
}

TEST_CASE("what is missing is filled from the editor by keyboard")
{
    ReviewWindow open;
    const int row = open.rowMissing(u"plan"_s);
    REQUIRE(row >= 0);
    open.choose(row);
    open.page->openEditor();
    auto& gaps = open.page->editorView().gaps();
    REQUIRE(gaps.isVisible());
    int line = 0;
    while (!gaps.lines().at(line).text.startsWith(open.presenter().gapText(u"plan"_s).first))
        ++line;
    gaps.setFocus();
    gaps.setCurrentIndex(gaps.lines().index(line));
    open.press(Qt::Key_Return);
    REQUIRE(open.page->record().isVisible());
    qobject_cast<QLineEdit*>(open.page->record().editor(u"line"_s))->setText(u"Seats"_s);
    qobject_cast<QLineEdit*>(open.page->record().editor(u"amount"_s))->setText(u"12,500"_s);
    REQUIRE(open.page->record().save());
    CHECK(open.pack().plan.now().plan == 1'250'000);
    CHECK(open.page->editor().isOpen());
}

TEST_CASE("no title of the outline is cut, whatever is written beside it")
{
    ReviewWindow open;
    const int row = GENERATE(0, 3, 6);
    open.choose(row);
    open.page->openEditor();
    EditorPresenter& editor = open.page->editor();
    const auto& outline = open.page->editorView().outline();
    const auto check = [&] {
        QTest::qWait(150);
        for (int i = 0; i < outline.model()->rowCount(); ++i) {
            INFO(outline.model()->index(i, 0).data().toString().toStdString());
            CHECK(outline.visualRect(outline.model()->index(i, 0)).height() >= outline.sizeHintForRow(i));
        }
    };
    check();
    editor.choose(u"use"_s);
    editor.setOwnWords({u"Fewer people, and why"_s, {}});
    check();
    editor.setHidden(true);
    check();
    open.window.resize(1280, 800);
    check();
    open.window.resize(1440, 900);
    check();
}
