// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_signals.h"

#include "core/work/today.h"
#include "tests/bench/measure.h"
#include "tests/bench/score_book.h"

namespace steward::bench {

bool printSignals(qint64 accounts)
{
    const auto content = content::shipped();
    if (!content)
        return false;
    const Portfolio book = scoreBook(accounts);
    std::vector<work::Worth> worths;
    for (const AccountFacts& each : book)
        worths.push_back({each.id(), 1'000'000, {}, false});
    const auto found = measure(QStringLiteral("signals"), [&] {
        const auto scorer = health::Scorer::make(book, content->scorecards, content->journeys, Grouping());
        if (!scorer)
            return qint64(-1);
        const auto watch = work::Watch::make({*scorer, *content, Grouping(), scoreDay(), LookBack::AsItHappened, {}});
        if (!watch)
            return qint64(-1);
        const work::Watched all = watch->all();
        const auto today = work::todayOf(all, watch->facts(), worths, content->signalRules, scoreDay());
        qint64 count = qint64(all.ofBook.size());
        for (const work::AccountSignals& each : all.accounts)
            count += qint64(each.signalList.size());
        return today.rows.empty() ? qint64(-1) : count;
    });
    print(found);
    return found.rows > 0;
}

} // namespace steward::bench
