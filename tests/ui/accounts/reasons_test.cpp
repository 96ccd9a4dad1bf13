// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"
#include "core/workspace/open_book.h"
#include "tests/ui/accounts/accounts_fixture.h"
#include "ui/accounts/reasons.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace steward;
using namespace steward::accounts;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

struct Sample
{
    Sample()
        : book(executor, executor, {[] { return tests::theDay; }, [this] { return Instant{now += 1000}; }})
    {
        book.makeSample(folder.filePath(QStringLiteral("sample.steward")));
        REQUIRE(book.numbers());
    }
    qint64 now = QDateTime(tests::theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
};

} // namespace

TEST_CASE("the reasons of every sample account account for every point lost")
{
    const Sample sample;
    const BookNumbers& numbers = *sample.book.numbers();
    int scored = 0;
    for (const query::AccountLine& line : numbers.lines) {
        const auto score = numbers.scorer->score(line.facts->id(), numbers.asked.day);
        if (!score)
            continue;
        const auto reasons = reasonsOf(*score, numbers.content, english, 6);
        INFO(line.facts->account.name.toStdString());
        double lost = 0;
        double last = 100;
        int measures = 0;
        for (const Reason& reason : reasons) {
            CHECK_FALSE(reason.name.isEmpty());
            if (reason.kind != Reason::Kind::Unknown)
                lost += reason.lost;
            if (reason.kind != Reason::Kind::Measure)
                continue;
            ++measures;
            CHECK(reason.lost <= last);
            CHECK_FALSE(reason.why.isEmpty());
            last = reason.lost;
        }
        CHECK(measures <= 7);
        if (!score->shown)
            continue;
        ++scored;
        // To the tenth as shown, as the column of the account's page adds up.
        CHECK(std::llround(lost * 10) == 1000 - score->shown->rounded(1));
    }
    CHECK(scored > 40);
}

TEST_CASE("the list of reasons keeps the rules of models and speaks")
{
    const Sample sample;
    const BookNumbers& numbers = *sample.book.numbers();
    ReasonsModel model(english);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto score = numbers.scorer->score(numbers.lines.front().facts->id(), numbers.asked.day);
    REQUIRE(score);
    model.setReasons(reasonsOf(*score, numbers.content, english, 3));
    REQUIRE(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row)
        CHECK(model.index(row, 0).data(Qt::AccessibleTextRole).toString().size() > 8);
    CHECK(pointsText(10.84, true, english) == QStringLiteral("\u221210.8"));
    CHECK(pointsText(0.01, true, english) == QStringLiteral("0.0"));
    model.setReasons({});
    CHECK(model.rowCount() == 0);
}
