// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/roll_up.h"
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct WorkedCase
{
    const char* name;
    const char* scorecard;
    const char* scores; ///< measure, score; "na" for not applicable; the others are unknown
    Fraction computed;
    Fraction coverage;
    const char* cap;
    const char* band; ///< "": unknown
    Fraction shown;
};

const health::Model& model()
{
    static const health::Model model =
        health::Model::make(shippedContent().scorecards, shippedContent().journeys).value();
    return model;
}

AccountScore scoreOf(const WorkedCase& given)
{
    std::map<QString, QString> told;
    const QStringList words = QString::fromLatin1(given.scores).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        told[words[i]] = words[i + 1];
    const auto card =
        std::ranges::find(model().cards(), QString::fromLatin1(given.scorecard), &health::Model::Card::id);
    REQUIRE(card != model().cards().end());
    AccountScore score;
    for (const health::Weighted& each : card->measures) {
        Contribution& contribution = score.contributions.emplace_back();
        contribution.measure = each.rule->id();
        contribution.weight = each.weight;
        const auto said = told.find(each.rule->id());
        if (said == told.end())
            continue;
        contribution.state = said->second == u"na" ? State::NotApplicable : State::Scored;
        contribution.value = content::Score::whole(said->second.toInt());
        told.erase(said);
    }
    CHECK(told.empty());
    std::vector<health::MatchedCap> caps;
    if (const content::Cap* cap = content::findById(model().content().caps, QString::fromLatin1(given.cap)))
        caps.push_back({cap->id, cap->notAbove, {}});
    rollUp(score, caps, model());
    return score;
}

const WorkedCase workedCases[] = {
    {"steady",
     "high_touch",
     "usage_trend 80 licence_use 84 breadth 76 last_use 100 payment 100 card na tickets_open 100 tickets_trend 95 "
     "risks_open 100 goals 80 value_recent 80 nps 80 csat 85 silence 95 touch_cadence 100 sponsor 98 champion 100 "
     "threads 85 pulse 85",
     {8573, 98},
     {100, 1},
     "",
     "green",
     {8573, 98}},
    {"sponsor was also champion and left",
     "high_touch",
     "usage_trend 80 licence_use 84 breadth 76 last_use 100 payment 100 card na tickets_open 100 tickets_trend 95 "
     "risks_open 100 goals 80 value_recent 80 nps 80 csat 85 silence 95 touch_cadence 100 sponsor 0 champion 0 "
     "threads 60 pulse 85",
     {7587, 98},
     {100, 1},
     "sponsor_left",
     "yellow",
     {74, 1}},
    {"quiet decline",
     "mid_touch",
     "usage_trend 71 licence_use 48 breadth 60 last_use 100 payment 100 card na tickets_open 100 tickets_trend 90 "
     "risks_open 100 goals 50 value_recent 33 nps 70 silence 60 touch_cadence 35 sponsor 92 champion 65 threads 25",
     {5992, 89},
     {8900, 96},
     "",
     "yellow",
     {5992, 89}},
    {"stuck onboarding",
     "onboarding",
     "last_use 20 early_use 15 payment 100 card na tickets_open 100 risks_open 80 goal_agreed 0 plan_progress 10 "
     "time_to_value 20 csat 85 silence 60 touch_cadence 50 sponsor 60 threads 60 pulse 45",
     {3765, 98},
     {100, 1},
     "",
     "red",
     {3765, 98}},
    {"dead card",
     "tech_touch",
     "usage_trend 80 licence_use 80 breadth 70 last_use 100 payment 60 card 15 tickets_open 100 tickets_trend 90 "
     "time_to_value na silence 75 threads 75",
     {6115, 81},
     {8100, 92},
     "card_dead",
     "yellow",
     {74, 1}},
    {"sparse import",
     "mid_touch",
     "usage_trend 60 last_use 90 nps 30 tickets_open 80 csat 45 payment 100",
     {135, 2},
     {42, 1},
     "",
     "yellow",
     {135, 2}},
};

} // namespace

TEST_CASE("the worked cases come out to the exact fraction, caps and bands with them", "[health]")
{
    for (const WorkedCase& given : workedCases) {
        INFO(given.name);
        const AccountScore score = scoreOf(given);
        CHECK(score.computed == given.computed);
        CHECK(score.coverage() == given.coverage);
        CHECK(score.shown == given.shown);
        CHECK(score.band == QString::fromLatin1(given.band));
        CHECK(score.caps.size() == (given.cap[0] ? 1u : 0u));
        qint64 parts = 0;
        for (const Contribution& each : score.contributions)
            parts += each.parts();
        CHECK(Fraction(parts, score.denominator()) == *score.computed);
    }
    CHECK(scoreOf(workedCases[5]).known == health::Known::Partly);
    CHECK(scoreOf(workedCases[0]).known == health::Known::Well);
}

TEST_CASE("a score of which too little is known has no number and no band", "[health]")
{
    const AccountScore score = scoreOf({"contract only", "mid_touch", "payment 100", {}, {}, "", "", {}});
    CHECK(score.coverage() == Fraction(7, 1));
    CHECK(score.known == health::Known::No);
    CHECK_FALSE(score.computed);
    CHECK_FALSE(score.shown);
    CHECK(score.band.isEmpty());
}

TEST_CASE("bands are half-open on the exact value", "[health]")
{
    const auto band = [](qint64 numerator, qint64 denominator) { return model().bandOf(numerator, denominator).id; };
    CHECK(band(50, 1) == u"yellow");
    CHECK(band(51, 1) == u"yellow");
    CHECK(band(75, 1) == u"green");
    CHECK(band(76, 1) == u"green");
    CHECK(band(4999, 100) == u"red");
    CHECK(band(7499, 100) == u"yellow");
    CHECK(band(0, 1) == u"red");
}

TEST_CASE("published roll-ups of other products come out to the exact fraction", "[health]")
{
    struct Part
    {
        int weight;
        int value;
    };
    struct Case
    {
        const char* name;
        std::vector<Part> parts;
        Fraction expected;
    };
    // A mean inside a part becomes shares of its weight, so that nothing is rounded on the way.
    const Case cases[] = {
        {"Natero: 83 (7), mean of 76 and 65 (5), mean of 81, 65 and 90 (8), 54 (3)",
         {{42, 83}, {15, 76}, {15, 65}, {16, 81}, {16, 65}, {16, 90}, {18, 54}},
         Fraction(10349, 138)},
        {"Natero with whole means", {{7, 83}, {5, 71}, {8, 79}, {3, 54}}, Fraction(1730, 23)},
        {"Vitally", {{1, 10}, {1, 10}, {1, 0}}, Fraction(20, 3)},
        {"Vitally, weighted", {{40, 10}, {40, 5}, {20, 0}}, Fraction(6, 1)},
        {"Totango, usage", {{5, 100}, {3, 60}, {2, 0}}, Fraction(68, 1)},
        {"Totango, voice", {{6, 60}, {4, 100}}, Fraction(76, 1)},
        {"Totango, all", {{5, 68}, {2, 100}, {3, 76}}, Fraction(384, 5)},
        {"Totango, quality", {{5, 100}, {3, 60}, {2, 40}}, Fraction(76, 1)},
    };
    for (const Case& each : cases) {
        INFO(each.name);
        AccountScore score;
        for (const Part& part : each.parts) {
            Contribution contribution;
            contribution.weight = part.weight;
            contribution.state = part.value == 0 ? State::KnownZero : State::Scored;
            contribution.value = content::Score::whole(part.value);
            score.contributions.push_back(contribution);
        }
        rollUp(score, {}, model());
        CHECK(score.computed == each.expected);
        CHECK(score.coverage() == Fraction(100, 1));
    }
}

TEST_CASE("what is unknown shares its weight and lowers coverage, and what does not apply leaves coverage alone",
          "[health]")
{
    AccountScore score;
    const auto contribution = [](int weight, State state, int value) {
        Contribution each;
        each.weight = weight;
        each.state = state;
        each.value = content::Score::whole(value);
        return each;
    };
    score.contributions = {contribution(50, State::Scored, 80), contribution(30, State::Scored, 40),
                           contribution(20, State::Unknown, 0)};
    rollUp(score, {}, model());
    CHECK(score.computed == Fraction(65, 1));
    CHECK(score.coverage() == Fraction(80, 1));
    score.contributions[2].state = State::NotApplicable;
    rollUp(score, {}, model());
    CHECK(score.computed == Fraction(65, 1));
    CHECK(score.coverage() == Fraction(100, 1));
    score.contributions = {contribution(80, State::NotApplicable, 0), contribution(20, State::NotApplicable, 0)};
    rollUp(score, {}, model());
    CHECK(score.known == health::Known::No);
    CHECK_FALSE(score.computed);
}

TEST_CASE("every cap that matches is a step, and the lowest wins and none raises", "[health]")
{
    AccountScore score;
    Contribution all;
    all.weight = 100;
    all.state = State::Scored;
    all.value = content::Score::whole(88);
    score.contributions = {all};
    rollUp(score, {{u"low"_s, 49, {}}, {u"middle"_s, 74, {}}, {u"high"_s, 95, {}}}, model());
    REQUIRE(score.caps.size() == 3);
    CHECK(score.computed == Fraction(88, 1));
    CHECK(score.caps[0].cap == u"high");
    CHECK(score.caps[0].after == Fraction(88, 1));
    CHECK(score.caps[1].before == Fraction(88, 1));
    CHECK(score.caps[1].after == Fraction(74, 1));
    CHECK(score.caps[2].before == Fraction(74, 1));
    CHECK(score.shown == Fraction(49, 1));
    CHECK(score.computedBand == u"red");
}
