// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/change.h"

#include "core/health/pulse.h"
#include "tests/core/health/sample_book.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("what moved the score adds up to the difference, by measure and caps", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    int moved = 0;
    for (const int back : {7, 28, 91, 182})
        for (const AccountFacts& each : sample.facts) {
            const auto before = sample.scorer.score(each.id(), sampleDay.addDays(-back));
            const auto after = sample.scorer.score(each.id(), sampleDay);
            const auto change = before ? health::changeOf(*before, *after) : std::nullopt;
            CHECK(change.has_value() == (before && before->shown && after->shown));
            if (!change)
                continue;
            Fraction sum;
            for (const health::Moved& part : change->by)
                sum = sum + part.points;
            INFO(each.account.name.toStdString());
            CHECK(sum == change->shown);
            CHECK(change->shown == *after->shown - *before->shown);
            moved += change->by.empty() ? 0 : 1;
        }
    CHECK(moved > 60);
}

TEST_CASE("a day on which nothing happened moves nothing", "[health]")
{
    Told told;
    told.account(u"A"_s).customer().users(200, today, [](int) { return 12; });
    const auto change = health::changeOf(told.score(), told.score());
    REQUIRE(change);
    CHECK(change->by.empty());
    CHECK(change->shown == Fraction());
}

TEST_CASE("a rating that disagrees with the score of its day stays to be seen", "[health]")
{
    Told told;
    told.account(u"A"_s).customer(400, 12).users(300, today, [](int) { return 12; });
    told.add<Pulse>([](Pulse& row) {
        row.day = ago(40);
        row.rating = 2;
    });
    told.add<Pulse>([](Pulse& row) {
        row.day = ago(5);
        row.rating = 6;
    });
    const health::Scorer scorer = told.scorer();
    const auto pulses = health::pulsesOf(scorer, told.facts.id(u"A"_s), today);
    REQUIRE(pulses.size() == 2);
    CHECK(pulses[0].band == u"red");
    CHECK(pulses[0].scoreBand == u"green");
    CHECK(pulses[0].disagreement == -2);
    CHECK(pulses[0].expires == ago(40).addDays(90));
    CHECK(pulses[1].disagreement == 0);
    CHECK(health::pulsesOf(scorer, told.facts.id(u"A"_s), ago(6)).size() == 1);
}

TEST_CASE("an override sets the band beside the score until its end, sixty days at most, or until the score gets there",
          "[health]")
{
    const auto book = [](int fromAgo, int days, double now) {
        Told told;
        told.account(u"A"_s).customer(400, 40).users(300, today, [=](int before) { return before < 28 ? now : 40; });
        told.add<Override>([=](Override& row) {
            row.from = ago(fromAgo);
            row.until = ago(fromAgo).addDays(days);
            row.band = u"green"_s;
            row.reason = u"seasonal"_s;
            row.note = u"Harvest, as every year"_s;
        });
        return told;
    };
    const AccountScore set = book(5, 30, 10).score();
    REQUIRE(set.override);
    CHECK(set.computedBand != u"green");
    CHECK(set.band == u"green");
    CHECK(set.override->reason == u"seasonal");
    CHECK_FALSE(book(31, 30, 10).score().override);
    CHECK_FALSE(book(61, 200, 10).score().override);
    // The use of the four weeks before was as ever: on its first days the score was green by itself.
    CHECK_FALSE(book(27, 60, 10).score().override);
    // Nothing of it is seen before it was set.
    CHECK_FALSE(book(5, 30, 10).score(ago(6)).override);
}
