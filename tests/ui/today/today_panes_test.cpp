// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/today/today_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

/// What is asked and written beside the list of Today.
using namespace steward;
using namespace steward::today;
using namespace Qt::Literals::StringLiterals;
using Window = tests::TodayWindow;

namespace {

bool isPromise(const work::TodayRow& row)
{
    return row.lane == work::Lane::Clock && row.signalList.front().signal == u"promise.due";
}

} // namespace

TEST_CASE("letters typed where a day is asked are the word about it, and do nothing to the list behind")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkTo(isPromise));
    const QString key = page.model().keyAt(page.list().row());
    const auto history = open.book.history().size();
    open.press(Qt::Key_S);
    REQUIRE(page.choice().isVisible());
    for (const char letter : std::string("xjkdnpt"))
        open.press(Qt::Key(letter - 'a' + Qt::Key_A));
    CHECK(open.book.history().size() == history);
    CHECK(page.choice().isVisible());
    CHECK_FALSE(page.record().isVisible());
    auto* word = page.findChild<QLineEdit*>(u"today.choice.word"_s);
    CHECK(word->text() == u"xjkdnpt");
    CHECK(page.model().keyAt(page.list().row()) == key);
    open.press(Qt::Key_Escape);
    CHECK(page.list().hasFocus());
    // The play beside the list keeps its letters, too.
    REQUIRE(open.walkToAccount());
    open.press(Qt::Key_P);
    REQUIRE(page.play().isVisible());
    open.press(Qt::Key_T);
    CHECK(page.play().isVisible());
    CHECK_FALSE(page.record().isVisible());
}

TEST_CASE("what is asked is done to the row it was asked about, wherever the list has gone meanwhile")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkToAccount());
    const AccountId asked = open.current();
    open.press(Qt::Key_S);
    page.list().choose(page.list().row() + 1);
    REQUIRE(open.current() != asked);
    const AccountId other = open.current();
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.hasRow(asked));
    CHECK(open.hasRow(other));
}

TEST_CASE("a promise is not dismissed without a word")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkTo(isPromise));
    const QString key = page.model().keyAt(page.list().row());
    open.press(Qt::Key_D);
    open.press(Qt::Key_Return);
    REQUIRE(page.choice().isVisible());
    CHECK(page.model().rowOf(key) >= 0);
    CHECK(page.findChild<QLineEdit*>(u"today.choice.word"_s)->hasFocus());
    open.type(u"they took it back"_s);
    open.press(Qt::Key_Return);
    CHECK(page.model().rowOf(key) < 0);
}

TEST_CASE("who says that the data are wrong sees the record they stand in")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkTo([](const work::TodayRow& row) {
        return row.lane == work::Lane::Now && row.accounts.size() == 1 && !row.signalList.front().say.records.empty();
    }));
    open.press(Qt::Key_D);
    for (int down = 0; down < 3; ++down)
        open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    CHECK(page.record().isVisible());
    open.press(Qt::Key_Escape);
    CHECK(page.list().hasFocus());
}

TEST_CASE("gaps of a message are seen in its text, and it is not ready while there are any")
{
    Window open;
    TodayPage& page = *open.page;
    REQUIRE(open.walkTo([](const work::TodayRow& row) {
        return row.lane != work::Lane::Clock && row.accounts.size() == 1 && row.play == u"sponsor_left";
    }));
    open.press(Qt::Key_P);
    auto* write = page.findChild<QPushButton*>(u"play.draft.successor"_s);
    REQUIRE(write);
    CHECK(write->text().contains(page.model().textAt(page.list().row()).name));
    write->click();
    auto* body = page.findChild<QPlainTextEdit*>(u"today.message.body"_s);
    REQUIRE(body->toPlainText().contains(u"{slot1}"));
    auto* stops = page.findChild<QLabel*>(u"today.message.stops"_s);
    CHECK(stops->text().startsWith(u"Not ready"));
    CHECK(stops->text().contains(u"a time you offer"));
    CHECK_FALSE(stops->text().contains(u"slot1"));
    QStringList marked;
    for (const QTextEdit::ExtraSelection& each : body->extraSelections())
        marked << each.cursor.selectedText();
    CHECK(marked.contains(u"{slot1}"));
    body->setPlainText(u"Hello, may I call on Friday at ten?"_s);
    CHECK(body->extraSelections().isEmpty());
    CHECK_FALSE(stops->text().contains(u"a time you offer"));
}

TEST_CASE("what was put off is listed with Z and taken up again")
{
    Window open;
    TodayPage& page = *open.page;
    const std::size_t before = page.model().shown()->putOff.size();
    REQUIRE(open.walkToAccount());
    const AccountId account = open.current();
    const auto reasons = page.model().rowAt(page.list().row())->signalList.size();
    open.press(Qt::Key_S);
    open.press(Qt::Key_Return);
    REQUIRE_FALSE(open.hasRow(account));
    REQUIRE(page.model().shown()->putOff.size() == before + reasons);
    open.press(Qt::Key_Z);
    REQUIRE(page.choice().isVisible());
    // The sample has nothing that comes back earlier than tomorrow.
    open.press(Qt::Key_Return);
    CHECK(page.model().shown()->putOff.size() == before + reasons - 1);
    CHECK(open.hasRow(account));
    open.press(Qt::Key_U);
    CHECK_FALSE(open.hasRow(account));
}
