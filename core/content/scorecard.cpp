// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/scorecard.h"

#include "core/content/reader.h"

#include <QJsonArray>

namespace steward::content {

namespace {

const QStringList& plainFields()
{
    static const QStringList fields{QStringLiteral("version"), QStringLiteral("fresh"), QStringLiteral("not_above")};
    return fields;
}

/// Every number of an entry that is not one of its plain fields, objects of numbers flattened with a dot.
std::map<QString, Fixed> numbersOf(Reader& reader)
{
    std::map<QString, Fixed> numbers;
    const auto add = [&](const QString& name, const QJsonValue& value) {
        if (const std::optional<Fixed> fixed = fixedFrom(value.toDouble()))
            numbers.emplace(name, *fixed);
        else
            reader.report(Code("content.field.number"), name);
    };
    const QJsonObject& object = reader.object();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.value().isDouble() && !plainFields().contains(field.key()))
            add(field.key(), field.value());
        if (!field.value().isObject() || field.key() == QStringLiteral("states"))
            continue;
        const QJsonObject inner = field.value().toObject();
        for (auto part = inner.begin(); part != inner.end(); ++part) {
            if (part.value().isDouble())
                add(field.key() + u'.' + part.key(), part.value());
        }
    }
    return numbers;
}

Points pointsFrom(Reader& reader, const QJsonValue& value, QStringView field)
{
    std::vector<Point> points;
    for (const QJsonValue pair : value.toArray()) {
        const std::optional<Fixed> x = fixedFrom(pair[0].toDouble(1e99));
        const int score = pair[1].toInt(-1);
        if (!x || std::abs(x->toWhole()) > Points::largestX || score < 0 || score > 100 || pair.toArray().size() != 2)
            reader.report(Code("content.points.shape"), field);
        else
            points.push_back({*x, score});
    }
    if (points.empty())
        reader.report(Code("content.points.shape"), field);
    return Points(std::move(points));
}

std::map<QString, Points> curvesOf(Reader& reader)
{
    std::map<QString, Points> curves;
    if (reader.has(u"points"))
        curves.emplace(QStringLiteral("points"), pointsFrom(reader, reader.object().value(u"points"), u"points"));
    const QJsonObject named = reader.object().value(u"points_by").toObject();
    for (auto curve = named.begin(); curve != named.end(); ++curve)
        curves.emplace(curve.key(), pointsFrom(reader, curve.value(), curve.key()));
    return curves;
}

std::map<QString, int> wholesOf(Reader reader)
{
    std::map<QString, int> wholes;
    const QStringList names = reader.object().keys();
    for (const QString& name : names)
        wholes.emplace(name, reader.whole(name));
    return wholes;
}

std::vector<Condition> conditionsFrom(Reader& reader, const QStringList& texts, QStringView field)
{
    std::vector<Condition> conditions;
    for (const QString& text : texts) {
        if (const std::optional<Condition> condition = conditionFrom(text))
            conditions.push_back(*condition);
        else
            reader.report(Code("content.condition"), field, {text});
    }
    return conditions;
}

Measure measureFrom(Reader reader)
{
    auto measure = reader.entryAs<Measure>();
    measure.group = reader.word(u"group");
    measure.evidence = reader.word(u"evidence");
    measure.metric = reader.wordOr(u"metric", {});
    measure.reads = reader.words(u"reads");
    if (reader.has(u"fresh"))
        measure.freshDays = reader.whole(u"fresh");
    measure.notApplicable = conditionsFrom(reader, reader.words(u"not_applicable"), u"not_applicable");
    measure.practised = reader.words(u"practised");
    measure.seenPractised = reader.words(u"seen_practised");
    measure.connectedAny = reader.words(u"connected_any");
    measure.arguments = reader.words(u"arguments");
    measure.numbers = numbersOf(reader);
    measure.curves = curvesOf(reader);
    if (reader.has(u"states"))
        measure.states = wholesOf(reader.child(u"states"));
    Reader say = reader.child(u"say");
    const QStringList sentences = say.object().keys();
    for (const QString& sentence : sentences)
        measure.say.emplace(sentence, say.text(sentence));
    return measure;
}

Scorecard scorecardFrom(Reader reader)
{
    Scorecard scorecard{reader.entry(), {}, wholesOf(reader.child(u"weights"))};
    const QJsonArray alternatives = reader.object().value(u"applies_when").toArray();
    for (const QJsonValue alternative : alternatives) {
        QStringList texts;
        for (const QJsonValue text : alternative.toArray())
            texts.append(text.toString());
        scorecard.appliesWhen.push_back(conditionsFrom(reader, texts, u"applies_when"));
    }
    return scorecard;
}

void readSettings(Reader& file, Scorecards& cards)
{
    Reader coverage = file.child(u"coverage");
    cards.unknownBelow = coverage.whole(u"unknown_below");
    cards.partlyBelow = coverage.whole(u"partly_below");
    Reader practised = file.child(u"practised");
    cards.practisedShare = practised.whole(u"share");
    cards.practisedTouchDays = practised.whole(u"touch_days");
    Reader override = file.child(u"override");
    cards.override.mostDays = override.whole(u"most_days");
    cards.override.minNote = override.whole(u"min_note");
    override.each(u"reasons", [&](Reader reason) { cards.override.reasons.push_back(reason.entry()); });
    file.each(u"bands", [&](Reader band) {
        cards.bands.push_back({band.word(u"id"), band.text(u"name"), band.whole(u"from")});
    });
    file.each(u"unknown", [&](Reader reason) { cards.unknown.push_back({reason.word(u"id"), reason.text(u"say")}); });
    file.each(u"not_applicable", [&](Reader reason) {
        cards.notApplicable.push_back({reason.word(u"id"), reason.text(u"say")});
    });
}

} // namespace

std::optional<Condition> conditionFrom(QStringView text)
{
    Condition condition;
    const qsizetype at = std::max(text.indexOf(u'<'), text.indexOf(u'>'));
    const QStringView name = at < 0 ? text : text.first(at);
    for (const QChar c : name) {
        if (!(c >= u'a' && c <= u'z') && c != u'_')
            return std::nullopt;
    }
    if (name.isEmpty())
        return std::nullopt;
    condition.name = name.toString();
    if (at < 0)
        return condition;
    bool isNumber = false;
    const std::optional<Fixed> limit = fixedFrom(text.sliced(at + 1).toDouble(&isNumber));
    if (!isNumber || !limit)
        return std::nullopt;
    condition.comparison = text[at].toLatin1();
    condition.limit = *limit;
    return condition;
}

int Scorecard::weightOf(const QString& measure) const
{
    const auto found = weights.find(measure);
    return found == weights.end() ? 0 : found->second;
}

Parsed<Scorecards> parseScorecards(const QByteArray& bytes)
{
    Parsed<Scorecards> parsed;
    Reader file = readFile(bytes, QStringLiteral("scorecards.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Scorecards& cards = parsed.value;
    readSettings(file, cards);
    file.each(u"groups", [&](Reader group) { cards.groups.push_back(group.entry()); });
    file.each(u"measures", [&](Reader measure) { cards.measures.push_back(measureFrom(std::move(measure))); });
    file.each(u"scorecards", [&](Reader card) { cards.scorecards.push_back(scorecardFrom(std::move(card))); });
    file.each(u"caps", [&](Reader cap) {
        Cap read{cap.entry(), cap.word(u"when"), cap.whole(u"not_above"), numbersOf(cap), cap.text(u"say")};
        cards.caps.push_back(std::move(read));
    });
    const Issues found = check(cards);
    parsed.issues.insert(parsed.issues.end(), found.begin(), found.end());
    return parsed;
}

} // namespace steward::content
