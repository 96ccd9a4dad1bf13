// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/score.h"
#include "core/query/book_content.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <algorithm>
#include <map>
#include <set>

/// What the score makes of the stories (content 9.2), and of the accounts that look like trouble and are none.
using namespace steward;
using namespace steward::tests;

namespace {

/// Scores of a sample book, on any day.
class Scores
{
public:
    explicit Scores(const SampleFacts& sample)
        : m_content(must(query::contentOf(sample.facts.book())))
        , m_scorer(must(health::Scorer::make(sample.facts, m_content.scorecards, m_content.journeys,
                                             query::groupingOf(sample.facts, m_content, sample.months.asOf))))
    {
    }
    [[nodiscard]] health::AccountScore of(const AccountFacts& facts, QDate day = sampleDay) const
    {
        auto score = m_scorer.score(facts.id(), day);
        REQUIRE(score);
        return *score;
    }

private:
    content::Content m_content;
    health::Scorer m_scorer;
};

const Scores& scores()
{
    static const Scores all(sampleBook());
    return all;
}

double shown(const health::AccountScore& score) { return score.shown ? score.shown->toDouble() : -1; }

std::set<QString> capsOf(const health::AccountScore& score)
{
    std::set<QString> caps;
    for (const auto& each : score.caps)
        caps.insert(each.cap);
    return caps;
}

/// Score of one measure; -1: takes no part.
double measure(const health::AccountScore& score, QStringView name)
{
    const auto* found = score.find(name);
    REQUIRE(found);
    return found->takesPart() ? double(found->value.micro) / double(content::Score::perPoint) : -1;
}

bool isApplicable(const health::AccountScore& score, QStringView name)
{
    return score.find(name)->state != health::State::NotApplicable;
}

std::multiset<QString> bandsOf(int story, QDate day = sampleDay)
{
    std::multiset<QString> bands;
    for (const AccountFacts* each : sampleBook().story(story))
        bands.insert(scores().of(*each, day).band);
    return bands;
}

} // namespace

TEST_CASE("the bands of the sample book are those its stories tell")
{
    for (const int story : {1, 7, 8, 11, 14, 15, 18})
        for (const QString& band : bandsOf(story)) {
            INFO("story " << story);
            CHECK(band == u"green");
        }
    for (const QString& band : bandsOf(2))
        CHECK(band == u"yellow");
    for (const QString& band : bandsOf(2, sampleBook().months.end(13)))
        CHECK(band == u"green");
    for (const int story : {3, 6, 9, 12, 21})
        for (const QString& band : bandsOf(story)) {
            INFO("story " << story);
            CHECK((band == u"yellow" || band == u"red"));
        }
    CHECK(bandsOf(19) == std::multiset<QString>{QStringLiteral("green"), QStringLiteral("red")});
    for (const AccountFacts* each : sampleBook().story(20)) {
        CHECK(scores().of(*each).known == health::Known::No);
        CHECK(scores().of(*each).coverage() < health::Fraction::whole(30));
    }
    for (const AccountFacts* each : sampleBook().story(1)) {
        INFO(each->account.name.toStdString());
        CHECK(scores().of(*each).coverage() == health::Fraction::whole(100));
    }
    CHECK(shown(scores().of(*sampleBook().story(21).front())) == Approx(46).margin(1.5));
}

TEST_CASE("what was lost with all signs was red ninety days before, what was lost without was green")
{
    int falseGreens = 0;
    for (const AccountFacts* each : sampleBook().story(4))
        falseGreens += scores().of(*each, each->account.churnedOn.addDays(-90)).band == u"green" ? 1 : 0;
    CHECK(falseGreens >= 3);
    for (const AccountFacts* each : sampleBook().story(5)) {
        INFO(each->account.name.toStdString());
        CHECK(scores().of(*each, each->account.churnedOn.addDays(-90)).band == u"red");
    }
}

TEST_CASE("each of the six signals of churn is seen where the story has it, and not in its twin")
{
    const auto story = [](int number) { return sampleBook().story(number); };
    // Falling use; a school that is empty in July has said so, a farm in harvest is judged by last year.
    for (const AccountFacts* each : story(2))
        CHECK(measure(scores().of(*each), u"usage_trend") == Approx(76).margin(3)); // 6 % less, half forgiven
    for (const AccountFacts* each : story(18)) {
        const bool isSchool = each->account.industry == u"education";
        const QDate inSeason = isSchool ? sampleDay.addDays(-85) : sampleDay;
        const auto score = scores().of(*each, inSeason);
        CHECK(isApplicable(score, u"usage_trend") != isSchool);
        CHECK(isApplicable(score, u"last_use") != isSchool);
        CHECK(score.band != u"red");
        if (!isSchool)
            CHECK(measure(score, u"usage_trend") >= 40);
    }
    // Late payment; the habitual slow payer is always as late.
    for (const AccountFacts* each : story(12)) {
        CHECK(measure(scores().of(*each), u"payment") <= 3);
        CHECK(capsOf(scores().of(*each)).count(QStringLiteral("payment_60")) == 1);
    }
    for (const AccountFacts* each : story(11))
        for (int month = 6; month <= sampleBook().months.count; ++month)
            CHECK(measure(scores().of(*each, sampleBook().months.end(month)), u"payment") >= 90);
    // A dead card; who pays by transfer has none.
    int dead = 0;
    for (const AccountFacts* each : story(13)) {
        CHECK(measure(scores().of(*each), u"card") <= 25);
        dead += static_cast<int>(capsOf(scores().of(*each)).count(QStringLiteral("card_dead")));
    }
    CHECK(dead == 2); // the third charge is not two weeks old
    for (const AccountFacts* each : story(11))
        CHECK_FALSE(isApplicable(scores().of(*each), u"card"));
    // The sponsor left; where the successor was met, that is over.
    for (const AccountFacts* each : story(3)) {
        const auto caps = capsOf(scores().of(*each));
        CHECK(caps.count(QStringLiteral("sponsor_left")) == 1);
        CHECK((caps.count(QStringLiteral("sponsor_left_renewal")) == 1) == (scores().of(*each).band == u"red"));
    }
    int replaced = 0;
    for (const AccountFacts* each : story(11)) {
        const auto inBetween = capsOf(scores().of(*each, sampleBook().months.end(13)));
        replaced += static_cast<int>(inBetween.count(QStringLiteral("sponsor_left")));
        CHECK(capsOf(scores().of(*each)).empty());
    }
    CHECK(replaced == 1);
    // Low NPS; noisy and loyal is not unhappy, and a score that was answered is over.
    CHECK(capsOf(scores().of(*story(9).front())) ==
          std::set<QString>{QStringLiteral("escalated"), QStringLiteral("sponsor_unhappy")});
    for (const AccountFacts* each : story(14)) {
        CHECK(measure(scores().of(*each), u"nps") >= 85);
        CHECK(measure(scores().of(*each), u"tickets_trend") >= 80);
        CHECK(capsOf(scores().of(*each)).empty());
    }
    for (const AccountFacts* each : story(15)) {
        CHECK(capsOf(scores().of(*each, sampleBook().months.end(8))).count(QStringLiteral("sponsor_unhappy")) == 1);
        CHECK(capsOf(scores().of(*each, sampleBook().months.end(13))).empty());
    }
    // Licences unused; in the first months nobody asks for that.
    for (const AccountFacts* each : story(10))
        CHECK(measure(scores().of(*each), u"licence_use") <= 20);
    int young = 0;
    for (const AccountFacts* each : story(7)) {
        const auto score = scores().of(*each);
        const auto* found = score.find(u"licence_use");
        young += !found || found->state == health::State::NotApplicable ? 1 : 0;
        CHECK(score.caps.empty());
    }
    CHECK(young == 1);
}

TEST_CASE("the stories hold on whatever day a sample book ends, and with whatever seed")
{
    const std::pair<QDate, quint64> books[] = {{{2026, 8, 31}, 1}, {{2027, 1, 8}, 2},    {{2028, 2, 29}, 3},
                                               {{2027, 5, 1}, 4},  {{2026, 11, 19}, 77}, {{2026, 12, 28}, 5}};
    for (const auto& [asOf, seed] : books) {
        const SampleFacts sample(60, seed, asOf);
        const Scores then(sample);
        const auto bands = [&](int story) {
            std::multiset<QString> all;
            for (const AccountFacts* each : sample.story(story))
                all.insert(then.of(*each, asOf).band);
            return all;
        };
        const QString green = QStringLiteral("green");
        const QString red = QStringLiteral("red");
        INFO(asOf.toString(Qt::ISODate).toStdString() << ", seed " << seed);
        for (const int story : {1, 8, 11, 14, 15}) {
            INFO("story " << story);
            CHECK(bands(story).count(green) == sample.story(story).size());
        }
        CHECK(bands(2).count(QStringLiteral("yellow")) == 4);
        CHECK(bands(3).count(green) == 0);
        CHECK(bands(12).count(red) == 2);
        CHECK(bands(19) == std::multiset<QString>{green, red});
        CHECK(bands(20).count(QString()) == 2);
        CHECK(bands(21).count(green) == 0);
    }
}
