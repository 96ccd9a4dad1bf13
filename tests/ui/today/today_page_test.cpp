// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_page.h"

#include "core/work/plays.h"
#include "tests/ui/today/today_window.h"
#include "ui/style/type.h"
#include "ui/today/today_delegate.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;

using Window = tests::TodayWindow;

TEST_CASE("ten rows of the day are worked off with the keyboard alone")
{
    Window open;
    TodayPage& page = *open.page;
    // 1: open, and back
    REQUIRE(open.walkToAccount());
    const AccountId first = open.current();
    open.press(Qt::Key_Return);
    REQUIRE(open.window.front()->face().name == u"account");
    CHECK(open.window.front()->place().record == first.value());
    open.press(Qt::Key_2, Qt::AltModifier);
    open.press(Qt::Key_Escape);
    REQUIRE(open.window.front() == &page);
    CHECK(open.current() == first);
    REQUIRE(page.list().hasFocus());
    // 2: why, its evidence, and back
    open.press(Qt::Key_Space);
    REQUIRE(page.why().isVisible());
    CHECK(page.why().list().lines().rowCount() > 8);
    page.why().list().setFocus();
    open.press(Qt::Key_Return);
    REQUIRE(page.record().isVisible());
    open.press(Qt::Key_Escape);
    REQUIRE(page.why().isVisible());
    REQUIRE(page.list().hasFocus());
    open.press(Qt::Key_Space);
    CHECK_FALSE(page.why().isVisible());
    // 3: start a play
    const QString play = page.model().rowAt(page.list().row())->play;
    open.press(Qt::Key_P);
    REQUIRE(page.play().isVisible());
    open.press(Qt::Key_Return);
    CHECK(work::runningOf(open.facts(first), play));
    CHECK(page.model().textAt(page.list().row()).isRunning);
    REQUIRE(page.list().hasFocus());
    // 4: the play under way: its first step is done
    open.press(Qt::Key_P);
    REQUIRE(page.play().isVisible());
    CHECK(page.play().text().run != 0);
    open.press(Qt::Key_Space);
    CHECK(page.play().text().about.startsWith(u"1 of "));
    open.press(Qt::Key_Escape);
    // 5: note
    REQUIRE(open.walkToAccount());
    const AccountId noted = open.current();
    const auto touches = open.facts(noted).of<Touch>().size();
    open.press(Qt::Key_N);
    REQUIRE(page.record().isWriting());
    open.type(u"Spoke to Sam: jam and plans"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.facts(noted).of<Touch>().size() == touches + 1);
    CHECK(open.current() == noted);
    REQUIRE(page.list().hasFocus());
    // 6: snooze to the second day offered
    open.press(Qt::Key_S);
    REQUIRE(page.choice().isVisible());
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.hasRow(noted));
    REQUIRE(page.list().hasFocus());
    // 7: undo brings it back
    open.press(Qt::Key_U);
    CHECK(open.hasRow(noted));
    // 8: dismiss the strongest reason
    REQUIRE(open.walkToAccount(2));
    const AccountId dismissed = open.current();
    const auto reasons = page.model().rowAt(page.list().row())->signalList.size();
    open.press(Qt::Key_D);
    REQUIRE(page.choice().isVisible());
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    CHECK(std::ranges::count(open.facts(dismissed).of<SignalDecision>(), u"seasonal"_s,
                             &SignalDecision::dismissedReason) == 1);
    const int left = page.model().rowOf(QStringLiteral("account:%1").arg(dismissed.value()));
    if (left >= 0)
        CHECK(page.model().rowAt(left)->signalList.size() < reasons);
    // 9: rate
    REQUIRE(open.walkToAccount());
    const AccountId rated = open.current();
    const auto ratings = open.facts(rated).of<Pulse>().size();
    open.press(Qt::Key_Equal);
    REQUIRE(page.record().isWriting());
    auto* rating = qobject_cast<QComboBox*>(page.record().editor(u"rating"_s));
    REQUIRE(rating);
    REQUIRE(rating->hasFocus());
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.facts(rated).of<Pulse>().size() == ratings + 1);
    // 10: a task, and what is on the clock is put off with a word only
    REQUIRE(open.walkToAccount());
    const AccountId tasked = open.current();
    const auto tasks = open.facts(tasked).of<Task>().size();
    open.press(Qt::Key_T);
    open.type(u"Send the plan"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.facts(tasked).of<Task>().size() == tasks + 1);
    REQUIRE(open.walkTo([](const work::TodayRow& row) { return row.lane == work::Lane::Clock; }));
    const QString key = page.model().keyAt(page.list().row());
    open.press(Qt::Key_S);
    open.press(Qt::Key_Return);
    REQUIRE(page.choice().isVisible());
    CHECK(page.findChild<QLineEdit*>(u"today.choice.word"_s)->hasFocus());
    open.type(u"waits for their lawyer"_s);
    open.press(Qt::Key_Return);
    CHECK(page.model().rowOf(key) < 0);
    // All of it is taken back, one by one.
    while (open.book.undoable())
        open.press(Qt::Key_U);
    CHECK(open.facts(tasked).of<Task>().size() == tasks);
    CHECK_FALSE(work::runningOf(open.facts(first), play));
    CHECK(page.model().rowOf(key) >= 0);
}

namespace {

bool isPromise(const work::TodayRow& row)
{
    return row.lane == work::Lane::Clock && row.signalList.front().signal == u"promise.due";
}

/// D, the reason by its place, and a word.
void dismiss(Window& open, int reason, const QString& word)
{
    open.press(Qt::Key_D);
    REQUIRE(open.page->choice().isVisible());
    for (int i = 0; i < reason; ++i)
        open.press(Qt::Key_Down);
    open.page->findChild<QLineEdit*>(u"today.choice.word"_s)->setFocus();
    open.type(word);
    open.press(Qt::Key_Return);
    REQUIRE_FALSE(open.page->choice().isVisible());
}

} // namespace

TEST_CASE("a promise that is dismissed leaves the tasks with it, one undo brings both back and chooses the row")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkTo(isPromise));
    const QString key = page.model().keyAt(page.list().row());
    const Task promise = *page.presenter().taskOf(*page.model().rowAt(page.list().row()));
    constexpr int agreed = 1;
    dismiss(open, agreed, u"they settled it without us"_s);
    CHECK(page.model().rowOf(key) < 0);
    CHECK(open.find<Task>(promise.account, promise.id)->status == u"cancelled");
    open.press(Qt::Key_U);
    CHECK(open.find<Task>(promise.account, promise.id)->status == promise.status);
    CHECK(page.model().keyAt(page.list().row()) == key);
    // Who is on it already still owes it.
    QStringList said;
    QObject::connect(&page, &TodayPage::said, &page, [&](const QString& text) { said << text; });
    dismiss(open, 0, u"half done"_s);
    CHECK(page.model().rowOf(key) < 0);
    CHECK(open.find<Task>(promise.account, promise.id)->status == promise.status);
    CHECK(said == QStringList{u"The promise stays open in Tasks until it is done."_s});
}

TEST_CASE("a row that an undo brings back is chosen, unless somebody went on since")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkToAccount());
    const AccountId first = open.current();
    const auto snooze = [&] {
        open.press(Qt::Key_S);
        open.press(Qt::Key_Return);
    };
    snooze();
    const AccountId second = open.current();
    REQUIRE(second != first);
    snooze();
    REQUIRE_FALSE(open.hasRow(second));
    open.press(Qt::Key_U);
    CHECK(open.current() == second);
    open.press(Qt::Key_U);
    CHECK(open.current() == first);
    snooze();
    open.press(Qt::Key_J);
    const AccountId elsewhere = open.current();
    open.press(Qt::Key_U);
    CHECK(open.hasRow(first));
    CHECK(open.current() == elsewhere);
    REQUIRE(page.list().hasFocus());
}

TEST_CASE("a click on a heading of Today leaves the current row where it is")
{
    Window open;
    TodayList& list = open.page->list();
    REQUIRE(open.walkToAccount());
    const int row = list.row();
    int head = row;
    while (open.page->model().at(head).kind != TodayModel::Kind::Head)
        --head;
    list.scrollToTop();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(head, 0)).center());
    CHECK(list.row() == row);
}

TEST_CASE("in a narrow window what to do next in a play is read whole")
{
    Window open;
    open.window.resize(1204, 800);
    QTest::qWait(10);
    const int width = open.page->list().viewport()->width();
    RowText row;
    row.isRunning = true;
    row.more = u"+3 more"_s;
    row.lastTime = u"next: First meeting, 30 min: listen; one page of value, no slides"_s;
    const auto room = [&] { return width - style::px(16) - nextStepFrom(row, width); };
    const QFontMetrics small(style::fontOf(style::Type::Small));
    CHECK(room() >= small.horizontalAdvance(row.lastTime));
    // Of a play that is only offered the outcome of the last time may be cut: the reasons come first.
    row.isRunning = false;
    CHECK(room() < small.horizontalAdvance(row.lastTime));
}

TEST_CASE("the page says how many rows fit the day")
{
    Window open;
    const auto* caption = open.page->findChild<QLabel*>(u"caption"_s);
    REQUIRE(caption);
    CHECK(caption->text().contains(u"up to 10 rows a day"));
}

TEST_CASE("a message of the play is filled for the account, checked, and logged once it was sent")
{
    Window open;
    TodayPage& page = *open.page;
    const auto hasDraft = [&](const work::TodayRow& row) {
        const auto* play = content::findById(open.book.numbers()->content.plays, row.play);
        return row.lane == work::Lane::Now && row.accounts.size() == 1 && play && !play->drafts.empty();
    };
    REQUIRE(open.walkTo(hasDraft));
    const AccountId account = open.current();
    open.press(Qt::Key_P);
    REQUIRE(page.play().isVisible());
    REQUIRE_FALSE(page.play().text().drafts.empty());
    const QString button = u"play.draft."_s + page.play().text().drafts.front().first;
    auto* write = page.findChild<QPushButton*>(button);
    REQUIRE(write);
    write->setFocus();
    open.press(Qt::Key_Space);
    REQUIRE(page.message().isVisible());
    auto* body = page.findChild<QPlainTextEdit*>(u"today.message.body"_s);
    REQUIRE(body->hasFocus());
    CHECK(body->toPlainText().startsWith(u"Hello "));
    CHECK_FALSE(body->toPlainText().contains(u"{first}"));
    const bool hasGaps = body->toPlainText().contains(u"[["_s);
    CHECK(page.findChild<QLabel*>(u"today.message.stops"_s)->text().contains(u"To be written by you"_s) == hasGaps);
    // What is written by hand stays when somebody else is chosen.
    body->setPlainText(u"Hello, one line of mine"_s);
    auto* to = page.findChild<QComboBox*>(u"today.message.to"_s);
    to->setFocus();
    open.press(Qt::Key_Down);
    CHECK(body->toPlainText() == u"Hello, one line of mine");
    const auto touches = open.facts(account).of<Touch>().size();
    page.findChild<QPushButton*>(u"today.message.sent"_s)->click();
    REQUIRE(open.facts(account).of<Touch>().size() == touches + 1);
    CHECK(std::ranges::any_of(open.facts(account).of<Touch>(), [](const Touch& each) {
        return each.kind == u"email" && each.direction == u"out" && each.text == u"Hello, one line of mine";
    }));
    CHECK_FALSE(page.message().isVisible());
    REQUIRE(page.list().hasFocus());
}

TEST_CASE("what changed since a day stands beside the list, each line opens what it is about")
{
    Window open;
    TodayPage& page = *open.page;
    open.press(Qt::Key_S, Qt::ShiftModifier);
    REQUIRE(page.since().isVisible());
    REQUIRE(page.since().isReady());
    CHECK(page.since().from() == theDay.addDays(-1));
    open.checkNames();
    auto* day = page.findChild<QLineEdit*>(u"today.since.day"_s);
    REQUIRE(day);
    day->setFocus();
    open.type(u"nonsense"_s);
    open.press(Qt::Key_Return);
    CHECK(page.findChild<QLabel*>(u"today.since.note"_s)->text().startsWith(u"That is no day"));
    day->clear();
    open.type(u"-28"_s);
    open.press(Qt::Key_Return);
    CHECK(page.since().from() == theDay.addDays(-28));
    REQUIRE(page.since().list().hasFocus());
    QStringList heads;
    for (const account::Line& line : page.since().list().lines().lines())
        if (line.kind == account::Line::Kind::Head)
            heads << line.text;
    CHECK(heads.contains(u"Fell"_s));
    CHECK(heads.size() >= 4);
    // The first of those whose score fell is the account that lost most.
    const account::Line& first = page.since().list().lines().at(1);
    open.press(Qt::Key_Return);
    REQUIRE(open.window.front()->face().name == u"account");
    CHECK(open.facts(AccountId(open.window.front()->place().record)).account.name == first.text);
    open.press(Qt::Key_Left, Qt::AltModifier);
    open.press(Qt::Key_S, Qt::ShiftModifier);
    // A line of a record opens it beside the list.
    int row = 0;
    while (page.since().list().lines().at(row).icon.startsWith(u"arrow") ||
           page.since().list().lines().at(row).kind != account::Line::Kind::Line)
        ++row;
    page.since().list().choose(row);
    open.press(Qt::Key_Return);
    CHECK(page.record().isVisible());
    open.press(Qt::Key_Escape);
    REQUIRE(page.list().hasFocus());
}

TEST_CASE("M on a row opens the conversation of its account")
{
    Window open;
    REQUIRE(open.walkToAccount());
    const AccountId account = open.current();
    open.press(Qt::Key_M);
    CHECK(open.window.front()->face().name == u"meeting");
    CHECK(open.window.front()->place().record == account.value());
}

TEST_CASE("moving down and up passes over heads, ends where it began and moves no row")
{
    Window open;
    TodayList& list = open.page->list();
    QStringList before;
    for (int row = 0; row < open.page->model().rowCount(); ++row)
        before << open.page->model().keyAt(row);
    const int start = list.row();
    int moves = 0;
    while (list.row() < open.page->model().rowCount() - 1) {
        open.press(moves % 2 == 0 ? Qt::Key_J : Qt::Key_Down);
        CHECK(open.page->model().isChoosable(list.row()));
        ++moves;
    }
    CHECK(moves > 8);
    for (int i = 0; i < moves; ++i)
        open.press(i % 2 == 0 ? Qt::Key_K : Qt::Key_Up);
    CHECK(list.row() == start);
    QStringList after;
    for (int row = 0; row < open.page->model().rowCount(); ++row)
        after << open.page->model().keyAt(row);
    CHECK(before == after);
}

TEST_CASE("G goes from the clock to who needs somebody, to what can wait, and round again")
{
    Window open;
    TodayModel& model = open.page->model();
    TodayList& list = open.page->list();
    REQUIRE(model.at(list.row()).kind == TodayModel::Kind::Clock);
    const int first = list.row();
    open.press(Qt::Key_J);
    open.press(Qt::Key_G);
    CHECK(model.at(list.row()).rank == 1);
    open.press(Qt::Key_G);
    CHECK(model.at(list.row()).kind == TodayModel::Kind::Wait);
    open.press(Qt::Key_G);
    CHECK(list.row() == first);
}

TEST_CASE("what can wait opens and closes with Enter")
{
    Window open;
    TodayModel& model = open.page->model();
    while (model.at(open.page->list().row()).kind != TodayModel::Kind::Wait)
        open.press(Qt::Key_J);
    const int closed = model.rowCount();
    open.press(Qt::Key_Return);
    CHECK(model.rowCount() > closed);
    const auto& list = open.page->list();
    CHECK(model.at(list.row()).kind == TodayModel::Kind::Wait);
    for (const int row : {list.row(), list.row() + 2})
        CHECK(list.viewport()->rect().contains(list.visualRect(model.index(row, 0))));
    open.press(Qt::Key_Return);
    CHECK(model.rowCount() == closed);
}

TEST_CASE("the day is the first view, says how many need somebody, and is read only when the window looks back")
{
    Window open;
    CHECK(open.window.views().front() == open.page);
    REQUIRE(open.walkToAccount());
    open.book.lookBack(theDay.addDays(-20), LookBack::AsItHappened);
    const auto history = open.book.history().size();
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_D, Qt::Key_N, Qt::Key_T, Qt::Key_U})
        open.press(key);
    CHECK_FALSE(open.page->choice().isVisible());
    CHECK_FALSE(open.page->record().isVisible());
    CHECK(open.book.history().size() == history);
    CHECK_FALSE(open.page->command(u"today.snooze"_s).isEnabled());
}

TEST_CASE("while the window looks back, Today offers no key that edits, says why, and a letter moves nothing")
{
    Window open;
    const auto* hints = open.page->findChild<widgets::KeyHints*>();
    REQUIRE(hints);
    CHECK(hints->shownKeys().contains(u"U"_s));
    QSignalSpy said(open.page, &widgets::View::said);
    open.book.lookBack(theDay.addDays(-20), LookBack::AsItHappened);
    CHECK_FALSE(hints->shownKeys().contains(u"U"_s));
    CHECK(hints->shownKeys().contains(u"Space"_s));
    CHECK(hints->accessibleName().contains(u"Back to today to edit"_s));
    const auto* delegate = qobject_cast<TodayDelegate*>(open.page->list().itemDelegate());
    REQUIRE(delegate);
    CHECK(delegate->readOnly() == u"Back to today to edit"_s);
    open.press(Qt::Key_Home);
    CHECK(open.page->model().rowAt(open.page->list().row()));
    open.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier); // a command of the window
    CHECK(said.size() == 1);
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_D, Qt::Key_N, Qt::Key_T, Qt::Key_X, Qt::Key_Equal}) {
        const int row = open.page->list().row();
        said.clear();
        open.press(key);
        REQUIRE(said.size() == 1);
        CHECK(said.front().front().toString() == u"Back to today to edit"_s);
        CHECK(open.page->list().row() == row);
    }
    open.book.backToToday();
    CHECK(hints->shownKeys().contains(u"U"_s));
    CHECK(delegate->readOnly().isEmpty());
}

TEST_CASE("every part of the view that takes the focus has a name")
{
    Window open;
    REQUIRE(open.walkToAccount());
    const auto check = [&] { open.checkNames(); };
    check();
    open.press(Qt::Key_Space);
    check();
    for (const Qt::Key key : {Qt::Key_P, Qt::Key_S, Qt::Key_D, Qt::Key_N}) {
        open.press(key);
        check();
        open.press(Qt::Key_Escape);
    }
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&open.page->list());
    REQUIRE(list);
    CHECK(list->childCount() == open.page->model().rowCount());
    CHECK(list->child(1)->text(QAccessible::Name) == spoken(open.page->model().textAt(1)));
}
