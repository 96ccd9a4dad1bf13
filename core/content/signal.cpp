// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/signal.h"

#include "core/content/reader.h"

#include <QJsonArray>

namespace steward::content {

namespace {

constexpr std::pair<Severity, QStringView> severities[] = {{Severity::Critical, u"critical"},
                                                           {Severity::High, u"high"},
                                                           {Severity::Medium, u"medium"},
                                                           {Severity::Low, u"low"},
                                                           {Severity::Good, u"good"}};

std::map<QString, Fixed> decimalsOf(Reader reader)
{
    std::map<QString, Fixed> numbers;
    const QStringList names = reader.object().keys();
    for (const QString& name : names)
        numbers.emplace(name, reader.decimal(name));
    return numbers;
}

Curve curveFrom(Reader& reader, QStringView field)
{
    Curve curve;
    for (const QJsonValue pair : reader.object().value(field).toArray()) {
        const auto x = fixedFrom(pair[0].toDouble(1e99));
        const auto y = fixedFrom(pair[1].toDouble(1e99));
        if (!x || !y || (!curve.empty() && curve.back().first >= *x))
            reader.report(Code("content.curve"), field);
        else
            curve.emplace_back(*x, *y);
    }
    if (curve.empty())
        reader.report(Code("content.curve"), field);
    return curve;
}

Ranking rankingFrom(Reader reader)
{
    Ranking ranking;
    ranking.severity = decimalsOf(reader.child(u"severity"));
    for (const auto& [severity, name] : severities)
        if (!ranking.severity.contains(name.toString()))
            reader.report(Code("content.field.missing"), u"severity");
    ranking.furtherShare = reader.decimal(u"further_share");
    ranking.severityMost = reader.decimal(u"severity_most");
    ranking.time = curveFrom(reader, u"time");
    ranking.timePassed = reader.decimal(u"time_passed");
    ranking.timeUnknown = reader.decimal(u"time_unknown");
    ranking.pointsForDouble = std::max(1, reader.whole(u"points_for_double"));
    ranking.changeDays = reader.whole(u"change_days");
    ranking.age = curveFrom(reader, u"age");
    ranking.thanksShare = reader.decimal(u"thanks_share");
    ranking.seatsAt = std::max(1, reader.whole(u"seats_at"));
    ranking.budget = reader.whole(u"budget");
    ranking.goodAmong = reader.whole(u"good_among");
    ranking.worseBy = reader.decimal(u"worse_by");
    return ranking;
}

SignalLane laneFrom(Reader& reader)
{
    const QString lane = reader.word(u"lane");
    if (lane == u"clock")
        return SignalLane::Clock;
    if (lane == u"good")
        return SignalLane::Good;
    if (lane == u"book")
        return SignalLane::Book;
    if (lane != u"value")
        reader.report(Code("content.signal.lane"), u"lane", {lane});
    return SignalLane::Value;
}

SignalKind kindFrom(Reader reader)
{
    auto kind = reader.entryAs<SignalKind>();
    kind.lane = laneFrom(reader);
    kind.play = reader.wordOr(u"play", {});
    kind.key = reader.wordOr(u"key", {});
    if (reader.has(u"cooldown"))
        kind.cooldownDays = reader.whole(u"cooldown");
    kind.asks = reader.flag(u"asks");
    if (reader.has(u"numbers"))
        kind.numbers = decimalsOf(reader.child(u"numbers"));
    kind.arguments = reader.words(u"arguments");
    Reader say = reader.child(u"say");
    const QStringList sentences = say.object().keys();
    for (const QString& sentence : sentences)
        kind.say.emplace(sentence, say.text(sentence));
    return kind;
}

} // namespace

QString nameOf(Severity severity)
{
    for (const auto& [each, name] : severities)
        if (each == severity)
            return name.toString();
    return {};
}

Parsed<Signals> parseSignals(const QByteArray& bytes)
{
    Parsed<Signals> parsed;
    Reader file = readFile(bytes, QStringLiteral("signals.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Signals& all = parsed.value;
    all.ranking = rankingFrom(file.child(u"ranking"));
    Reader standing = file.child(u"good_standing");
    all.standing = {standing.word(u"band"), standing.whole(u"known"), standing.whole(u"nps_least"),
                    standing.whole(u"nps_days"), standing.whole(u"overdue")};
    file.each(u"dismiss", [&](Reader reader) {
        auto reason = reader.entryAs<DismissReason>();
        if (reader.has(u"days"))
            reason.days = reader.whole(u"days");
        all.dismiss.push_back(std::move(reason));
    });
    file.each(u"signals", [&](Reader reader) { all.kinds.push_back(kindFrom(std::move(reader))); });
    checkIds(all.dismiss, QStringLiteral("signals.json dismiss"), parsed.issues);
    checkIds(all.kinds, QStringLiteral("signals.json signals"), parsed.issues);
    return parsed;
}

} // namespace steward::content
