// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "tests/core/content/broken_copy.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::content;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One edit of a shipped file and the check that has to notice it.
struct Damage
{
    const char* what;
    const char* file;
    const char* from;
    const char* to;
    const char* code;
};

Issues issuesOf(const Damage& damage)
{
    Files files = shippedFiles();
    const QString name = QString::fromLatin1(damage.file);
    files[name] = brokenCopy(name, damage.from, damage.to);
    return parseContent(files).issues;
}

SampleFiles sampleFiles()
{
    const auto file = [](const QString& name) { return shippedFile(u"sample/"_s + name + u".json"_s); };
    return {file(u"names"_s),   file(u"comments"_s), file(u"touches"_s),
            file(u"tickets"_s), file(u"texts"_s),    file(u"stories"_s)};
}

} // namespace

TEST_CASE("a broken copy of the content is noticed", "[checks]")
{
    const auto damage = GENERATE(values<Damage>({
        {"not JSON", "kpis.json", "{", "", "content.syntax"},
        {"a newer format", "kpis.json", "\"format\": 1", "\"format\": 2", "content.format"},
        {"an entry without id", "segments.json", "\"id\": \"mid\"", "\"id\": \"\"", "content.field.missing"},
        {"a text without English", "segments.json", "\"en\": \"Mid-touch\"", "\"en\": \"\"", "content.text.missing"},
        {"a word where a number belongs", "segments.json", "\"onboarding_days\": 45", "\"onboarding_days\": \"45\"",
         "content.field.number"},
        {"a rhythm of no days", "segments.json", "\"every_days\": 30", "\"every_days\": 0", "content.days.range"},
        {"one key for two texts", "segments.json", "\"segment.mid.annoys\"", "\"segment.mid.thanks\"",
         "content.text.conflict"},
        {"two measures of one id", "scorecards.json", "\"id\": \"last_use\"", "\"id\": \"usage_trend\"",
         "content.id.twice"},
        {"two segments of one id", "segments.json", "\"id\": \"mid\"", "\"id\": \"self\"", "content.id.twice"},
        {"two words of one id", "words.json", "\"id\": \"champion\"", "\"id\": \"sponsor\"", "content.id.twice"},
        {"two word lists of one id", "words.json", "\"id\": \"view_of_us\"", "\"id\": \"left_reason\"",
         "content.id.twice"},
        {"two KPIs of one id", "kpis.json", "\"id\": \"nrr\"", "\"id\": \"grr\"", "content.id.twice"},
        {"a signal in no lane", "signals.json", "\"lane\": \"book\"", "\"lane\": \"wall\"", "content.signal.lane"},
        {"a curve that goes back", "signals.json", "[90, 1.6]", "[20, 1.6]", "content.curve"},
        {"a signal with a play nobody has", "signals.json", "\"play\": \"silent\"", "\"play\": \"silence\"",
         "content.play.unknown"},
        {"a step on no day", "playbooks/renewal.json", "\"R-180\"", "\"180 before\"", "content.step.day"},
        {"a step nobody does", "playbooks/renewal.json", "\"owner\": \"sales\"", "\"owner\": \"sails\"",
         "content.step.owner"},
        {"a draft with a worn phrase", "playbooks/silent.json", "your team used", "just checking in: you used",
         "content.draft"},
        {"a play for a signal nobody has", "playbooks/silent.json", "\"ticket.hush\"", "\"ticket.shush\"",
         "content.signal.unknown"},
        {"points that do not rise", "scorecards.json", "[-40, 15]", "[-65, 15]", "content.points.order"},
        {"a score over 100", "scorecards.json", "[25, 100]", "[25, 101]", "content.points.shape"},
        {"a point beyond counting", "scorecards.json", "[25, 100]", "[2000000, 100]", "content.points.shape"},
        {"a state over 100", "scorecards.json", "\"low\": 80", "\"low\": 180", "content.score.range"},
        {"weights of 101", "scorecards.json", "\"sponsor\": 7", "\"sponsor\": 8", "content.weights.sum"},
        {"a weight for a measure nobody knows", "scorecards.json", "\"goal_agreed\": 6", "\"goal_agred\": 6",
         "content.measure.unknown"},
        {"a weight of nothing", "scorecards.json", "\"champion\": 1", "\"champion\": 0", "content.weight.range"},
        {"a placeholder the evidence does not have", "scorecards.json", "fell from {before}", "fell from {earlier}",
         "content.placeholder.unknown"},
        {"a placeholder a cap does not have", "scorecards.json", "Critical risk: {kind}", "Critical risk: {owner}",
         "content.placeholder.unknown"},
        {"a placeholder a brief line does not have", "brief.json", "open for {days} days", "open for {weeks} weeks",
         "content.placeholder.unknown"},
        {"a group nobody has", "scorecards.json", "\"group\": \"voice\"", "\"group\": \"choir\"",
         "content.group.unknown"},
        {"a condition nobody reads", "scorecards.json", "\"age<90\"", "\"age<ninety\"", "content.condition"},
        {"no reason for a condition", "scorecards.json", "[\"not_by_card\"]", "[\"not_by_cart\"]", "content.condition"},
        {"a cap in the best band", "scorecards.json", "\"not_above\": 74", "\"not_above\": 75", "content.cap.range"},
        {"bands out of order", "scorecards.json", "\"from\": 50", "\"from\": 80", "content.bands"},
        {"coverage out of order", "scorecards.json", "\"unknown_below\": 30", "\"unknown_below\": 70",
         "content.coverage"},
        {"no scorecard for the rest", "scorecards.json", "[[]]", "[[\"no_people\"]]", "content.scorecard.last"},
        {"a spelling of two words", "words.json", "\"admin\"", "\"owner\"", "content.spelling.twice"},
        {"a list that code needs", "words.json", "\"id\": \"renewal_call\"", "\"id\": \"renewal_cal\"",
         "content.list.missing"},
        {"a journey without the onboarding milestone", "journeys.json", "\"first_value\", \"onboarding_done\"",
         "\"first_value\"", "content.journey.onboarding"},
        {"a stage with a milestone nobody has", "journeys.json", "\"checkpoint_180\", \"checkpoint_90\"",
         "\"checkpoint_18\", \"checkpoint_90\"", "content.milestone.unknown"},
        {"a stage of no kind", "journeys.json", "\"kind\": \"beside\"", "\"kind\": \"besides\"", "content.stage.kind"},
        {"an objective with a figure nobody has", "kpis.json", "\"kpis\": [\"nrr\"", "\"kpis\": [\"nnr\"",
         "content.kpi.unknown"},
        {"a survey without its question", "surveys.json", "\"question\": \"ces\"", "\"question\": \"cse\"",
         "content.question.unknown"},
    }));
    INFO(damage.what);
    const Issues issues = issuesOf(damage);
    INFO(listed(issues));
    CHECK(hasIssue(issues, damage.code));
}

TEST_CASE("a broken copy of the sample is noticed", "[checks]")
{
    struct SampleDamage
    {
        const char* what;
        QByteArray SampleFiles::*file;
        const char* name;
        const char* from;
        const char* to;
        const char* code;
    };
    const auto damage = GENERATE(values<SampleDamage>({
        {"stories of 61", &SampleFiles::stories, "stories", "\"accounts\": 60,", "\"accounts\": 61,",
         "content.stories.sum"},
        {"a mix that does not add", &SampleFiles::stories, "stories", "\"id\": \"mid\", \"accounts\": 18",
         "\"id\": \"mid\", \"accounts\": 17", "content.stories.mix"},
        {"a story with too many segments", &SampleFiles::stories, "stories", "\"enterprise\": 2", "\"enterprise\": 3",
         "content.story.segments"},
        {"a story twice", &SampleFiles::stories, "stories", "\"id\": 2,", "\"id\": 1,", "content.id.twice"},
        {"a name twice", &SampleFiles::names, "names", "\"Aisha\"", "\"Aiko\"", "content.id.twice"},
        {"a firm of no trade", &SampleFiles::names, "names", "\"trade\": \"retail\"", "\"trade\": \"retal\"",
         "content.trade.unknown"},
        {"a placeholder nobody fills", &SampleFiles::touches, "touches", "{first}", "{frist}",
         "content.placeholder.unknown"},
        {"a goal too long for a title", &SampleFiles::texts, "texts", "Paperless inspections",
         "Paperless inspections on all lines", "content.goal.short"},
        {"a score range upside down", &SampleFiles::comments, "comments", "\"score\": [9, 10]", "\"score\": [10, 9]",
         "content.field.range"},
        {"a comment twice", &SampleFiles::comments, "comments", "\"id\": \"c02\"", "\"id\": \"c01\"",
         "content.id.twice"},
    }));
    INFO(damage.what);
    SampleFiles files = sampleFiles();
    REQUIRE(parseSample(files).isGood());
    const QString name = u"sample/"_s + QString::fromLatin1(damage.name) + u".json"_s;
    files.*damage.file = brokenCopy(name, damage.from, damage.to);
    const Issues issues = parseSample(files).issues;
    INFO(listed(issues));
    CHECK(hasIssue(issues, damage.code));
}

TEST_CASE("content cut short or scribbled over is reported and never crashes", "[checks]")
{
    const Files good = shippedFiles();
    for (const QString& name : fileNames()) {
        INFO(name.toStdString());
        Files cut = good;
        cut[name].truncate(cut[name].size() / 2);
        CHECK(hasIssue(parseContent(cut).issues, "content.syntax"));
        // Every 97th digit becomes another one: still JSON, with numbers nobody meant.
        Files scribbled = good;
        QByteArray& bytes = scribbled[name];
        for (qsizetype at = 0; at < bytes.size(); at += 97) {
            if (bytes[at] >= '0' && bytes[at] <= '9')
                bytes[at] = '9';
        }
        const Parsed<Content> parsed = parseContent(scribbled);
        CHECK_FALSE(hasIssue(parsed.issues, "content.syntax"));
    }
}

TEST_CASE("a missing file is named", "[checks]")
{
    Files files = shippedFiles();
    files.erase(u"kpis.json"_s);
    const Issues issues = parseContent(files).issues;
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].code == Code("content.file.missing"));
    CHECK(issues[0].arguments == Arguments{u"kpis.json"_s});
}

TEST_CASE("an edited copy of a book is read like the shipped one", "[checks]")
{
    Files files = shippedFiles();
    files[u"scorecards.json"_s] = brokenCopy(u"scorecards.json"_s, "\"pulse\": 5", "\"pulse\": 6");
    CHECK(hasIssue(parseContent(files).issues, "content.weights.sum"));
    files[u"scorecards.json"_s].replace("\"threads\": 5", "\"threads\": 4");
    const Parsed<Content> edited = parseContent(files);
    INFO(listed(edited.issues));
    REQUIRE(edited.isGood());
    CHECK(findById(edited.value.scorecards.scorecards, u"onboarding")->weightOf(u"pulse"_s) == 6);
}
