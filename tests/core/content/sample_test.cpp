// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/content/content.h"
#include "tests/support/printers.h"

#include <set>

using namespace steward;
using namespace steward::content;
using namespace Qt::Literals::StringLiterals;

namespace {

const SampleContent& sample()
{
    static const SampleContent content = shippedSample().value();
    return content;
}

int withTrait(const QString& trait)
{
    int count = 0;
    for (const SampleComment& comment : sample().comments) {
        const bool has = std::any_of(comment.traits.begin(), comment.traits.end(),
                                     [&](const QString& each) { return each.startsWith(trait); });
        count += has ? 1 : 0;
    }
    return count;
}

bool isIn(const Content& content, QStringView list, const QString& id)
{
    const WordList* words = content.words.find(list);
    return words && words->find(id);
}

} // namespace

TEST_CASE("the twenty-one stories make sixty accounts in the mix of segments", "[sample]")
{
    const SampleStories& stories = sample().stories;
    CHECK(stories.stories.size() == 21);
    CHECK(stories.accounts == 60);
    const Content content = shipped().value();
    for (const SampleSegment& segment : stories.segments)
        CHECK(findById(content.segments, segment.id));
    std::set<int> ids;
    for (const SampleStory& story : stories.stories)
        ids.insert(story.id);
    CHECK(*ids.begin() == 1);
    CHECK(*ids.rbegin() == 21);
}

TEST_CASE("names come from two lists of 120 and are all different", "[sample]")
{
    CHECK(sample().names.first.size() == 120);
    CHECK(sample().names.last.size() == 120);
    CHECK(sample().names.firmStarts.size() == 24);
    CHECK(sample().names.firmEndings.size() == 8);
    CHECK(sample().names.trades.size() == 8);
    CHECK(sample().names.specialFirms.size() == 5);
    CHECK(sample().names.parents.size() == 4);
    CHECK(sample().names.features.size() == 8);
}

TEST_CASE("domains are reserved and telephone numbers are fiction", "[sample]")
{
    CHECK(sample().names.domainSuffix == u".example");
    for (const SampleFirm& firm : sample().names.specialFirms)
        CHECK(firm.domain.endsWith(u".example"));
    const QStringList fiction{u"+1 ### 555-01##"_s, u"+44 20 7946 0###"_s, u"+33 1 99 00 ## ##"_s,
                              u"+61 2 5550 ####"_s};
    for (const auto& [country, pattern] : sample().names.phones)
        CHECK(fiction.contains(pattern));
}

TEST_CASE("ninety comments carry the traits of real answers", "[sample]")
{
    CHECK(sample().comments.size() == 90);
    CHECK(withTrait(u"mixed"_s) == 6);
    CHECK(withTrait(u"sarcastic"_s) == 3);
    CHECK(withTrait(u"language:"_s) == 2);
    CHECK(withTrait(u"typo"_s) >= 5);
    std::set<QString> texts;
    for (const SampleComment& comment : sample().comments)
        texts.insert(comment.text);
    CHECK(texts.size() == 90);
}

TEST_CASE("every theme is talked about in the comments", "[sample]")
{
    const Content content = shipped().value();
    std::set<QString> used;
    for (const SampleComment& comment : sample().comments)
        used.insert(comment.themes.begin(), comment.themes.end());
    for (const Word& theme : content.words.find(u"feedback_theme")->words) {
        INFO(theme.id.toStdString());
        CHECK(used.contains(theme.id));
    }
}

TEST_CASE("sample texts use only words that the lists know", "[sample]")
{
    const Content content = shipped().value();
    const auto known = [&](QStringView list, const QString& id) {
        INFO(list.toString().toStdString() << " " << id.toStdString());
        CHECK(isIn(content, list, id));
    };
    for (const SampleComment& comment : sample().comments) {
        known(u"sentiment", comment.sentiment);
        for (const QString& theme : comment.themes)
            known(u"feedback_theme", theme);
    }
    for (const SampleTouch& touch : sample().touches) {
        known(u"touch_kind", touch.kind);
        known(u"touch_direction", touch.direction);
        known(u"sentiment", touch.sentiment);
        if (!touch.purpose.isEmpty())
            known(u"touch_purpose", touch.purpose);
    }
    for (const SampleTicketCategory& category : sample().tickets) {
        known(u"feedback_theme", category.theme);
        for (const auto& [subject, priority] : category.subjects)
            known(u"ticket_priority", priority);
    }
    for (const auto& [role, titles] : sample().names.titles)
        known(u"contact_role", role);
    for (const SampleGoal& goal : sample().texts.goals)
        known(u"goal_category", goal.category);
    const auto allKnown = [&](QStringView list, const std::vector<SampleLine>& lines) {
        for (const SampleLine& line : lines)
            known(list, line.kind);
    };
    const SampleTexts& texts = sample().texts;
    allKnown(u"risk_kind", texts.risks);
    allKnown(u"churn_reason", texts.churn);
    allKnown(u"advocacy_kind", texts.advocacy);
    allKnown(u"task_category", texts.tasks);
    allKnown(u"feedback_route", texts.requests);
    allKnown(u"opportunity_kind", texts.opportunities);
    allKnown(u"account_event", texts.events);
    allKnown(u"renewal_call", texts.renewalCalls);
}

TEST_CASE("every churn reason and every risk kind has words to show it with", "[sample]")
{
    const Content content = shipped().value();
    const auto spoken = [](const std::vector<SampleLine>& lines, const QString& id) {
        return std::any_of(lines.begin(), lines.end(), [&](const SampleLine& line) { return line.kind == id; });
    };
    for (const Word& reason : content.words.find(u"churn_reason")->words) {
        INFO(reason.id.toStdString());
        CHECK(spoken(sample().texts.churn, reason.id));
    }
    for (const Word& kind : content.words.find(u"risk_kind")->words) {
        INFO(kind.id.toStdString());
        CHECK(spoken(sample().texts.risks, kind.id));
    }
}
