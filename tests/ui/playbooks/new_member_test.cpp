// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_window.h"
#include "ui/account/play_pane.h"
#include "ui/account/play_text.h"
#include "ui/playbooks/playbooks_page.h"

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
