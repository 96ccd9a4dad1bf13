// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/plays.h"
#include "tests/ui/sample_window.h"
#include "ui/account/play_text.h"
#include "ui/playbooks/playbooks_page.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace steward;
using namespace steward::playbooks;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;

namespace {

struct Window : tests::SampleWindow<PlaybooksPage>
{
    Window()
        : SampleWindow(u"playbooks"_s)
    {
        REQUIRE(page->plays().hasFocus());
        REQUIRE(page->presenter().shown());
        REQUIRE(page->presenter().shown()->day);
    }
    /// With J alone, to the first play of which the condition holds.
    template <class Holds>
    void walkTo(Holds&& holds)
    {
        for (int i = 0; i < page->plays().lines().rowCount(); ++i) {
            if (holds(*page->current()))
                return;
            press(Qt::Key_J);
        }
        FAIL("no such play");
    }
    [[nodiscard]] const PlaybookRun* running(AccountId account, const QString& play) const
    {
        return work::runningOf(facts(account), play);
    }
    [[nodiscard]] QLineEdit* word() const { return page->template findChild<QLineEdit*>(u"playbooks.choice.word"_s); }
};

} // namespace

TEST_CASE("the sixteen plays are there, with what they are for, their steps, and whom they would start for")
{
    Window open;
    const Shown& shown = *open.page->presenter().shown();
    const BookNumbers& numbers = *open.book.numbers();
    REQUIRE(shown.plays.size() == std::size_t(content::playIds().size()));
    CHECK(open.page->plays().lines().rowCount() == 16);
    std::size_t wouldStart = 0;
    std::size_t running = 0;
    for (const PlayState& each : shown.plays) {
        CHECK(each.wouldStart.size() ==
              work::wouldStart(*each.play, shown.day->watched, numbers.facts, numbers.content.journeys, theDay).size());
        wouldStart += each.wouldStart.size();
        running += each.running.size();
        open.page->choose(each.play->id);
        REQUIRE(open.page->current()->play->id == each.play->id);
        CHECK(std::size_t(open.page->play().steps().lines().rowCount()) == each.play->steps.size());
        for (int row = 0; row < open.page->play().steps().lines().rowCount(); ++row)
            CHECK_FALSE(open.page->play().steps().lines().at(row).lead.isEmpty());
    }
    CHECK(wouldStart > 0);
    CHECK(open.page->findChild<QLabel*>(u"caption"_s)->text() ==
          QStringLiteral("16 plays: +%1 would start today \u00b7 %2 running").arg(wouldStart).arg(running));
}

TEST_CASE("a play is started for one account it is offered for, and one undo takes the tasks back")
{
    Window open;
    open.walkTo([](const PlayState& each) { return each.wouldStart.size() == 1 || each.wouldStart.size() > 2; });
    const PlayState before = *open.page->current();
    const QString play = before.play->id;
    const AccountId account = before.wouldStart.front();
    const auto tasks = open.facts(account).of<Task>().size();
    open.press(Qt::Key_P);
    REQUIRE(open.page->choice().isVisible());
    if (before.wouldStart.size() > 1)
        open.press(Qt::Key_Down);
    open.press(Qt::Key_Return);
    REQUIRE(open.running(account, play));
    CHECK(open.facts(account).of<Task>().size() == tasks + before.play->steps.size());
    REQUIRE(open.page->plays().hasFocus());
    CHECK(open.page->current()->play->id == play);
    CHECK(open.page->current()->running.size() == before.running.size() + 1);
    CHECK(std::ranges::count(open.page->current()->wouldStart, account) == 0);
    open.press(Qt::Key_U);
    CHECK_FALSE(open.running(account, play));
    CHECK(open.facts(account).of<Task>().size() == tasks);
}

TEST_CASE("a play is started for all accounts it is offered for as one edit")
{
    Window open;
    open.walkTo([](const PlayState& each) { return each.wouldStart.size() > 1; });
    const PlayState before = *open.page->current();
    const auto edits = open.book.history().size();
    open.press(Qt::Key_P);
    open.press(Qt::Key_Return);
    for (const AccountId account : before.wouldStart)
        CHECK(open.running(account, before.play->id));
    CHECK(open.book.history().size() == edits + 1);
    CHECK(open.page->current()->wouldStart.empty());
    open.press(Qt::Key_U);
    CHECK(open.page->current()->wouldStart == before.wouldStart);
}

TEST_CASE("a play is started for an account that is named, not where it runs already, and nobody is guessed")
{
    Window open;
    open.walkTo([](const PlayState& each) { return !each.running.empty(); });
    const PlayState before = *open.page->current();
    const QString play = before.play->id;
    open.press(Qt::Key_P);
    open.word()->setFocus();
    open.type(u"nobody of that name"_s);
    open.press(Qt::Key_Return);
    REQUIRE(open.page->choice().isVisible());
    open.word()->setText(open.facts(before.running.front().account).account.name);
    open.press(Qt::Key_Return);
    REQUIRE(open.page->choice().isVisible());
    const auto& lines = open.book.numbers()->lines;
    const auto idle = std::ranges::find_if(lines, [&](const query::AccountLine& line) {
        return !open.running(line.facts->id(), play) &&
               open.page->presenter().accountCalled(line.facts->account.name).isValid();
    });
    REQUIRE(idle != lines.end());
    const AccountId account = idle->facts->id();
    open.word()->setText(idle->facts->account.name);
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.page->choice().isVisible());
    CHECK(open.running(account, play));
}

TEST_CASE("from the play to its accounts and to one of them, and a draft is copied with its gaps")
{
    Window open;
    open.walkTo([](const PlayState& each) { return !each.wouldStart.empty() && !each.play->drafts.empty(); });
    auto* copy = open.page->findChild<QPushButton*>(u"playbooks.copy.1"_s);
    REQUIRE(copy);
    copy->click();
    CHECK(QGuiApplication::clipboard()->text().contains(open.page->current()->play->drafts.front().body.en));
    const AccountId account = open.page->current()->wouldStart.front();
    open.press(Qt::Key_Space);
    REQUIRE(open.page->accounts().list().hasFocus());
    open.press(Qt::Key_Return);
    CHECK(open.window.front()->place().record == account.value());
}

TEST_CASE("looking back shows the plays of that day and starts none, an empty book shows them too")
{
    Window open;
    open.book.lookBack(theDay.addMonths(-3), LookBack::AsItHappened);
    CHECK_FALSE(open.page->command(u"playbooks.start"_s).isEnabled());
    open.press(Qt::Key_P);
    CHECK_FALSE(open.page->choice().isVisible());
    open.book.backToToday();
    open.book.makeEmpty(open.folder.filePath(u"empty.steward"_s));
    REQUIRE(open.page->presenter().shown());
    CHECK(open.page->plays().lines().rowCount() == 16);
    CHECK(open.page->current()->wouldStart.empty());
}

TEST_CASE("every part of the playbooks that takes the focus has a name")
{
    Window open;
    open.checkNames();
    open.press(Qt::Key_P);
    open.checkNames();
}

TEST_CASE("the day of a step is short in its column and whole for who cannot see it")
{
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    const auto both = [&](QStringView at) {
        const auto day = content::stepDayFrom(at);
        REQUIRE(day);
        return QStringList{shortWhen(*day, locale), spokenWhen(*day, locale)};
    };
    CHECK(both(u"+0") == QStringList{u"+0"_s, u"on the day of the start"_s});
    CHECK(both(u"+2w") == QStringList{u"+2 w"_s, u"2 working days after the start"_s});
    CHECK(both(u"R-90") == QStringList{u"R \u221290"_s, u"90 days before the renewal"_s});
    CHECK(both(u"K") == QStringList{u"K"_s, u"on the day of the kick-off"_s});
}
