// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/book_content.h"
#include "tests/core/health/health_fixture.h"
#include "tests/core/sample/sample_fixture.h"

namespace steward::tests {

/// The sample book in memory with its scorer. Made once a test program: the facts are immutable.
class SampleScores
{
public:
    SampleScores()
        : facts(loaded())
        , content(must(query::contentOf(facts.book())))
        , scorer(scorerOf(facts))
    {
    }
    /// Of a changed copy of the facts, by the same content.
    [[nodiscard]] health::Scorer scorerOf(const Portfolio& portfolio) const
    {
        return must(health::Scorer::make(portfolio, content.scorecards, content.journeys,
                                         query::groupingOf(portfolio, content, sampleDay)));
    }
    /// Accounts that tell a story.
    [[nodiscard]] std::vector<const AccountFacts*> story(int number) const
    {
        std::vector<const AccountFacts*> told;
        for (const AccountFacts& each : facts)
            if (each.account.story == QString::number(number))
                told.push_back(&each);
        return told;
    }
    [[nodiscard]] AccountScore score(const AccountFacts& account, QDate day = sampleDay) const
    {
        INFO(account.account.name.toStdString());
        const auto score = scorer.score(account.id(), day);
        REQUIRE(score);
        return *score;
    }
    static const SampleScores& book()
    {
        static const SampleScores scores;
        return scores;
    }

    Portfolio facts;
    content::Content content;
    health::Scorer scorer;

private:
    static Portfolio loaded()
    {
        const SampleFile file;
        return must(file.file.book->load({}));
    }
};

} // namespace steward::tests
