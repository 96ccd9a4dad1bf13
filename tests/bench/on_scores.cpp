// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_scores.h"

#include "core/content/content.h"
#include "core/health/score.h"
#include "tests/bench/measure.h"
#include "tests/bench/score_book.h"

#include <QFile>

namespace steward::bench {

namespace {

Result<health::Scorer> scorerOf(const Portfolio& book, const content::Content& content)
{
    return health::Scorer::make(book, content.scorecards, content.journeys, Grouping());
}

bool writeSums(const QString& path, const std::vector<health::AccountScore>& scores)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const auto& each : scores) {
        const double sum = each.computed ? each.computed->toDouble() : -1;
        file.write(QByteArray::number(each.account.value()) + ',' + QByteArray::number(sum, 'f', 6) + '\n');
    }
    return file.flush();
}

/// The mean of many edits: an account has one touch more, the next snapshot is published, its score is asked for.
void printEdits(Portfolio book, const content::Content& content)
{
    constexpr int edits = 20;
    auto taken = measure(QStringLiteral("edit-and-score"), [&] {
        for (int i = 0; i < edits; ++i) {
            AccountFacts changed = book.at(static_cast<std::size_t>(i * 97) % book.size());
            const auto all = changed.of<Touch>().all();
            std::vector<Touch> touches(all.begin(), all.end());
            touches.push_back(touches.back());
            touches.back().id += 500;
            touches.back().day = scoreDay();
            changed.set(std::move(touches));
            const AccountId account = changed.id();
            std::vector<AccountFacts> list;
            list.push_back(std::move(changed));
            book = book.with(std::move(list), {}, book.generation() + 1);
            const auto scorer = scorerOf(book, content);
            if (!scorer || !scorer->score(account, scoreDay()))
                return qint64(-1);
        }
        return qint64(edits);
    });
    taken.seconds /= edits;
    taken.cpu /= edits;
    print(taken);
}

} // namespace

bool writeScoreTables(const QString& folder, qint64 accounts) { return writeTables(scoreBook(accounts), folder); }

bool printScores(const QString& file, qint64 accounts)
{
    const auto content = content::shipped();
    if (!content)
        return false;
    const Portfolio book = scoreBook(accounts);
    std::vector<health::AccountScore> scores;
    print(measure(QStringLiteral("scores"), [&] {
        const auto scorer = scorerOf(book, *content);
        if (!scorer)
            return qint64(-1);
        scores = scorer->scoreAll(scoreDay());
        return qint64(scores.size());
    }));
    print(measure(QStringLiteral("scores-26-weeks"), [&] {
        const auto scorer = scorerOf(book, *content);
        return scorer ? qint64(scorer->trends(scoreDay()).size()) : qint64(-1);
    }));
    printEdits(book, *content);
    return writeSums(file, scores);
}

} // namespace steward::bench
