// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_scores.h"

#include "core/content/content.h"
#include "core/query/scores.h"
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

/// Another conversation was noted.
AccountFacts withTouch(const AccountFacts& before)
{
    AccountFacts changed = before;
    const auto all = changed.of<Touch>().all();
    std::vector<Touch> touches(all.begin(), all.end());
    touches.push_back(touches.back());
    touches.back().id += 500;
    touches.back().day = scoreDay();
    changed.set(std::move(touches));
    return changed;
}

/// The mean of many edits, as the window takes them: the next snapshot is published, the accounts are grouped, the
/// scorer follows and the account is scored with evidence.
void printEdits(Portfolio book, const content::Content& content)
{
    constexpr int edits = 20;
    auto scorer = query::scorerOf(book, content, scoreDay(), LookBack::AsItHappened);
    auto taken = measure(QStringLiteral("edit-and-score"), [&] {
        for (int i = 0; scorer && i < edits; ++i) {
            std::vector<AccountFacts> changed{withTouch(book.at(static_cast<std::size_t>(i * 97) % book.size()))};
            const AccountId account = changed.front().id();
            book = book.with(std::move(changed), {}, book.generation() + 1);
            *scorer = query::scorerAfter(*scorer, book, content, scoreDay());
            if (!scorer->score(account, scoreDay()))
                return qint64(-1);
        }
        return qint64(scorer ? edits : -1);
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
