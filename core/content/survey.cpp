// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/survey.h"

#include "core/content/reader.h"

namespace steward::content {

namespace {

std::optional<int> wholeIf(Reader& reader, QStringView field)
{
    return reader.has(field) ? std::optional<int>(reader.whole(field)) : std::nullopt;
}

Question questionFrom(Reader reader)
{
    Question question{reader.entry(), reader.word(u"kind"), std::nullopt, reader.wordOr(u"follow_up", {})};
    if (reader.has(u"scale"))
        question.scale = reader.range(u"scale");
    return question;
}

SurveyRule ruleFrom(Reader reader)
{
    return {reader.entry(),
            reader.word(u"question"),
            reader.word(u"after"),
            reader.whole(u"days"),
            reader.word(u"touchpoint"),
            wholeIf(reader, u"every"),
            wholeIf(reader, u"not_within"),
            wholeIf(reader, u"before_renewal"),
            reader.flag(u"attendees_only")};
}

} // namespace

Parsed<Surveys> parseSurveys(const QByteArray& bytes)
{
    Parsed<Surveys> parsed;
    Reader file = readFile(bytes, QStringLiteral("surveys.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Surveys& surveys = parsed.value;
    file.each(u"questions", [&](Reader reader) { surveys.questions.push_back(questionFrom(std::move(reader))); });
    file.each(u"surveys", [&](Reader reader) { surveys.rules.push_back(ruleFrom(std::move(reader))); });
    file.each(u"holds", [&](Reader reader) { surveys.holds.push_back({reader.entry(), wholeIf(reader, u"days")}); });
    checkIds(surveys.questions, QStringLiteral("surveys.json questions"), parsed.issues);
    checkIds(surveys.rules, QStringLiteral("surveys.json surveys"), parsed.issues);
    checkIds(surveys.holds, QStringLiteral("surveys.json holds"), parsed.issues);
    const auto requireQuestion = [&](const QString& id, const QString& by) {
        if (!id.isEmpty() && !findById(surveys.questions, id))
            parsed.issues.push_back({Code("content.question.unknown"), {QString(u"surveys.json " % by), id}});
    };
    for (const Question& question : surveys.questions)
        requireQuestion(question.followUp, question.id);
    for (const SurveyRule& rule : surveys.rules)
        requireQuestion(rule.question, rule.id);
    return parsed;
}

Parsed<Brief> parseBrief(const QByteArray& bytes)
{
    Parsed<Brief> parsed;
    Reader file = readFile(bytes, QStringLiteral("brief.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    file.each(u"lines", [&](Reader reader) { parsed.value.lines.push_back(reader.entry()); });
    file.each(u"questions", [&](Reader reader) { parsed.value.questions.push_back(reader.entry()); });
    file.each(u"handover", [&](Reader reader) { parsed.value.handover.push_back(reader.entry()); });
    checkIds(parsed.value.lines, QStringLiteral("brief.json lines"), parsed.issues);
    checkIds(parsed.value.questions, QStringLiteral("brief.json questions"), parsed.issues);
    return parsed;
}

} // namespace steward::content
