// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "tests/core/content/broken_copy.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::content;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the shipped content has nothing wrong with it", "[shipped]")
{
    const Parsed<Content> parsed = parseContent(shippedFiles());
    INFO(listed(parsed.issues));
    CHECK(parsed.isGood());
    CHECK(shipped());
    CHECK(shippedSample());
}

TEST_CASE("every text has a key of its own and keys are in the catalogue", "[shipped]")
{
    const Content content = shipped().value();
    CHECK(content.catalogue.keys().size() > 800);
    CHECK(content.catalogue.find(u"kpi.nrr.text"));
    CHECK(content.catalogue.find(u"words.churn_reason.price"));
    CHECK_FALSE(content.catalogue.find(u"kpi.nrr.texts"));
}

TEST_CASE("what a start reads of the shipped content is what its checks saw, reviews apart", "[shipped]")
{
    const Content read = shipped().value();
    const Content checked = parseContent(shippedFiles()).value;
    QStringList keys = checked.catalogue.keys();
    keys.removeIf([](const QString& key) { return key.startsWith(u"qbr."); });
    QStringList found = read.catalogue.keys();
    keys.sort();
    found.sort();
    CHECK(keys.size() > 800);
    REQUIRE(found == keys);
    for (const QString& key : keys) {
        INFO(key.toStdString());
        const Sentence& one = *read.catalogue.find(key);
        const Sentence& other = *checked.catalogue.find(key);
        CHECK(one.en == other.en);
        CHECK(one.arguments == other.arguments);
    }
    CHECK(read.plays.size() == checked.plays.size());
    CHECK(read.signalRules.kinds.size() == checked.signalRules.kinds.size());
}

TEST_CASE("the NPS question stands word for word", "[shipped]")
{
    const Content content = shipped().value();
    const Question* nps = findById(content.surveys.questions, u"nps");
    REQUIRE(nps);
    QString asked = nps->text.en;
    asked.replace(u"{product}"_s, u"XX"_s);
    CHECK(asked == u"On a scale of 0-10, how likely are you to recommend XX to a friend or colleague?");
    REQUIRE(findById(content.surveys.questions, nps->followUp));
    CHECK(findById(content.surveys.questions, nps->followUp)->text.en == u"What is the main reason for your score?");
}

TEST_CASE("segments carry rhythm, QBRs and hours", "[shipped]")
{
    struct Row
    {
        QString id;
        int touch; ///< 0: none planned
        int qbrs;
        int onboarding;
        int minutes;
    };
    const auto row = GENERATE(values<Row>({{u"enterprise"_s, 14, 4, 90, 1440},
                                           {u"mid"_s, 30, 2, 45, 480},
                                           {u"self"_s, 0, 1, 14, 18},
                                           {u"startup"_s, 21, 2, 21, 240},
                                           {u"msp"_s, 21, 4, 60, 720},
                                           {u"expert"_s, 60, 1, 30, 300},
                                           {u"guided"_s, 14, 2, 75, 420},
                                           {u"public"_s, 30, 2, 120, 540}}));
    const Content content = shipped().value();
    REQUIRE(content.segments.size() == 8);
    const Segment* segment = findById(content.segments, row.id);
    REQUIRE(segment);
    CHECK((segment->touch ? segment->touch->everyDays : 0) == row.touch);
    CHECK(segment->qbrsPerYear == row.qbrs);
    CHECK(segment->onboardingDays == row.onboarding);
    CHECK(segment->minutesPerQuarter == row.minutes);
    CHECK(segment->hasNamedPerson == (row.id != u"self"));
}

TEST_CASE("the rhythm of a startup slows down after six months", "[shipped]")
{
    const Content content = shipped().value();
    const Segment* startup = findById(content.segments, u"startup");
    REQUIRE(startup);
    const std::optional<TouchRhythm>& touch = startup->touch;
    REQUIRE(touch);
    CHECK(touch->daysAt(0) == 21);
    CHECK(touch->daysAt(5) == 21);
    CHECK(touch->daysAt(6) == 45);
}

TEST_CASE("three journeys hold their stages in order and the onboarding milestone", "[shipped]")
{
    struct Row
    {
        QString id;
        QString stages;
    };
    const auto row = GENERATE(values<Row>(
        {{u"lifecycle"_s, u"acquisition purchase onboarding adoption support retention"_s},
         {u"journey_map"_s, u"lead_acquisition conversion onboarding adoption escalation renewal advocacy"_s},
         {u"core"_s, u"presales onboarding early_usage mature_usage support_upsell"_s}}));
    const Content content = shipped().value();
    const JourneyTemplate* journey = findById(content.journeys.templates, row.id);
    REQUIRE(journey);
    QStringList ids;
    for (const JourneyStage& stage : journey->stages) {
        ids.append(stage.id);
        CHECK_FALSE(stage.text.en.isEmpty());
        CHECK_FALSE(stage.metrics.empty());
        CHECK_FALSE(stage.friction.empty());
    }
    CHECK(ids.join(u' ') == row.stages);
    CHECK(content.journeys.milestones.size() == 18);
}

TEST_CASE("what 4.1 says about onboarding is written out in the other journeys", "[shipped]")
{
    const Content content = shipped().value();
    const auto onboarding = [&](QStringView id) {
        const JourneyTemplate* journey = findById(content.journeys.templates, id);
        const JourneyStage* stage = journey ? findById(journey->stages, u"onboarding") : nullptr;
        return stage ? *stage : JourneyStage();
    };
    REQUIRE_FALSE(onboarding(u"lifecycle").outcome.en.isEmpty());
    CHECK(onboarding(u"journey_map").outcome.en == onboarding(u"lifecycle").outcome.en);
    CHECK(onboarding(u"core").outcome.en == onboarding(u"lifecycle").outcome.en);
    CHECK(onboarding(u"journey_map").friction.size() == onboarding(u"lifecycle").friction.size() + 1);
}

TEST_CASE("every figure has a definition and an empty note to calibrate", "[shipped]")
{
    const Content content = shipped().value();
    const QStringList wanted =
        u"customer logo_churn mrr mrr_movements net_mrr_churn gross_churn_rate grr nrr arr renewal_rate retention_rate "
        "expansion_rate clv nps csat ces response_rate ttv time_to_first_action activation_rate onboarding_completion "
        "licence_utilisation adoption_rate feature_adoption health at_risk_arr forecast cadence_kept multi_contact "
        "loop_closed play_worked baseline cs_objective"_s.split(u' ');
    for (const QString& id : wanted) {
        INFO(id.toStdString());
        const Kpi* kpi = findById(content.kpis.kpis, id);
        REQUIRE(kpi);
        CHECK(kpi->calibrate.isEmpty());
        CHECK(kpi->text.en.endsWith(u'.'));
    }
    CHECK(content.kpis.objectives.size() == 4);
    CHECK(content.kpis.lists.size() == 4);
}
