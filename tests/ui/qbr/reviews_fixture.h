// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/printers.h"
#include "ui/qbr/reviews_page.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace steward::tests {

inline const QDate reviewDay(2026, 11, 19);

/// The window on the sample book with QBRs in front.
struct ReviewWindow
{
    ReviewWindow()
        : store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(executor, executor, {[] { return reviewDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(QStringLiteral("sample")), folder.filePath(QStringLiteral("books"))},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        window.resize(1440, 900);
        window.show();
        window.start({});
        window.actions()[shell::ActionId::OpenSample].trigger();
        static_cast<void>(window.views());
        page = window.findChild<reviews::ReviewsPage*>();
        REQUIRE(page);
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        window.goTo({QStringLiteral("reviews"), 0, {}});
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] reviews::ReviewsPresenter& presenter() { return page->presenter(); }
    [[nodiscard]] const qbr::Pack& pack()
    {
        const qbr::Pack* chosen = presenter().pack();
        if (!chosen)
            throw std::logic_error("nobody is chosen");
        return *chosen;
    }
    /// The first that is due and lacks that; -1: nobody.
    [[nodiscard]] int rowMissing(const QString& gap)
    {
        for (int row = 0; row < page->model().rowCount(); ++row) {
            const auto* line = presenter().shown()->find(page->model().accountAt(row));
            if (line && std::ranges::find(line->readiness.missing, gap, &qbr::Gap::id) != line->readiness.missing.end())
                return row;
        }
        return -1;
    }
    [[nodiscard]] bool isMissing(const QString& gap)
    {
        const auto& missing = pack().readiness.missing;
        return std::ranges::find(missing, gap, &qbr::Gap::id) != missing.end();
    }
    void choose(int row) { page->table().setCurrentIndex(page->model().index(row, 0)); }

    qint64 now = QDateTime(reviewDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    shell::MainWindow window;
    reviews::ReviewsPage* page = nullptr;
};

} // namespace steward::tests
