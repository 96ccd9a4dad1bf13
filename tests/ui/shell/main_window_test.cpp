// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "ui/shell/main_window.h"

#include <QAccessible>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace steward;
using namespace steward::shell;

namespace {

const QDate theDay(2026, 11, 19);

/// The window on the sample book, everything at once.
struct Window
{
    explicit Window(bool withSample = true)
        : store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(QStringLiteral("sample")), folder.filePath(QStringLiteral("books"))},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        window.show();
        window.start({});
        if (withSample) {
            window.actions()[ActionId::OpenSample].trigger();
            window.goTo({QStringLiteral("accounts"), 0, {}});
        }
    }
    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    MainWindow window;
};

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
    sample->click();
    CHECK(fresh.book.state() == OpenBook::State::Ready);
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
    const QString before = open.book.numbers()->facts.find(account)->account.stage;
    CHECK(table.model()->setData(table.currentIndex(), QStringLiteral("retention")));
    CHECK(open.book.numbers()->facts.find(account)->account.stage == QStringLiteral("retention"));
    CHECK(open.window.actions()[ActionId::Undo].text().contains(QStringLiteral(":")));
    open.window.actions()[ActionId::Undo].trigger();
    CHECK(open.book.numbers()->facts.find(account)->account.stage == before);
    CHECK(table.currentAccount() == account);
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
    settings.view = QStringLiteral("accounts");
    settings.viewStates[QStringLiteral("accounts")] = QByteArray("\0\1state", 7);
    saveSettings(settings, store);
    CHECK(loadSettings(store) == settings);
    CHECK(settings.recentBooks.size() == 8);
    CHECK(settings.recentBooks.front() == QStringLiteral("/books/9.steward"));
}
