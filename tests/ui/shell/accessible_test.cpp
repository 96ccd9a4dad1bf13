// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/account/account_page.h"
#include "ui/style/steward_style.h"

#include <QAccessible>
#include <QTest>

using namespace steward;
using namespace steward::shell;

namespace {

/// What assistive technology sees below an object: everything that takes the focus has a name, a role and a place.
int checkBelow(QAccessibleInterface& object, const QString& path)
{
    if (!object.isValid() || object.state().invisible)
        return 0;
    const QString name = object.text(QAccessible::Name);
    const QAccessible::Role role = object.role();
    const QString here = QString(path + u" > " + (name.isEmpty() ? QStringLiteral("?") : name));
    int count = 0;
    if (object.state().focusable) {
        const auto* widget = qobject_cast<const QWidget*>(object.object());
        INFO(here.toStdString() << " (" << (widget ? widget->objectName().toStdString() : "") << ")");
        CHECK_FALSE(name.isEmpty());
        CHECK(role != QAccessible::NoRole);
        CHECK(object.rect().isValid());
        ++count;
    }
    // Rows are as many as there are accounts; their cells speak for themselves in the tests of the models.
    const bool hasRows = role == QAccessible::Table || role == QAccessible::List || role == QAccessible::Tree;
    for (int i = 0; i < object.childCount() && !hasRows; ++i)
        if (QAccessibleInterface* child = object.child(i))
            count += checkBelow(*child, here);
    return count;
}

int checkWindow(MainWindow& window, const QString& where)
{
    QCoreApplication::processEvents();
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&window);
    REQUIRE(root);
    return checkBelow(*root, where);
}

account::AccountPage& accountPage(MainWindow& window)
{
    return static_cast<account::AccountPage&>(*window.view(QStringLiteral("account")));
}

} // namespace

TEST_CASE("in every view whatever takes the focus tells its name and what it is")
{
    Window open;
    open.window.resize(1440, 900);
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    for (const widgets::View* view : open.window.views()) {
        const QString name = view->face().name;
        open.window.goTo({name, name == u"account" ? account.value() : 0, {}});
        REQUIRE(view->isVisible());
        INFO(name.toStdString());
        CHECK(checkWindow(open.window, name) > 5);
    }
}

TEST_CASE("so does every tab of an account, and every form on it")
{
    Window open;
    open.window.resize(1440, 900);
    open.window.goTo(widgets::accountPlace(open.book.numbers()->lines[7].facts->id()));
    account::AccountPage& page = accountPage(open.window);
    for (const char* tab : {"overview", "timeline", "people", "plan", "money", "voice"}) {
        page.showTab(QString::fromLatin1(tab));
        CHECK(checkWindow(open.window, QString::fromLatin1(tab)) > 5);
    }
    int forms = 0;
    for (const widgets::View::Doing& doing : page.doings()) {
        if (doing.needs != widgets::Needs::Editing)
            continue;
        doing.action->trigger();
        if (!page.pane().isVisible())
            continue;
        ++forms;
        checkWindow(open.window, doing.action->objectName());
        page.pane().leave();
    }
    CHECK(forms > 10);
}

TEST_CASE("a note and a call are begun among the accounts with one key, and Esc leads back there")
{
    Window open;
    QApplication::setActiveWindow(&open.window);
    accounts::AccountsTable& table = open.window.accounts().table();
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_C}) {
        open.window.goTo({QStringLiteral("accounts"), account.value(), {}});
        REQUIRE(table.currentAccount() == account);
        QTest::keyClick(&table, key);
        account::AccountPage& page = accountPage(open.window);
        REQUIRE(page.isVisible());
        CHECK(page.presenter().account() == account);
        CHECK(page.pane().isWriting());
        REQUIRE(QApplication::focusWidget());
        CHECK(page.pane().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        CHECK_FALSE(page.pane().isVisible());
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        CHECK(table.isVisible());
        CHECK(table.currentAccount() == account);
    }
}

TEST_CASE("Tab walks the bar of the window as one reads it")
{
    Window open;
    const auto* bar = open.window.findChild<QWidget*>(QStringLiteral("search"))->parentWidget();
    std::vector<const QWidget*> stops;
    for (const QWidget* each = bar->nextInFocusChain(); each != bar; each = each->nextInFocusChain())
        if (each->parentWidget() == bar && each->focusPolicy() != Qt::NoFocus)
            stops.push_back(each);
    REQUIRE(stops.size() == 6);
    for (const QWidget* each : stops)
        UNSCOPED_INFO(each->objectName().toStdString() << ' ' << each->x());
    CHECK(std::ranges::is_sorted(stops, {}, [](const QWidget* each) { return each->x(); }));
}

TEST_CASE("Tab reaches whatever in a view takes the focus")
{
    QApplication::setStyle(new style::StewardStyle);
    Window open;
    open.window.resize(1280, 800);
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    constexpr int mostStops = 120;
    for (const widgets::View* view : open.window.views()) {
        const QString name = view->face().name;
        open.window.goTo({name, name == u"account" ? account.value() : 0, {}});
        QCoreApplication::processEvents();
        QSet<const QWidget*> reached;
        for (int i = 0; i < mostStops; ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &open.window, Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (const QWidget* each : view->findChildren<QWidget*>()) {
            const bool isStop = (each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled();
            if (!isStop || each->focusProxy() || each->objectName().startsWith(u"qt_"))
                continue;
            INFO(name.toStdString() << ": " << each->metaObject()->className() << ' '
                                    << each->objectName().toStdString());
            CHECK(reached.contains(each));
        }
    }
}

TEST_CASE("the focus is seen wherever Tab takes it")
{
    QApplication::setStyle(new style::StewardStyle);
    Window open;
    open.window.resize(1280, 800);
    const AccountId account = open.book.numbers()->lines[7].facts->id();
    constexpr int mostStops = 60;
    constexpr int ring = 4; // of a ring that lies outside
    for (const widgets::View* view : open.window.views()) {
        const QString name = view->face().name;
        open.window.goTo({name, name == u"account" ? account.value() : 0, {}});
        QCoreApplication::processEvents();
        const QWidget* first = QApplication::focusWidget();
        for (int i = 0; i < mostStops; ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &open.window, Qt::Key_Tab);
            QWidget* stop = QApplication::focusWidget();
            if (!stop || stop == first)
                break;
            const QRect place(stop->mapTo(&open.window, QPoint()) - QPoint(ring, ring),
                              stop->size() + QSize(2 * ring, 2 * ring));
            const QImage with = open.window.grab(place).toImage();
            stop->clearFocus();
            const QImage without = open.window.grab(place).toImage();
            stop->setFocus(Qt::TabFocusReason);
            INFO(name.toStdString() << ": " << stop->metaObject()->className() << ' '
                                    << stop->objectName().toStdString());
            CHECK(with != without);
        }
    }
}
