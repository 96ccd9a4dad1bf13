// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/acts.h"
#include "tests/ui/sample_window.h"
#include "ui/account/play_text.h"
#include "ui/playbooks/playbooks_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
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
    [[nodiscard]] const content::Play& play(const QString& id = u"renewal"_s) const
    {
        return *content::findById(book.numbers()->content.plays, id);
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

TEST_CASE("a message of one's own is kept although it breaks rules, and each rule is named beside it")
{
    Window open;
    open.page->choose(u"detractor"_s);
    open.press(Qt::Key_E);
    open.page->editor().choosePart(int(open.play(u"detractor"_s).steps.size()) + 1);
    open.write(u"body"_s, u"Hello {first}, just checking in. {wrongfield} {csm}"_s);
    auto* rules = open.page->findChild<QLabel*>(u"playbooks.editor.rules"_s);
    REQUIRE(rules->isVisible());
    for (const QString& part : {u"just checking in"_s, u"I am sorry"_s, u"{wrongfield}"_s})
        CHECK(rules->text().contains(part));
    CHECK_FALSE(rules->text().contains(u".json"));
    CHECK(open.part<QPushButton>(u"save"_s)->isEnabled());
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.play(u"detractor"_s).version == 2);
    CHECK(open.book.state() == OpenBook::State::Ready);
    // A day that is none is refused, and said of the step.
    open.press(Qt::Key_E);
    open.page->editor().choosePart(2);
    auto* when = open.part<QLineEdit>(u"when"_s);
    when->setFocus();
    when->selectAll();
    QTest::keyClicks(when, u"ZZ"_s);
    CHECK_FALSE(open.part<QPushButton>(u"save"_s)->isEnabled());
    CHECK(open.page->findChild<QLabel*>(u"playbooks.editor.fault"_s)->text().startsWith(u"Step 2: ZZ"));
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
    // Of the runs the one that is chosen is offered first.
    auto* runs = open.page->findChild<account::LinesPane*>(u"playbooks.accounts"_s);
    REQUIRE(runs);
    const auto& older = open.page->current()->older;
    const auto chosen = std::find_if(older.begin() + 1, older.end(), [&](const auto& each) {
        const auto tasks = open.facts(each.account).template of<Task>();
        return std::ranges::any_of(tasks,
                                   [&](const Task& task) { return task.title == before && task.status == u"open"; });
    });
    REQUIRE(chosen != older.end());
    const AccountId second = chosen->account;
    account::LinesView& list = runs->list();
    for (int row = 0; row < list.lines().rowCount(); ++row)
        if (list.lines().lines()[std::size_t(row)].record == RecordRef{Entity::Account, second.value()})
            list.setCurrentIndex(list.lines().index(row, 0));
    REQUIRE(list.currentRecord().id == second.value());
    open.press(Qt::Key_V);
    REQUIRE(open.page->choice().isVisible());
    const auto labels = open.page->choice().findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->text().endsWith(u"Otherwise than in version 1:\nValue file with three names: was \"" + before +
                                      u'"');
    }));
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.page->choice().isVisible());
    std::vector<AccountId> moved;
    for (const AccountFacts& each : open.book.numbers()->facts)
        if (const PlaybookRun* run = work::runningOf(each, u"renewal"_s); run && run->version == 2)
            moved.push_back(each.id());
    REQUIRE(moved.size() == 1);
    CHECK(moved.front() == second);
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

TEST_CASE("what starts a play is chosen from the signals, with the accounts it would start for today beside it")
{
    Window open;
    open.page->choose(u"advocate"_s);
    open.press(Qt::Key_E);
    PlayEditor& editor = open.page->editor();
    editor.choosePart(int(open.play(u"advocate"_s).steps.size() + open.play(u"advocate"_s).drafts.size()) + 1);
    auto* list = open.part<QListWidget>(u"signals"_s);
    REQUIRE(list->isVisible());
    const QString before = editor.previewText();
    CHECK(before.startsWith(u"Would start for "));
    for (int row = 0; row < list->count(); ++row) {
        const bool isWanted = list->item(row)->data(Qt::UserRole).toString() == u"usage.drop";
        list->item(row)->setCheckState(isWanted ? Qt::Checked : Qt::Unchecked);
    }
    const QString after = editor.previewText();
    CHECK(after != before);
    open.checkNames();
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.play(u"advocate"_s).signalIds == QStringList{u"usage.drop"_s});
    REQUIRE(open.page->current()->play->id == u"advocate");
    const std::size_t count = open.page->current()->wouldStart.size();
    CHECK(after.contains(QStringLiteral("for %1 today").arg(count)));
    open.press(Qt::Key_U);
    CHECK(open.play(u"advocate"_s).signalIds.size() > 1);
}

TEST_CASE("a play is copied with Y or begun with N, kept, started for an account, and undo takes it all back")
{
    Window open;
    const auto plays = open.book.numbers()->content.plays.size();
    open.page->choose(u"silent"_s);
    open.press(Qt::Key_Y);
    REQUIRE(open.page->editor().isVisible());
    CHECK(open.part<QPushButton>(u"save"_s)->isEnabled());
    open.write(u"name"_s, u"Quiet ones"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(open.book.numbers()->content.plays.size() == plays + 1);
    REQUIRE(open.page->current()->play->name.en == u"Quiet ones");
    const content::Play own = *open.page->current()->play;
    const AccountId account = open.book.numbers()->lines.front().facts->id();
    open.page->presenter().start(own, {account});
    REQUIRE(work::runningOf(open.facts(account), own.id));
    open.press(Qt::Key_N);
    REQUIRE(open.page->editor().isVisible());
    open.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(open.book.numbers()->content.plays.size() == plays + 2);
    for (int i = 0; i < 3; ++i)
        open.press(Qt::Key_U);
    CHECK(open.book.numbers()->content.plays.size() == plays);
    CHECK_FALSE(work::runningOf(open.facts(account), own.id));
}

TEST_CASE(
    "a play of one's own is retired with R: offered nowhere, last in the list, its run goes on, R takes it up again")
{
    Window open;
    open.page->choose(u"silent"_s);
    open.press(Qt::Key_R);
    CHECK_FALSE(query::isRetired(open.play(u"silent"_s)));
    open.press(Qt::Key_Y);
    open.write(u"name"_s, u"Quiet ones"_s);
    open.press(Qt::Key_Return, Qt::ControlModifier);
    const QString id = open.page->current()->play->id;
    REQUIRE_FALSE(open.page->current()->wouldStart.empty());
    const QStringList starts = open.page->current()->play->signalIds;
    const AccountId account = open.book.numbers()->lines.front().facts->id();
    open.page->presenter().start(content::Play(*open.page->current()->play), {account});
    open.press(Qt::Key_R);
    REQUIRE(open.page->current()->play->id == id);
    CHECK(query::isRetired(*open.page->current()->play));
    CHECK(open.page->presenter().shown()->plays.back().play->id == id);
    CHECK(open.page->current()->wouldStart.empty());
    CHECK(open.page->current()->older.empty());
    CHECK(work::runningOf(open.facts(account), id));
    open.press(Qt::Key_P);
    CHECK_FALSE(open.page->findChild<QWidget*>(u"playbooks.choice"_s)->isVisible());
    open.press(Qt::Key_R);
    CHECK(open.page->current()->play->signalIds == starts);
    CHECK_FALSE(open.page->current()->wouldStart.empty());
    open.press(Qt::Key_U);
    CHECK(query::isRetired(open.play(id)));
}
