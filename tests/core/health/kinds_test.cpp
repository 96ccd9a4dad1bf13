// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/sample_book.h"

#include <set>

/// What the data of a measure must have for its kind, and what its sentences carry.
using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Broken
{
    const char* what;
    const char* from;
    const char* to;
    Code code;
};

const Broken brokenMeasures[] = {
    {"a kind that nobody computes", "\"evidence\": \"trend\"", "\"evidence\": \"trends\"",
     Code("content.evidence.unknown")},
    {"a number the kind needs", "\"min_history\": 42", "\"min_histories\": 42", Code("content.evidence.missing")},
    {"a sentence the kind needs", "\"flat\": {", "\"level\": {", Code("content.evidence.missing")},
    {"a state the kind needs", "\"unmet\": 35", "\"unmeet\": 35", Code("content.evidence.missing")},
    {"points the kind needs", "\"settled\": [[", "\"setled\": [[", Code("content.evidence.missing")},
    {"a kind of data that nobody has", "\"reads\": [\"usage\", \"subscriptions\"]",
     "\"reads\": [\"usage\", \"pigeons\"]", Code("content.evidence.unknown")},
    {"a condition the kind does not judge", "\"not_applicable\": [\"free_plan\"", "\"not_applicable\": [\"no_seats\"",
     Code("content.evidence.unknown")},
    {"a number a cap needs", "\"working_days\": 20", "\"work_days\": 20", Code("content.evidence.missing")},
};

/// The types of an argument that a sentence may be given.
bool fits(const Argument& argument, content::ArgumentType type)
{
    switch (type) {
    case content::ArgumentType::Text:
        return std::holds_alternative<QString>(argument);
    case content::ArgumentType::Count:
        return std::holds_alternative<qint64>(argument);
    case content::ArgumentType::Number:
    case content::ArgumentType::Percent:
        return std::holds_alternative<double>(argument) || std::holds_alternative<qint64>(argument);
    case content::ArgumentType::Date:
        return std::holds_alternative<QDate>(argument);
    case content::ArgumentType::Money:
        return std::holds_alternative<Money>(argument);
    }
    return false;
}

void checkArguments(const health::Explanation& why, const content::Catalogue& catalogue, std::set<QString>& said)
{
    INFO(why.key.toStdString());
    const content::Sentence* sentence = catalogue.find(why.key);
    REQUIRE(sentence);
    said.insert(why.key);
    const QStringList used = content::placeholdersOf(sentence->en);
    for (std::size_t i = 0; i < sentence->arguments.size(); ++i) {
        const content::NamedArgument& named = sentence->arguments[i];
        INFO(named.name.toStdString());
        if (i < why.arguments.size())
            CHECK(fits(why.arguments[i], named.type));
        else
            CHECK_FALSE(used.contains(named.name));
    }
    CHECK(why.arguments.size() <= sentence->arguments.size());
}

} // namespace

TEST_CASE("every shipped measure and cap has what its kind demands, and every kind is used", "[health]")
{
    const content::Scorecards& cards = shippedContent().scorecards;
    CHECK(health::checkKinds(cards).empty());
    CHECK(cards.measures.size() >= 24);
    CHECK(cards.caps.size() == 13);
    for (const health::MeasureKind* kind : health::measureKinds())
        CHECK(std::ranges::any_of(cards.measures, [kind](const content::Measure& each) {
            return each.evidence == QString::fromLatin1(kind->id.data(), qsizetype(kind->id.size()));
        }));
}

TEST_CASE("what a measure or cap lacks for its kind is named, and no score is made of it", "[health]")
{
    for (const Broken& broken : brokenMeasures) {
        INFO(broken.what);
        QByteArray bytes = content::shippedFile(u"scorecards.json"_s);
        const auto at = bytes.indexOf(broken.from);
        REQUIRE(at >= 0);
        bytes.replace(at, qsizetype(std::strlen(broken.from)), broken.to);
        const content::Scorecards cards = content::parseScorecards(bytes).value;
        const content::Issues issues = health::checkKinds(cards);
        CHECK(std::ranges::count(issues, broken.code, &Message::code) > 0);
        const auto model = health::Model::make(cards, shippedContent().journeys);
        REQUIRE_FALSE(model);
        CHECK(model.error().code == Code("health.scorecards"));
    }
}

TEST_CASE("sentences carry the arguments that the content names, each of its type", "[health][sample]")
{
    const SampleScores& sample = SampleScores::book();
    std::set<QString> said;
    for (const int back : {0, 60, 150, 300})
        for (const AccountScore& score : sample.scorer.scoreAll(sampleDay.addDays(-back))) {
            for (const Contribution& each : score.contributions)
                checkArguments(each.why, sample.content.catalogue, said);
            for (const health::CapStep& each : score.caps)
                checkArguments(each.why, sample.content.catalogue, said);
        }
    CHECK(said.size() > 60);
}
