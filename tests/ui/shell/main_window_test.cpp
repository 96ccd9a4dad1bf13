// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/ui/shell/window_fixture.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <sqlite3.h>

using namespace steward;
using namespace steward::shell;

namespace {

/// Pieces that Qt makes inside its own widgets: the named widget around them speaks for them.
bool isPartOfAnother(const QWidget* widget) { return widget->objectName().startsWith(QStringLiteral("qt_")); }

} // namespace

TEST_CASE("the first window offers the sample and opening a book, and nothing else")
{
    Window fresh(false);
    CHECK(fresh.book.state() == OpenBook::State::Closed);
    auto* sample = fresh.window.findChild<QPushButton*>(QStringLiteral("first-run.sample"));
    REQUIRE(sample);
    CHECK(sample->isVisible());
    CHECK_FALSE(fresh.window.findChild<Rail*>()->isVisible());
    const auto today = [&] {
        const auto menus = fresh.window.menuBar()->actions();
        const auto own = std::ranges::find(menus, QStringLiteral("Today"), &QAction::text);
        REQUIRE(own != menus.end());
        return *own;
    };
    CHECK_FALSE(today()->isEnabled());
    for (const QAction* each : today()->menu()->actions())
        CHECK_FALSE((each->isEnabled() && !each->isSeparator()));
    sample->click();
    CHECK(fresh.book.state() == OpenBook::State::Ready);
    CHECK(today()->isEnabled());
    CHECK(fresh.window.accounts().table().model()->rowCount() == 60);
}

TEST_CASE("no two actions share a shortcut, and each has a text and a tooltip")
{
    Window open;
    std::vector<const QAction*> window(open.window.actions().all().begin(), open.window.actions().all().end());
    for (const widgets::View* view : open.window.views())
        for (const widgets::View::Doing& doing : view->doings())
            if (!doing.isEverywhere)
                std::erase(window, doing.action);
    for (const widgets::View* view : open.window.views()) {
        std::vector<const QAction*> usable = window;
        for (const widgets::View::Doing& doing : view->doings())
            if (!doing.isEverywhere)
                usable.push_back(doing.action);
        QSet<QKeySequence> keys;
        QSet<QString> names;
        for (const QAction* action : usable) {
            INFO(view->face().name.toStdString() << ": " << action->objectName().toStdString());
            CHECK((action->shortcut().isEmpty() || !keys.contains(action->shortcut())));
            CHECK_FALSE(action->objectName().isEmpty());
            CHECK_FALSE(names.contains(action->objectName()));
            CHECK_FALSE(action->text().isEmpty());
            CHECK_FALSE(action->toolTip().isEmpty());
            CHECK(action->toolTip() != action->text());
            keys << action->shortcut();
            names << action->objectName();
        }
    }
}

TEST_CASE("every widget that takes the focus has a name for those who cannot see it")
{
    Window open;
    open.window.palette().open();
    for (const QWidget* widget : open.window.findChildren<QWidget*>()) {
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && widget->isEnabled() && widget->isVisible();
        if (!takesFocus || isPartOfAnother(widget))
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        REQUIRE(spoken);
        INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
        CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
        CHECK(spoken->role() != QAccessible::NoRole);
        CHECK_FALSE(widget->objectName().isEmpty());
    }
}

TEST_CASE("from palette and table: find an account, change it, take it back")
{
    Window open;
    open.window.actions()[ActionId::Palette].trigger();
    QLineEdit& field = open.window.palette().field();
    REQUIRE(field.isVisible());
    const QString name = open.book.numbers()->lines[7].facts->account.name;
    QTest::keyClicks(&field, name.left(6).toLower());
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK_FALSE(open.window.palette().isVisible());
    accounts::AccountsTable& table = open.window.accounts().table();
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    open.window.goTo({QStringLiteral("accounts"), account.value(), {}});
    REQUIRE(table.currentAccount() == account);
    table.setCurrentIndex(
        table.model()->index(table.currentIndex().row(), static_cast<int>(accounts::ColumnId::Stage)));
    QTest::keyClick(&table, Qt::Key_F2);
    auto* cell = table.findChild<QLineEdit*>(QStringLiteral("accounts.cell"));
    REQUIRE(cell);
    const QString before = open.book.numbers()->facts.find(account)->account.stage;
    cell->setText(QStringLiteral("retention"));
    QTest::keyClick(cell, Qt::Key_Return);
    QCoreApplication::processEvents();
    CHECK(open.book.numbers()->facts.find(account)->account.stage == QStringLiteral("retention"));
    CHECK(open.window.actions()[ActionId::Undo].text().contains(QStringLiteral(":")));
    open.window.actions()[ActionId::Undo].trigger();
    CHECK(open.book.numbers()->facts.find(account)->account.stage == before);
    CHECK(table.currentAccount() == account);
    CHECK(open.window.focusWidget() == &table);
}

TEST_CASE("the list of accounts is sorted, grouped and asked what can be done with a row by keys alone")
{
    Window open;
    accounts::AccountsTable& table = open.window.accounts().table();
    const auto& model = open.window.accounts().presenter().model();
    table.setFocus();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QWidget* popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : open.window.focusWidget(), key, with);
    };
    table.setCurrentIndex(model.index(0, int(accounts::ColumnId::Arr)));
    press(Qt::Key_S);
    CHECK(model.sort() == std::vector{accounts::SortKey{accounts::ColumnId::Arr, false}});
    press(Qt::Key_S);
    CHECK(model.sort() == std::vector{accounts::SortKey{accounts::ColumnId::Arr, true}});
    table.setCurrentIndex(model.index(0, int(accounts::ColumnId::Stage)));
    press(Qt::Key_S, Qt::ShiftModifier);
    CHECK(model.sort().size() == 2);
    press(Qt::Key_G);
    REQUIRE(QApplication::activePopupWidget());
    press(Qt::Key_Down); // "No groups" is the first, the CSM the next
    press(Qt::Key_Return);
    CHECK(model.group() == accounts::ColumnId::Csm);
    // Several columns are ticked one after the other.
    press(Qt::Key_C, Qt::ShiftModifier);
    REQUIRE(QApplication::activePopupWidget());
    const auto isShown = [&](accounts::ColumnId id) { return !table.isColumnHidden(int(id)); };
    const bool before[] = {isShown(accounts::ColumnId::Health), isShown(accounts::ColumnId::Arr)};
    press(Qt::Key_Return);
    press(Qt::Key_Down);
    press(Qt::Key_Space); // the name stays
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    CHECK(isShown(accounts::ColumnId::Health) != before[0]);
    CHECK(isShown(accounts::ColumnId::Name));
    CHECK(isShown(accounts::ColumnId::Arr) != before[1]);
    auto* columns = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(columns);
    QTest::mouseClick(columns, Qt::LeftButton, {}, columns->actionGeometry(columns->actions()[0]).center());
    CHECK(isShown(accounts::ColumnId::Health) == before[0]);
    CHECK(columns->isVisible());
    press(Qt::Key_Escape);
    CHECK_FALSE(QApplication::activePopupWidget());
    table.setColumnShown(int(accounts::ColumnId::Arr), true);
    table.setCurrentIndex(model.index(1, int(accounts::ColumnId::Arr)));
    const QPoint at = table.visualRect(table.currentIndex()).center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, table.viewport()->mapToGlobal(at));
    QApplication::sendEvent(table.viewport(), &asked);
    REQUIRE(QApplication::activePopupWidget());
    press(Qt::Key_Escape);
    press(Qt::Key_F10, Qt::ShiftModifier);
    const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu);
    QStringList offered;
    for (const QAction* each : menu->actions())
        offered << each->text().remove(u'&');
    for (const char* wanted : {"Open the account", "Note...", "Paste a block", "Sort by this column", "Columns..."})
        CHECK(offered.contains(QString::fromLatin1(wanted)));
    press(Qt::Key_Return);
    CHECK_FALSE(QApplication::activePopupWidget());
}

TEST_CASE("what is wrong with a filter is told when the fingers rest or go, not while they type")
{
    Window test;
    accounts::AccountsPage& page = test.window.accounts();
    auto* field = page.findChild<QLineEdit*>(QStringLiteral("accounts.filter"));
    auto* fault = page.findChild<QLabel*>(QStringLiteral("accounts.filter.fault"));
    field->setFocus();
    REQUIRE(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("arr>"));
    CHECK_FALSE(page.presenter().fault().sentence.isEmpty());
    CHECK(fault->isHidden());
    QTest::keyClicks(field, QStringLiteral("x"));
    CHECK(fault->isHidden());
    CHECK(QTest::qWaitFor([&] { return fault->isVisible(); }));
    CHECK(fault->text().startsWith(page.presenter().fault().sentence));
    // Once told it says what is wrong now, and goes with the fault.
    QTest::keyClicks(field, QStringLiteral("y"));
    CHECK(fault->text().startsWith(page.presenter().fault().sentence));
    field->setText(QStringLiteral("arr>50k"));
    CHECK(fault->isHidden());
    field->setText(QStringLiteral("arr>"));
    CHECK(fault->isHidden());
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(fault->isVisible());
}

TEST_CASE("what is being typed stays while the book changes behind it, and is taken when it ends")
{
    Window open;
    accounts::AccountsTable& table = open.window.accounts().table();
    table.setFocus();
    std::vector<AccountId> renewing;
    for (const query::AccountLine& line : open.book.numbers()->lines)
        if (line.renewal.isValid())
            renewing.push_back(line.facts->id());
    REQUIRE(renewing.size() > 1);
    REQUIRE(table.choose(renewing[0]));
    table.setCurrentIndex(
        table.model()->index(table.currentIndex().row(), static_cast<int>(accounts::ColumnId::Renewal)));
    QTest::keyClick(&table, Qt::Key_F2);
    QPointer<QLineEdit> cell = table.findChild<QLineEdit*>(QStringLiteral("accounts.cell"));
    REQUIRE(cell);
    QTest::keyClicks(cell, QStringLiteral("2027-0"));
    accounts::AccountsPresenter& presenter = open.window.accounts().presenter();
    CHECK(presenter.change({renewing[1]}, accounts::ColumnId::Renewal, QStringLiteral("2026-12-01")).isEmpty());
    QCoreApplication::processEvents();
    REQUIRE(cell);
    CHECK(cell->text() == QStringLiteral("2027-0"));
    QTest::keyClicks(cell, QStringLiteral("4-03"));
    QTest::keyClick(cell, Qt::Key_Return);
    // The cell is left, then what came meanwhile is taken.
    CHECK(QTest::qWaitFor([&] { return !cell && presenter.model().numbers() == open.book.numbers(); }));
    CHECK(open.book.numbers()->find(renewing[0])->renewal == QDate(2027, 4, 3));
    CHECK(table.currentAccount() == renewing[0]);
}

TEST_CASE("the history takes no room from a view, closes with Escape and gives the focus back")
{
    Window open;
    auto* history = open.window.findChild<QWidget*>(QStringLiteral("history"));
    REQUIRE(history);
    const QSize least = open.window.minimumSizeHint();
    accounts::AccountsTable& table = open.window.accounts().table();
    table.setFocus();
    open.window.actions()[ActionId::History].trigger();
    REQUIRE(history->isVisible());
    CHECK(open.window.minimumSizeHint() == least);
    CHECK(history->geometry().right() == history->parentWidget()->rect().right());
    open.window.resize(1700, 900);
    CHECK(history->geometry().right() == history->parentWidget()->rect().right());
    QWidget* list = QApplication::focusWidget();
    REQUIRE(list);
    CHECK(history->isAncestorOf(list));
    QTest::keyClick(list, Qt::Key_Escape);
    CHECK_FALSE(history->isVisible());
    CHECK(QApplication::focusWidget() == &table);
}

TEST_CASE("looking back is unmistakable and ends with one action")
{
    Window open;
    auto* banner = open.window.findChild<QWidget*>(QStringLiteral("past"));
    REQUIRE(banner);
    CHECK_FALSE(banner->isVisible());
    open.book.lookBack(theDay.addMonths(-3), LookBack::AsItHappened);
    CHECK(banner->isVisible());
    CHECK(banner->accessibleName().contains(QStringLiteral("19 August 2026")));
    CHECK_FALSE(open.window.accounts().command(QStringLiteral("accounts.paste")).isEnabled());
    CHECK(open.window.accounts().command(QStringLiteral("accounts.paste")).toolTip().contains(QStringLiteral("today")));
    open.window.actions()[ActionId::Today].trigger();
    CHECK_FALSE(banner->isVisible());
    CHECK(open.window.accounts().command(QStringLiteral("accounts.paste")).isEnabled());
}

TEST_CASE("a book open for looking only says so, and answers each key that would edit")
{
    Window open;
    const QString path = open.book.path();
    open.book.close();
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &raw) == SQLITE_OK);
    CHECK(sqlite3_exec(raw, "CREATE VIEW of_another AS SELECT 1", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(raw);
    open.window.openBook(path);
    REQUIRE(open.book.state() == OpenBook::State::Ready);
    REQUIRE_FALSE(open.book.isEditable());
    auto* notice = open.window.findChild<widgets::Notice*>(QStringLiteral("failure"));
    REQUIRE(notice);
    CHECK(notice->isVisible());
    CHECK(notice->accessibleName().contains(QStringLiteral("of_another")));
    const QString why = QStringLiteral("This book is open for looking only");
    CHECK(notice->accessibleName().startsWith(why));
    int answered = 0;
    for (const char* name : {"today", "tasks", "accounts", "account", "journey"}) {
        open.window.goTo({QString::fromLatin1(name), 0, {}});
        widgets::View* view = open.window.front();
        REQUIRE(view->face().name == QLatin1String(name));
        for (const auto& doing : view->doings()) {
            if (doing.needs != widgets::Needs::Editing || doing.action->shortcut().isEmpty())
                continue;
            INFO(doing.action->objectName().toStdString());
            CHECK(doing.action->toolTip() == why);
            QSignalSpy said(view, &widgets::View::said);
            const QKeyCombination key = doing.action->shortcut()[0];
            QTest::keyClick(view->focusProxy() ? view->focusProxy() : view, key.key(), key.keyboardModifiers());
            REQUIRE(said.size() == 1);
            CHECK(said.front().front().toString() == why);
            ++answered;
        }
    }
    CHECK(answered > 15);
}

TEST_CASE("a book that cannot be opened says why and leaves a way out")
{
    Window fresh(false);
    fresh.window.openBook(fresh.folder.filePath(QStringLiteral("nothing.steward")));
    CHECK(fresh.book.state() == OpenBook::State::Failed);
    auto* other = fresh.window.findChild<QPushButton*>(QStringLiteral("broken.open"));
    REQUIRE(other);
    CHECK(other->isVisible());
}

TEST_CASE("the machine remembers the window, and forgets nothing of it")
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    MachineSettings settings;
    for (int i = 0; i < 12; ++i)
        rememberBook(settings, QStringLiteral("/books/%1.steward").arg(i));
    rememberBook(settings, QStringLiteral("/books/9.steward"));
    settings.appearance = style::Appearance::Dark;
    settings.density = style::Density::Compact;
    settings.language = QStringLiteral("en");
    settings.view = QStringLiteral("accounts");
    settings.viewStates[QStringLiteral("accounts")] = QByteArray("\0\1state", 7);
    saveSettings(settings, store);
    CHECK(loadSettings(store) == settings);
    CHECK(settings.recentBooks.size() == 8);
    CHECK(settings.recentBooks.front() == QStringLiteral("/books/9.steward"));
}
