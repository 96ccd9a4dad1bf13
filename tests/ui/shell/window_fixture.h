// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTemporaryDir>

namespace steward::shell {

inline const QDate theDay(2026, 11, 19);

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
        QApplication::setActiveWindow(&window);
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

} // namespace steward::shell
