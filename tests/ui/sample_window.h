// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/printers.h"
#include "ui/shell/main_window.h"
#include "ui/style/steward_style.h"

#include <QAccessible>
#include <QTemporaryDir>
#include <QTest>

namespace steward::tests {

inline const QDate theDay(2026, 11, 19);

/// The window on the sample book with one view in front, worked from the keyboard; everything happens at once.
template <class Page>
struct SampleWindow
{
    explicit SampleWindow(const QString& view, style::Appearance appearance = style::Appearance::Light)
        : store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(QStringLiteral("sample")), folder.filePath(QStringLiteral("books"))},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        QApplication::setStyle(new style::StewardStyle);
        style::applyAppearance(appearance);
        window.resize(1440, 900);
        window.show();
        window.start({});
        window.actions()[shell::ActionId::OpenSample].trigger();
        static_cast<void>(window.views());
        page = window.template findChild<Page*>();
        REQUIRE(page);
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        window.goTo({view, 0, {}});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] const AccountFacts& facts(AccountId account) const { return *book.numbers()->facts.find(account); }
    /// nullptr: the account has no such record.
    template <class T>
    [[nodiscard]] const T* find(AccountId account, qint64 id) const
    {
        for (const T& each : facts(account).template of<T>())
            if (each.id == id)
                return &each;
        return nullptr;
    }
    /// Every part of the page that is seen and takes the focus says what it is.
    void checkNames() const
    {
        for (QWidget* widget : page->template findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || !widget->isEnabled() ||
                widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            REQUIRE(spoken);
            INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
            CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
        }
    }

    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    shell::MainWindow window;
    Page* page = nullptr;
};

} // namespace steward::tests
