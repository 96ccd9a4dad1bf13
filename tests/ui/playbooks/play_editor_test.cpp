// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/acts.h"
#include "tests/ui/sample_window.h"
#include "ui/account/play_text.h"
#include "ui/playbooks/playbooks_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

/// Plays that are changed in the window: kept as versions, runs moved over, all of it undone.
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
        page->choose(u"renewal"_s);
        REQUIRE(page->current()->play->id == u"renewal");
    }
    template <class T>
    [[nodiscard]] T* part(const QString& name) const
    {
        auto* found = page->template findChild<T*>(QString(u"playbooks.editor." + name));
        REQUIRE(found);
        return found;
    }
    [[nodiscard]] const content::Play& play() const
    {
        return *content::findById(book.numbers()->content.plays, u"renewal"_s);
    }
    [[nodiscard]] std::vector<AccountId> startFive()
    {
        std::vector<AccountId> accounts;
        for (const AccountFacts& each : book.numbers()->facts)
            if (accounts.size() < 5 &&
                standingOn(each, book.numbers()->facts.book(), theDay) == AccountStanding::Customer &&
                !work::runningOf(each, u"renewal"_s))
                accounts.push_back(each.id());
        page->presenter().start(play(), accounts);
        return accounts;
    }
    void write(const QString& field, const QString& text)
    {
        auto* edit = part<QPlainTextEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] qint64 versionOn(AccountId account) const
    {
        return work::runningOf(facts(account), u"renewal"_s)->version.value_or(0);
    }
};

} // namespace

TEST_CASE("a play is changed with E, kept with Ctrl+Enter as its next version, and one undo takes it back")
{
    Window open;
    open.press(Qt::Key_E);
    REQUIRE(open.page->editor().isVisible());
    CHECK_FALSE(open.part<QPushButton>(u"save"_s)->isEnabled());
    open.write(u"mistake"_s, u"Starting when the paper is due"_s);
    open.page->editor().choosePart(3);
    auto* when = open.part<QLineEdit>(u"when"_s);
    when->setFocus();
    when->selectAll();
    QTest::keyClicks(when, u"R-14x"_s);
    CHECK_FALSE(open.part<QPushButton>(u"save"_s)->isEnabled());
    CHECK_FALSE(open.part<QLabel>(u"fault"_s)->text().isEmpty());
    QTest::keyClick(when, Qt::Key_Backspace);
    CHECK(open.part<QPushButton>(u"save"_s)->isEnabled());
    open.checkNames();
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(open.page->editor().isVisible());
    CHECK(open.play().version == 2);
    CHECK(open.play().mistake.en == u"Starting when the paper is due");
    CHECK(open.play().steps[2].at == content::StepDay{content::StepFrom::Renewal, -14, false});
    CHECK(open.page->current()->play->version == 2);
    open.press(Qt::Key_U);
    CHECK(open.play().version == 1);
}

TEST_CASE("steps are added, moved and removed in the editor, Esc leaves the play as it was")
{
    Window open;
    const std::size_t steps = open.play().steps.size();
    open.press(Qt::Key_E);
    open.page->editor().choosePart(1);
    open.part<QPushButton>(u"add"_s)->click();
    CHECK(open.page->editor().draft().steps().size() == steps + 1);
    open.write(u"title"_s, u"Ask who signs"_s);
    open.part<QPushButton>(u"up"_s)->click();
    CHECK(open.page->editor().draft().steps()[0].title == u"Ask who signs");
    open.page->editor().choosePart(3);
    open.part<QPushButton>(u"remove"_s)->click();
    CHECK(open.page->editor().draft().steps().size() == steps);
    open.press(Qt::Key_Escape);
    CHECK_FALSE(open.page->editor().isVisible());
    CHECK(open.play().version == 1);
    CHECK(open.play().steps.size() == steps);
}

TEST_CASE("five runs stay on their version while the play is improved, and V moves one of them over")
{
    Window open;
    const std::vector<AccountId> accounts = open.startFive();
    REQUIRE(accounts.size() == 5);
    open.press(Qt::Key_V);
    CHECK_FALSE(open.page->choice().isVisible());
    open.press(Qt::Key_E);
    open.page->editor().choosePart(2);
    const QString before = open.play().steps[1].title.en;
    open.write(u"title"_s, u"Value file with three names"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.play().version == 2);
    for (const AccountId each : accounts) {
        CHECK(open.versionOn(each) == 1);
        const auto text = account::playText(*open.book.numbers(), each, u"renewal"_s,
                                            QLocale(QLocale::English, QLocale::UnitedKingdom));
        REQUIRE(text);
        CHECK(text->steps[1].title == before);
    }
    CHECK(open.page->current()->older.size() >= 5);
    open.press(Qt::Key_V);
    REQUIRE(open.page->choice().isVisible());
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.page->choice().isVisible());
    std::vector<AccountId> moved;
    for (const AccountFacts& each : open.book.numbers()->facts)
        if (const PlaybookRun* run = work::runningOf(each, u"renewal"_s); run && run->version == 2)
            moved.push_back(each.id());
    REQUIRE(moved.size() == 1);
    const auto tasks =
        work::tasksOf(*work::runningOf(open.facts(moved[0]), u"renewal"_s), open.facts(moved[0]), &open.play());
    if (!tasks.empty())
        CHECK(
            std::ranges::any_of(tasks, [](const Task& each) { return each.title == u"Value file with three names"; }));
    open.press(Qt::Key_U);
    CHECK(work::runningOf(open.facts(moved[0]), u"renewal"_s)->version == 1);
}

TEST_CASE("the names of plays are read whole in the list: they go on in a second line where they are long")
{
    Window open;
    open.window.resize(1280, 800);
    account::LinesView& list = open.page->plays();
    for (int row = 0; row < list.lines().rowCount(); ++row)
        CHECK(list.lines().at(row).isWrapped);
    const int before = list.sizeHintForRow(1);
    std::vector<account::Line> lines = list.lines().lines();
    lines[1].text = u"A name that is longer than any play of ours has ever been "_s.repeated(2);
    list.show(lines);
    CHECK(list.sizeHintForRow(1) > before);
}
