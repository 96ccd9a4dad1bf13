// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_window.h"
#include "ui/account/header.h"
#include "ui/account/play_pane.h"
#include "ui/account/play_text.h"
#include "ui/playbooks/playbooks_page.h"
#include "ui/tasks/tasks_page.h"
#include "ui/today/today_page.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

/// Somebody new opens an account on which a play runs, with the mouse and without help.
using namespace steward;
using namespace steward::playbooks;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a double click opens an account, and what is next in a play is seen, why and what is good one click on")
{
    tests::SampleWindow<PlaybooksPage> open(u"accounts"_s);
    auto* table = open.window.findChild<QTableView*>(u"accounts.table"_s);
    REQUIRE(table);
    const AccountFacts* wanted = nullptr;
    for (const AccountFacts& each : open.book.numbers()->facts)
        if (!wanted && !account::runningPlays(each).empty())
            wanted = &each;
    REQUIRE(wanted);
    QModelIndex cell;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        for (int column = 0; column < table->model()->columnCount(); ++column)
            if (table->model()->index(row, column).data().toString() == wanted->account.name)
                cell = table->model()->index(row, column);
    REQUIRE(cell.isValid());
    table->scrollTo(cell);
    const QPoint place = table->visualRect(cell).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
    REQUIRE(open.window.front()->place().record == wanted->account.id);

    auto* strip = open.window.front()->findChild<QWidget*>(u"account.play.strip"_s);
    REQUIRE(strip);
    REQUIRE(strip->isVisible());
    CHECK(strip->accessibleName().contains(u"Next: "));
    auto* opens = open.window.front()->findChild<QPushButton*>(u"account.play.open"_s);
    REQUIRE(opens);
    opens->click();
    auto* pane = open.window.front()->findChild<account::PlayPane*>();
    REQUIRE(pane);
    REQUIRE(pane->isVisible());
    QStringList read;
    for (const QLabel* each : pane->findChildren<QLabel*>())
        read << each->text();
    for (const QString& part : {pane->text().reason, pane->text().good, pane->text().mistake, pane->text().ends})
        CHECK(read.contains(part));
    const auto next = std::ranges::find_if(pane->text().steps, &account::PlayStepText::isNext);
    REQUIRE(next != pane->text().steps.end());
    CHECK(read.contains(next->title));
}

namespace {

QStringList textsOf(const account::LinesView& list)
{
    QStringList texts;
    for (const account::Line& each : const_cast<account::LinesView&>(list).lines().lines())
        texts << each.text;
    return texts;
}

} // namespace

TEST_CASE("every play that runs in the sample book is half way, and names the same next step wherever it is told")
{
    tests::SampleWindow<PlaybooksPage> open(u"playbooks"_s);
    auto* today = open.window.findChild<today::TodayPage*>();
    auto* tasks = open.window.findChild<tasks::TasksPage*>();
    REQUIRE(today);
    REQUIRE(tasks);
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    const auto numbers = open.book.numbers();
    int running = 0;
    int inToday = 0;
    for (const AccountFacts& facts : numbers->facts) {
        for (const PlaybookRun* run : account::runningPlays(facts)) {
            INFO(facts.account.name.toStdString() << ' ' << run->playbook.toStdString());
            const auto text = account::playText(*numbers, facts.id(), run->playbook, locale);
            REQUIRE(text);
            const account::PlayStepText* next = text->next();
            REQUIRE(next);
            CHECK(next->task != 0);
            CHECK(std::ranges::count_if(text->steps, &account::PlayStepText::isLate) <= 1);
            CHECK(std::ranges::any_of(text->steps, &account::PlayStepText::isDone));
            const QString said = account::nextText(*next);
            ++running;
            // The account
            open.window.goTo({u"account"_s, facts.id().value(), {}});
            auto* strip = open.window.front()->findChild<QWidget*>(u"account.play.strip"_s);
            CHECK(strip->accessibleName().contains(said));
            // Playbooks
            open.window.goTo({u"playbooks"_s, 0, {}});
            open.page->choose(run->playbook);
            CHECK(std::ranges::any_of(textsOf(open.page->accounts().list()), [&](const QString& line) {
                return line.startsWith(facts.account.name) && line.contains(next->title);
            }));
            // Tasks
            open.window.goTo({u"tasks"_s, 0, {}});
            REQUIRE(tasks->model().rowOf(next->task) >= 0);
            tasks->list().choose(tasks->model().rowOf(next->task));
            const QStringList context = textsOf(tasks->context().list());
            CHECK(context.contains(u"It is the next step of the play."_s));
            CHECK(context.contains(u"Good is: "_s + text->good));
            // Today, where the account asks for something
            open.window.goTo({u"today"_s, 0, {}});
            const int row = today->model().rowOf(QStringLiteral("account:%1").arg(facts.id().value()));
            if (row < 0)
                continue;
            ++inToday;
            today->list().choose(row);
            if (!today->why().isVisible())
                open.press(Qt::Key_Space);
            const QStringList why = textsOf(today->why().list());
            CHECK(why.contains(u"Next: "_s + said));
            CHECK(why.contains(u"Good is: "_s + text->good));
            if (today->model().rowAt(row)->play == run->playbook)
                CHECK(today->model().textAt(row).lastTime == u"next: "_s + said);
        }
    }
    CHECK(running == 15);
    CHECK(inToday > 5);
}

TEST_CASE("an account of a group says whose it is and how those beside it stand")
{
    tests::SampleWindow<PlaybooksPage> open(u"playbooks"_s);
    int told = 0;
    for (const AccountFacts& facts : open.book.numbers()->facts) {
        if (facts.account.story != u"19")
            continue;
        open.window.goTo({u"account"_s, facts.id().value(), {}});
        const auto* header = open.window.front()->findChild<account::Header*>();
        REQUIRE(header);
        REQUIRE(facts.account.parent.isValid());
        CHECK(header->text().about.contains(u"part of "_s + open.facts(facts.account.parent).account.name));
        CHECK(header->text().about.contains(u" ("));
        ++told;
    }
    CHECK(told == 2);
}
