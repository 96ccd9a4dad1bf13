// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "tests/support/printers.h"

#include <QDateTime>
#include <QLocale>
#include <QTemporaryDir>

namespace steward::tests {

const QDate theDay(2026, 11, 19);
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

/// The sample book, open, with everything at once.
struct SampleBook
{
    SampleBook()
        : book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
    {
        book.makeSample(folder.filePath(QStringLiteral("sample.steward")));
        REQUIRE(book.state() == OpenBook::State::Ready);
        REQUIRE(book.numbers());
    }
    [[nodiscard]] const std::vector<query::AccountLine>& lines() const { return book.numbers()->lines; }
    /// The account of highest value of which the condition holds.
    template <class Holds>
    [[nodiscard]] AccountId accountWhere(Holds&& holds) const
    {
        const query::AccountLine* best = nullptr;
        for (const query::AccountLine& line : lines())
            if (holds(line) && (!best || line.comparable.value_or(Mrr()) > best->comparable.value_or(Mrr())))
                best = &line;
        REQUIRE(best);
        return best->facts->id();
    }
    /// One in trouble, of which much is known.
    [[nodiscard]] AccountId troubled() const
    {
        return accountWhere([](const query::AccountLine& line) { return line.band == u"red"; });
    }

    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
};

} // namespace steward::tests
