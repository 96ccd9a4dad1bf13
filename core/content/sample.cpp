// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/sample.h"

#include "core/content/reader.h"
#include "core/content/sample_parts.h"

namespace steward::content {

namespace {

void readComments(const QByteArray& bytes, SampleContent& sample, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/comments.json"), issues);
    file.each(u"comments", [&](Reader reader) {
        sample.comments.push_back({reader.word(u"id"), reader.range(u"score"), reader.words(u"themes"),
                                   reader.word(u"sentiment"), reader.words(u"traits"), sampleText(reader, u"text")});
    });
    checkIds(sample.comments, QStringLiteral("sample/comments.json comments"), issues);
}

void readTouches(const QByteArray& bytes, SampleContent& sample, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/touches.json"), issues);
    file.each(u"touches", [&](Reader reader) {
        sample.touches.push_back({reader.word(u"id"), reader.word(u"kind"), reader.word(u"direction"),
                                  reader.word(u"sentiment"), reader.wordOr(u"purpose", {}), reader.words(u"marks"),
                                  sampleText(reader, u"subject"), sampleText(reader, u"text")});
    });
    checkIds(sample.touches, QStringLiteral("sample/touches.json touches"), issues);
}

void readTickets(const QByteArray& bytes, SampleContent& sample, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/tickets.json"), issues);
    file.each(u"categories", [&](Reader reader) {
        SampleTicketCategory category{reader.word(u"id"), reader.word(u"name"), reader.word(u"theme"), {}};
        reader.each(u"subjects", [&](Reader subject) {
            category.subjects.emplace_back(sampleText(subject, u"text"), subject.word(u"priority"));
        });
        sample.tickets.push_back(std::move(category));
    });
    sample.escalations = sampleLines(file, u"escalations", {}, u"subject", u"effect");
    checkIds(sample.tickets, QStringLiteral("sample/tickets.json categories"), issues);
}

SampleGoal goalFrom(Reader reader)
{
    SampleGoal goal{reader.word(u"id"),        reader.word(u"short"),   reader.word(u"category"),
                    reader.word(u"outcome"),   reader.word(u"measure"), reader.word(u"unit"),
                    reader.whole(u"baseline"), reader.whole(u"target"), reader.word(u"vendor_goal"),
                    reader.words(u"trades")};
    if (goal.shortName.size() > 24)
        reader.report(Code("content.goal.short"), u"short", {goal.shortName});
    return goal;
}

void readTexts(const QByteArray& bytes, SampleTexts& texts, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/texts.json"), issues);
    file.each(u"goals", [&](Reader reader) { texts.goals.push_back(goalFrom(std::move(reader))); });
    checkIds(texts.goals, QStringLiteral("sample/texts.json goals"), issues);
    texts.risks = sampleLines(file, u"risks", u"kind", u"note", u"mitigation");
    texts.churn = sampleLines(file, u"churn", u"reason", u"words");
    texts.values = sampleLines(file, u"values", u"unit", u"text");
    texts.advocacy = sampleLines(file, u"advocacy", u"kind", u"title", u"text");
    texts.tasks = sampleLines(file, u"tasks", u"category", u"title");
    texts.requests = sampleLines(file, u"requests", u"route", u"request");
    texts.opportunities = sampleLines(file, u"opportunities", u"kind", u"name", u"outcome");
    texts.events = sampleLines(file, u"events", u"kind", u"note");
    texts.handover = sampleLines(file, u"handover", u"topic", u"text");
    texts.renewalCalls = sampleLines(file, u"renewal_calls", u"call", u"reason");
    texts.overrides = sampleLines(file, u"overrides", u"reason", u"note");
    texts.quietPeriods = sampleLines(file, u"quiet_periods", u"trade", u"why");
    texts.marketNotes = file.words(u"market_notes");
}

} // namespace

const QStringList& samplePlaceholders()
{
    static const QStringList names =
        QStringLiteral(
            "account amount baseline csm date feature first goal month n short sponsor successor target unit")
            .split(u' ');
    return names;
}

QString sampleText(Reader& reader, QStringView field)
{
    QString text = reader.word(field);
    const QStringList used = placeholdersOf(text);
    for (const QString& name : used) {
        if (!samplePlaceholders().contains(name))
            reader.report(Code("content.placeholder.unknown"), field, {name});
    }
    return text;
}

std::vector<SampleLine> sampleLines(Reader& file, QStringView list, QStringView kind, QStringView text,
                                    QStringView more)
{
    std::vector<SampleLine> lines;
    file.each(list, [&](Reader reader) {
        SampleLine line;
        if (!kind.isEmpty())
            line.kind = reader.word(kind);
        line.text = sampleText(reader, text);
        if (!more.isEmpty() && reader.has(more))
            line.more = sampleText(reader, more);
        lines.push_back(std::move(line));
    });
    return lines;
}

Parsed<SampleContent> parseSample(const SampleFiles& files)
{
    Parsed<SampleContent> parsed;
    SampleContent& sample = parsed.value;
    readNames(files.names, sample.names, parsed.issues);
    readComments(files.comments, sample, parsed.issues);
    readTouches(files.touches, sample, parsed.issues);
    readTickets(files.tickets, sample, parsed.issues);
    readTexts(files.texts, sample.texts, parsed.issues);
    readStories(files.stories, sample.stories, parsed.issues);
    return parsed;
}

} // namespace steward::content
