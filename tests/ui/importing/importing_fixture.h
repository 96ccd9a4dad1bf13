// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace steward::tests {

/// A new, empty book that is open, and a folder for files to import into it. Everything happens at once.
struct Desk
{
    explicit Desk(QDate today_ = {2026, 11, 19})
        : today(today_)
        , book(executor, executor, {[this] { return today; }, [this] { return Instant{now += 1000}; }})
    {
        now = QDateTime(today, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
        book.makeEmpty(folder.filePath(QStringLiteral("test.steward")));
        REQUIRE(book.state() == OpenBook::State::Ready);
    }
    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    [[nodiscard]] std::size_t accounts() const { return book.numbers() ? book.numbers()->lines.size() : 0; }

    QDate today;
    qint64 now = 0;
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
    QLocale locale{QLocale::English, QLocale::UnitedKingdom};
};

inline const QByteArray twoAccounts = "account_id,account_name,arr\nA1,Acme,12000\nA2,Borealis,24000\n";
inline const QByteArray threeContacts = "contact_id,account_id,name,email\nC1,A1,Ann Lee,ann@acme.example\n"
                                        "C2,A2,Bo Dahl,bo@borealis.example\nC3,A9,Cy Fox,cy@nowhere.example\n";

/// The text of every cell of a row.
inline QStringList textsOf(const QAbstractItemModel& model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

inline QStringList customer360()
{
    const QString data = sharedData();
    if (data.isEmpty())
        return {};
    const QDir dir(data + QStringLiteral("/customer360"));
    QStringList files;
    for (const QString& name : dir.entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name))
        files << dir.filePath(name);
    return files;
}

} // namespace steward::tests
