// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "tests/core/health/sample_book.h"

using namespace steward;
using namespace steward::tests;

namespace {

const SampleScores& told() { return SampleScores::book(); }

/// Points of a measure; -1 where it takes no part.
double points(const AccountScore& score, const char* measure)
{
    const Contribution* found = score.find(QString::fromLatin1(measure));
    return found && found->takesPart() ? double(found->value.micro) / content::Score::perPoint : -1;
}

} // namespace

TEST_CASE("steady firms are green and well known, and no cap holds them", "[health][sample]")
{
    for (const AccountFacts* each : told().story(1)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(score.band == u"green");
        CHECK(score.known == health::Known::Well);
        CHECK(score.coverage() >= Fraction::whole(90));
        CHECK(score.caps.empty());
    }
}

TEST_CASE("a quiet decline is yellow today and was green when its use still held", "[health][sample]")
{
    for (const AccountFacts* each : told().story(2)) {
        INFO(each->account.name.toStdString());
        CHECK(told().score(*each).band == u"yellow");
        CHECK(told().score(*each, sampleDay.addMonths(-5)).band == u"green");
    }
}

TEST_CASE("a sponsor who left caps the score, and their twin whose successor was met is not capped", "[health][sample]")
{
    bool isRed = false;
    for (const AccountFacts* each : told().story(3)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(isCapped(score, "sponsor_left"));
        CHECK(*score.computed >= Fraction::whole(75));
        CHECK(*score.shown <= Fraction::whole(74));
        isRed = isRed || isCapped(score, "sponsor_left_renewal");
    }
    CHECK(isRed);
    int replaced = 0;
    for (const AccountScore& score : told().scorer.scoreAll(sampleDay)) {
        const Contribution* sponsor = score.find(u"sponsor");
        if (!sponsor || sponsor->why.key != u"measure.sponsor.replaced")
            continue;
        ++replaced;
        CHECK_FALSE(isCapped(score, "sponsor_left"));
    }
    CHECK(replaced >= 1);
}

TEST_CASE("a firm lost with all signs fell long before, and was red in its last month", "[health][sample]")
{
    for (const AccountFacts* each : told().story(5)) {
        INFO(each->account.name.toStdString());
        REQUIRE(each->account.churnedOn.isValid());
        const QDate lost = each->account.churnedOn;
        const AccountScore half = told().score(*each, lost.addDays(-180));
        const AccountScore quarter = told().score(*each, lost.addDays(-90));
        CHECK(*quarter.shown < *half.shown);
        CHECK(points(quarter, "usage_trend") < 65);
        CHECK(points(quarter, "licence_use") < points(half, "licence_use"));
        CHECK(told().score(*each, lost.addDays(-30)).band == u"red");
    }
}

TEST_CASE("a habitual slow payer stays calm, one who was punctual does not", "[health][sample]")
{
    for (const AccountFacts* each : told().story(11)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(points(score, "payment") >= 85);
        CHECK_FALSE(isCapped(score, "payment_60"));
    }
    for (const AccountFacts* each : told().story(12)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(points(score, "payment") < 10);
        CHECK(isCapped(score, "payment_60"));
        CHECK(score.band == u"red");
    }
}

TEST_CASE("an expired card shows, and caps once a charge is unpaid for two weeks, and who pays by transfer has none",
          "[health][sample]")
{
    int capped = 0;
    for (const AccountFacts* each : told().story(13)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(points(score, "card") >= 0);
        CHECK(points(score, "card") < 40);
        capped += isCapped(score, "card_dead") ? 1 : 0;
    }
    CHECK(capped >= 1);
    int byTransfer = 0;
    for (const AccountScore& score : told().scorer.scoreAll(sampleDay)) {
        const Contribution* card = score.find(u"card");
        const bool isTransfer = card && card->why.key == u"not_applicable.not_by_card";
        byTransfer += isTransfer ? 1 : 0;
        if (isTransfer)
            CHECK_FALSE(isCapped(score, "card_dead"));
    }
    CHECK(byTransfer >= 5);
}

TEST_CASE("a noisy and loyal firm is green, and its tickets are usual for it", "[health][sample]")
{
    for (const AccountFacts* each : told().story(14)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(score.band == u"green");
        CHECK(points(score, "tickets_trend") >= 80);
    }
}

TEST_CASE("low use in season is a quiet period, or is read against last year, and outside it is none",
          "[health][sample]")
{
    int quiet = 0;
    int relieved = 0;
    for (const AccountFacts* each : told().story(18))
        for (int week = 1; week <= 52; ++week) {
            const AccountScore score = told().score(*each, sampleDay.addDays(-7 * week));
            const Contribution* trend = score.find(u"usage_trend");
            if (!trend)
                continue;
            quiet += trend->why.key == u"not_applicable.quiet_period" ? 1 : 0;
            const bool isIn = std::ranges::any_of(each->of<QuietPeriod>(), [&](const QuietPeriod& period) {
                return period.from <= score.day && score.day <= period.to;
            });
            const Contribution* seats = score.find(u"licence_use");
            if (isIn && seats)
                CHECK_FALSE(seats->takesPart());
            relieved += trend->why.key == u"measure.usage_trend.down_last_year" ? 1 : 0;
            if (trend->why.key == u"measure.usage_trend.down_last_year")
                CHECK(trend->value >= content::Score::whole(40));
        }
    CHECK(quiet >= 8);
    CHECK(relieved >= 1);
}

TEST_CASE("a sponsor who scored low caps, and empty licences show", "[health][sample]")
{
    for (const AccountFacts* each : told().story(9)) {
        const AccountScore score = told().score(*each);
        CHECK(isCapped(score, "sponsor_unhappy"));
        CHECK(isCapped(score, "escalated"));
        CHECK(points(score, "nps") <= 30);
    }
    for (const AccountFacts* each : told().story(10)) {
        const AccountScore score = told().score(*each);
        INFO(each->account.name.toStdString());
        CHECK(points(score, "licence_use") < 30);
        CHECK(points(score, "licence_use") >= 0);
    }
}

TEST_CASE("a contract in its first month is not asked for a trend or for its licences", "[health][sample]")
{
    int young = 0;
    for (const AccountFacts& each : told().facts) {
        const auto age = ageOn(each, told().facts.book(), sampleDay);
        if (!age || *age > 31)
            continue;
        ++young;
        const AccountScore score = told().score(each);
        for (const QStringView measure : {u"usage_trend", u"licence_use"})
            if (const Contribution* found = score.find(measure))
                CHECK(found->state == State::NotApplicable);
        CHECK_FALSE(isCapped(score, "licence_empty"));
        CHECK_FALSE(isCapped(score, "no_use"));
    }
    CHECK(young >= 1);
}

TEST_CASE("a firm of which hardly anything is known is never green", "[health][sample]")
{
    for (const AccountFacts* each : told().story(20)) {
        INFO(each->account.name.toStdString());
        CHECK(told().score(*each).known != health::Known::Well);
        CHECK(told().score(*each).band != u"green");
    }
}

TEST_CASE("contributions add up to the score exactly, and each names its records", "[health][sample]")
{
    for (const AccountScore& score : told().scorer.scoreAll(sampleDay)) {
        qint64 parts = 0;
        for (const Contribution& each : score.contributions) {
            INFO(each.measure.toStdString());
            parts += each.parts();
            CHECK_FALSE(each.why.key.isEmpty());
            // Only "none" has none: no sponsor named, nobody in contact.
            if (each.state == State::Scored && !each.why.key.endsWith(u".none"))
                CHECK_FALSE(each.why.records.empty());
        }
        if (score.computed) {
            CHECK(Fraction(parts, score.denominator()) == *score.computed);
            const auto rounded = health::roundedPoints(score, 2);
            CHECK(std::accumulate(rounded.begin(), rounded.end(), qint64(0)) == score.computed->rounded(2));
        }
    }
}

TEST_CASE("a weekly trend shows the numbers that each week's score shows", "[health][sample]")
{
    const auto trends = told().scorer.trends(sampleDay, 26);
    REQUIRE(trends.size() == told().facts.size());
    for (const int week : {0, 9, 25}) {
        const QDate day = sampleDay.addDays(-7 * (25 - week));
        for (std::size_t i = 0; i < told().facts.size(); ++i) {
            const health::TrendPoint& point = trends[i][std::size_t(week)];
            const auto score = told().scorer.score(told().facts.at(i).id(), day, health::Detail::Numbers);
            CHECK(point.day == day);
            CHECK(point.shown == (score ? score->shown : std::nullopt));
            CHECK(point.band == (score ? score->computedBand : QString()));
        }
    }
}
