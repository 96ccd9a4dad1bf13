// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/sample_book.h"

#include <map>

/// Accounts are scored side by side, a few at a time: that must not show.
using namespace steward;
using namespace steward::tests;

TEST_CASE("scored with the whole book or alone, an account has the same score", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    for (const int back : {0, 200, 700}) {
        const QDate day = sampleDay.addDays(-back);
        const auto all = sample.scorer.scoreAll(day);
        const auto bare = sample.scorer.scoreAll(day, health::Detail::Numbers);
        REQUIRE(bare.size() == all.size());
        std::size_t next = 0;
        for (const AccountFacts& each : sample.facts) {
            CAPTURE(back, each.account.name.toStdString());
            const auto alone = sample.scorer.score(each.id(), day);
            const bool isThere = next < all.size() && all[next].account == each.id();
            REQUIRE(alone.has_value() == isThere);
            if (!isThere)
                continue;
            CHECK(*alone == all[next]);
            CHECK(bare[next].shown == all[next].shown);
            ++next;
        }
        CHECK(next == all.size());
    }
}

TEST_CASE("a trend has the numbers of each day's scores", "[health][sample]")
{
    constexpr int weeks = 5;
    const SampleScores& sample = SampleScores::book();
    const auto trends = sample.scorer.trends(sampleDay, weeks);
    REQUIRE(trends.size() == sample.facts.size());
    for (std::size_t week = 0; week < weeks; ++week) {
        const QDate day = sampleDay.addDays(-7 * qint64(weeks - 1 - week));
        std::map<AccountId, std::optional<health::Fraction>> shown;
        for (const AccountScore& each : sample.scorer.scoreAll(day, health::Detail::Numbers))
            shown[each.account] = each.shown;
        for (std::size_t i = 0; i < trends.size(); ++i) {
            const auto known = shown.find(sample.facts.at(i).id());
            CHECK(trends[i][week].day == day);
            CHECK(trends[i][week].shown == (known == shown.end() ? std::nullopt : known->second));
        }
        const std::size_t from = 7; // not where a batch begins
        const auto some = sample.scorer.shownSome(from, trends.size() - 1, day);
        REQUIRE(some.size() == trends.size() - 1 - from);
        for (std::size_t i = 0; i < some.size(); ++i)
            CHECK(some[i] == trends[from + i][week]);
    }
}
