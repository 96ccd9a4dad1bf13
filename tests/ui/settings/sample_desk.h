// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "tests/support/printers.h"

#include <QDateTime>
#include <QTemporaryDir>

namespace steward::settings {

inline const QDate theDay(2026, 11, 19);

/// The sample book, open on its day, worked on at once.
struct SampleDesk
{
    SampleDesk()
        : book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
    {
        book.makeSample(folder.filePath(QStringLiteral("sample.steward")));
        REQUIRE(book.state() == OpenBook::State::Ready);
    }
    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
    QLocale locale{QLocale::English, QLocale::UnitedKingdom};
};

} // namespace steward::settings
