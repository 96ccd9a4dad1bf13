// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/sample_parts.h"

#include <QJsonArray>

namespace steward::content {

namespace {

std::map<QString, int> wholesIn(Reader reader)
{
    std::map<QString, int> wholes;
    const QStringList names = reader.object().keys();
    for (const QString& name : names) {
        if (reader.object().value(name).isDouble())
            wholes.emplace(name, reader.whole(name));
    }
    return wholes;
}

/// A pattern holds numbers, lists of numbers and words.
void readPattern(Reader pattern, SampleStory& story)
{
    const QStringList names = pattern.object().keys();
    for (const QString& name : names) {
        const QJsonValue value = pattern.object().value(name);
        if (value.isString()) {
            story.words.emplace(name, value.toString());
        } else if (value.isArray()) {
            std::vector<int>& figures = story.figures[name];
            for (const QJsonValue figure : value.toArray())
                figures.push_back(figure.toInt());
        } else {
            story.figures[name] = {pattern.whole(name)};
        }
    }
}

SampleStory storyFrom(Reader reader)
{
    SampleStory story;
    story.id = reader.whole(u"id");
    story.name = reader.text(u"name");
    story.pattern = reader.text(u"text");
    story.shows = reader.text(u"shows");
    story.accounts = reader.whole(u"accounts");
    story.segments = wholesIn(reader.child(u"segments"));
    readPattern(reader.child(u"pattern"), story);
    story.churnReasons = reader.words(u"churn");
    story.trades = reader.words(u"trades");
    int sum = 0;
    for (const auto& [segment, accounts] : story.segments)
        sum += accounts;
    if (sum != story.accounts)
        reader.report(Code("content.story.segments"), u"segments", {qint64(sum), qint64(story.accounts)});
    return story;
}

void readShape(Reader& file, SampleStories& stories)
{
    stories.accounts = file.whole(u"accounts");
    stories.months = file.whole(u"months");
    stories.csms = file.whole(u"csms");
    stories.arrTotal = file.whole(u"arr_total");
    stories.topAccounts = file.whole(u"top_accounts");
    stories.topShare = file.whole(u"top_share");
    stories.currency = file.word(u"currency");
    file.each(u"other_currencies", [&](Reader reader) {
        stories.otherCurrencies.emplace_back(reader.word(u"currency"), reader.whole(u"accounts"));
    });
    file.each(u"rates",
              [&](Reader reader) { stories.rates.emplace_back(reader.word(u"currency"), reader.word(u"rate")); });
    stories.facts = wholesIn(file.child(u"facts"));
    Reader renewals = file.child(u"renewals");
    stories.renewalsNext90 = renewals.whole(u"next_90_days");
    stories.renewalsPassed = renewals.whole(u"passed_unrecorded");
    Reader rhythm = file.child(u"rhythm");
    stories.rhythm = wholesIn(rhythm);
    stories.yearEnd = {rhythm.word(u"year_end_from"), rhythm.word(u"year_end_to")};
    file.each(u"segments", [&](Reader reader) {
        stories.segments.push_back(
            {reader.word(u"id"), reader.whole(u"accounts"), reader.range(u"arr"), reader.range(u"seats")});
    });
}

void checkSums(const SampleStories& stories, Issues& issues)
{
    const QString place = QStringLiteral("sample/stories.json stories");
    int accounts = 0;
    std::map<QString, int> mix;
    for (const SampleStory& story : stories.stories) {
        accounts += story.accounts;
        for (const auto& [segment, count] : story.segments)
            mix[segment] += count;
    }
    if (accounts != stories.accounts)
        issues.push_back({Code("content.stories.sum"), {place, qint64(accounts), qint64(stories.accounts)}});
    for (const SampleSegment& segment : stories.segments) {
        if (mix[segment.id] != segment.accounts)
            issues.push_back({Code("content.stories.mix"), {place, segment.id, qint64(mix[segment.id])}});
    }
}

void checkStoryIds(const SampleStories& stories, Issues& issues)
{
    std::map<int, int> seen;
    for (const SampleStory& story : stories.stories) {
        if (++seen[story.id] == 2)
            issues.push_back(
                {Code("content.id.twice"), {QStringLiteral("sample/stories.json stories"), QString::number(story.id)}});
    }
}

} // namespace

void readStories(const QByteArray& bytes, SampleStories& stories, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/stories.json"), issues);
    readShape(file, stories);
    file.each(u"stories", [&](Reader reader) { stories.stories.push_back(storyFrom(std::move(reader))); });
    file.each(u"marks", [&](Reader reader) {
        stories.marks.push_back({reader.word(u"id"), reader.whole(u"accounts"), reader.text(u"text")});
    });
    checkIds(stories.segments, QStringLiteral("sample/stories.json segments"), issues);
    checkIds(stories.marks, QStringLiteral("sample/stories.json marks"), issues);
    checkStoryIds(stories, issues);
    checkSums(stories, issues);
}

} // namespace steward::content
