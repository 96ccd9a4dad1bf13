// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "tests/support/printers.h"

#include <numeric>

using namespace steward;
using namespace steward::content;
using namespace Qt::Literals::StringLiterals;

namespace {

const Content& content_()
{
    static const Content content = shipped().value();
    return content;
}

const Scorecards& cards() { return content_().scorecards; }

struct Case
{
    QString name;
    QString scorecard;
    std::map<QString, int> scores;
    QStringList notApplicable;
    qint64 numerator;
    qint64 denominator;
    qint64 coverageParts; ///< scored weight
    qint64 coverageWhole; ///< applicable weight
};

std::map<QString, int> scores(const char* text)
{
    std::map<QString, int> map;
    const QStringList pairs = QString::fromLatin1(text).split(u' ');
    for (qsizetype at = 0; at + 1 < pairs.size(); at += 2)
        map.emplace(pairs[at], pairs[at + 1].toInt());
    return map;
}

/// The seven worked cases of the design of the score: measure scores given, the answer as a fraction of integers.
std::vector<Case> workedCases()
{
    const QStringList card{u"card"_s};
    return {
        {u"steady"_s, u"high_touch"_s,
         scores("usage_trend 80 licence_use 84 breadth 76 last_use 100 payment 100 tickets_open 100 tickets_trend 95 "
                "risks_open 100 goals 80 value_recent 80 nps 80 csat 85 silence 95 touch_cadence 100 sponsor 98 "
                "champion 100 threads 85 pulse 85"),
         card, 8573, 98, 98, 98},
        {u"sponsor left"_s, u"high_touch"_s,
         scores("usage_trend 80 licence_use 84 breadth 76 last_use 100 payment 100 tickets_open 100 tickets_trend 95 "
                "risks_open 100 goals 80 value_recent 80 nps 80 csat 85 silence 95 touch_cadence 100 sponsor 0 "
                "champion 0 threads 60 pulse 85"),
         card, 7587, 98, 98, 98},
        {u"quiet decline"_s, u"mid_touch"_s,
         scores("usage_trend 71 licence_use 48 breadth 60 last_use 100 payment 100 tickets_open 100 tickets_trend 90 "
                "risks_open 100 goals 50 value_recent 33 nps 70 silence 60 touch_cadence 35 sponsor 92 champion 65 "
                "threads 25"),
         card, 5992, 89, 89, 96},
        {u"stuck onboarding"_s, u"onboarding"_s,
         scores("last_use 20 early_use 15 payment 100 tickets_open 100 risks_open 80 goal_agreed 0 plan_progress 10 "
                "time_to_value 20 csat 85 silence 60 touch_cadence 50 sponsor 60 threads 60 pulse 45"),
         card, 3765, 98, 98, 98},
        {u"dead card"_s,
         u"tech_touch"_s,
         scores("usage_trend 80 licence_use 80 breadth 70 last_use 100 payment 60 card 15 tickets_open 100 "
                "tickets_trend 90 silence 75 threads 75"),
         {u"time_to_value"_s},
         6115,
         81,
         81,
         92},
        {u"sparse import"_s,
         u"mid_touch"_s,
         scores("usage_trend 60 last_use 90 nps 30 tickets_open 80 csat 45 payment 100"),
         {},
         135,
         2,
         42,
         100},
        {u"contract only"_s, u"mid_touch"_s, scores("payment 100"), {}, 100, 1, 7, 100},
    };
}

} // namespace

TEST_CASE("the shipped weights give the worked cases to the exact fraction", "[scorecard]")
{
    for (const Case& given : workedCases()) {
        INFO(given.name.toStdString());
        const Scorecard* card = findById(cards().scorecards, given.scorecard);
        REQUIRE(card);
        qint64 sum = 0;
        qint64 scored = 0;
        qint64 applicable = 0;
        for (const auto& [measure, weight] : card->weights) {
            if (given.notApplicable.contains(measure))
                continue;
            applicable += weight;
            if (const auto score = given.scores.find(measure); score != given.scores.end()) {
                sum += weight * Score::whole(score->second).micro;
                scored += weight;
            }
        }
        CHECK(sum * given.denominator == given.numerator * scored * Score::perPoint);
        CHECK(scored == given.coverageParts);
        CHECK(applicable == given.coverageWhole);
    }
}

TEST_CASE("licence use is read by the age of the contract", "[scorecard]")
{
    const Measure* licence = findById(cards().measures, u"licence_use");
    REQUIRE(licence);
    CHECK(licence->points(u"young"_s).at({40, 1}).micro == 62'500'000);
    CHECK(licence->points(u"settled"_s).at({40, 1}).micro == 40'000'000);
    CHECK(licence->points(u"grown"_s).at({40, 1}).micro == 27'500'000);
    CHECK(licence->days(u"age_from.settled"_s) == 181);
}

TEST_CASE("the scorecards ship with everything the score needs", "[scorecard]")
{
    CHECK(cards().measures.size() >= 24);
    CHECK(cards().caps.size() == 13);
    CHECK(cards().override.reasons.size() == 9);
    CHECK(cards().override.mostDays == 60);
    CHECK(cards().override.minNote == 15);
    CHECK(cards().unknownBelow == 30);
    CHECK(cards().partlyBelow == 60);
    REQUIRE(cards().bands.size() == 3);
    CHECK(cards().bands[0].from == 75);
    CHECK(cards().bands[1].from == 50);
    CHECK(cards().scorecards.front().id == u"onboarding");
    CHECK(cards().scorecards.back().id == u"mid_touch");
}

TEST_CASE("freshness limits are those of the design", "[scorecard]")
{
    struct Row
    {
        QString measure;
        std::optional<int> days;
    };
    const auto row = GENERATE(values<Row>({{u"usage_trend"_s, 14},
                                           {u"last_use"_s, 14},
                                           {u"early_use"_s, 14},
                                           {u"licence_use"_s, 35},
                                           {u"breadth"_s, 35},
                                           {u"payment"_s, 35},
                                           {u"card"_s, 60},
                                           {u"tickets_open"_s, 7},
                                           {u"tickets_trend"_s, 14},
                                           {u"goals"_s, 95},
                                           {u"nps"_s, 365},
                                           {u"csat"_s, 90},
                                           {u"ces"_s, 180},
                                           {u"pulse"_s, 90},
                                           {u"sponsor"_s, std::nullopt}}));
    const Measure* measure = findById(cards().measures, row.measure);
    REQUIRE(measure);
    CHECK(measure->freshDays == row.days);
}

TEST_CASE("each of the six churn signals has a measure and a cap or points of its own", "[scorecard]")
{
    const QStringList measures = u"usage_trend payment card sponsor nps licence_use"_s.split(u' ');
    for (const QString& id : measures)
        CHECK(findById(cards().measures, id));
    const QStringList caps = u"no_use payment_60 card_dead sponsor_left sponsor_unhappy licence_empty"_s.split(u' ');
    for (const QString& id : caps)
        CHECK(findById(cards().caps, id));
}

TEST_CASE("sentences of measures and caps are found by key with typed arguments", "[scorecard]")
{
    const Sentence* fell = content_().catalogue.find(u"measure.usage_trend.down");
    REQUIRE(fell);
    CHECK(fell->en == u"{metric} fell from {before} to {now} ({pct}) in the last four weeks");
    REQUIRE(fell->arguments.size() == 4);
    CHECK(fell->arguments[0] == NamedArgument{u"metric"_s, ArgumentType::Text});
    CHECK(fell->arguments[3] == NamedArgument{u"pct"_s, ArgumentType::Percent});
    const Sentence* dead = content_().catalogue.find(u"cap.card_dead");
    REQUIRE(dead);
    CHECK(dead->arguments[1] == NamedArgument{u"amount"_s, ArgumentType::Money});
}

TEST_CASE("a condition is a name or a name with a limit", "[scorecard]")
{
    const std::optional<Condition> age = conditionFrom(u"age<60");
    REQUIRE(age);
    CHECK(age->name == u"age");
    CHECK(age->comparison == '<');
    CHECK(age->limit == Fixed::whole(60));
    CHECK(conditionFrom(u"quiet_period"));
    for (const char16_t* wrong : {u"", u"<60", u"age<", u"age<many", u"Age<60", u"age 60"})
        CHECK_FALSE(conditionFrom(wrong));
}
