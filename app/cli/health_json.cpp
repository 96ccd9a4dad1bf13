// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/health_json.h"

#include "core/model/catalogue.h"

#include <QJsonArray>
#include <algorithm>

namespace steward::cli {

namespace {

using health::AccountScore;
using health::Contribution;
using health::Fraction;

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QString latin(std::string_view text) { return QString::fromLatin1(text.data(), qsizetype(text.size())); }

QJsonValue number(const std::optional<Fraction>& value) { return value ? QJsonValue(value->toDouble()) : QJsonValue(); }

QString stateText(health::State state)
{
    switch (state) {
    case health::State::Scored:
        return QStringLiteral("scored");
    case health::State::KnownZero:
        return QStringLiteral("known_zero");
    case health::State::Unknown:
        return QStringLiteral("unknown");
    case health::State::NotApplicable:
        return QStringLiteral("not_applicable");
    }
    return {};
}

QString knownText(health::Known known)
{
    switch (known) {
    case health::Known::No:
        return QStringLiteral("no");
    case health::Known::Partly:
        return QStringLiteral("partly");
    case health::Known::Well:
        return QStringLiteral("well");
    }
    return {};
}

QJsonObject contributionJson(const Contribution& each, qint64 tenths, const AccountScore& score,
                             const ScoreWords& words)
{
    const content::Measure* measure = content::findById(words.content.scorecards.measures, each.measure);
    const bool takesPart = each.takesPart();
    const bool hasAge = each.why.dataTo.isValid();
    return {{QStringLiteral("measure"), each.measure},
            {QStringLiteral("name"), measure ? words.words.text(measure->name) : each.measure},
            {QStringLiteral("group"), each.group},
            {QStringLiteral("state"), stateText(each.state)},
            {QStringLiteral("value"),
             takesPart ? QJsonValue(double(each.value.micro) / content::Score::perPoint) : QJsonValue()},
            {QStringLiteral("weight"), each.weight},
            {QStringLiteral("points"),
             takesPart ? QJsonValue(Fraction(each.parts(), score.denominator()).toDouble()) : QJsonValue()},
            {QStringLiteral("points_shown"), takesPart ? QJsonValue(decimalText(tenths, 1)) : QJsonValue()},
            {QStringLiteral("parts"), takesPart ? QJsonValue(each.parts()) : QJsonValue()},
            {QStringLiteral("gap"), textOrNull(latin(nameOf(each.gap)))},
            {QStringLiteral("missing"),
             each.state == health::State::Unknown ? QJsonValue(latin(nameOf(each.missing))) : QJsonValue()},
            {QStringLiteral("evidence"), explanationJson(each.why, words)},
            {QStringLiteral("age_days"), hasAge ? QJsonValue(each.why.dataTo.daysTo(score.day)) : QJsonValue()}};
}

QJsonArray capsJson(const AccountScore& score, const ScoreWords& words)
{
    QJsonArray caps;
    for (const health::CapStep& each : score.caps) {
        QJsonObject json = explanationJson(each.why, words);
        json.insert(QStringLiteral("cap"), each.cap);
        json.insert(QStringLiteral("not_above"), each.notAbove);
        json.insert(QStringLiteral("before"), score.computed ? number(each.before) : QJsonValue());
        json.insert(QStringLiteral("after"), score.computed ? number(each.after) : QJsonValue());
        caps.append(json);
    }
    return caps;
}

QJsonValue overrideJson(const std::optional<health::OverrideStep>& step)
{
    if (!step)
        return {};
    return QJsonObject{
        {QStringLiteral("band"), step->band},
        {QStringLiteral("reason"), step->reason},
        {QStringLiteral("note"), step->note},
        {QStringLiteral("from"), isoText(step->from)},
        {QStringLiteral("until"), isoText(step->until)},
        {QStringLiteral("record"), QString(QStringLiteral("override:") + QString::number(step->record))}};
}

/// What a measure below the best band takes from the score; what is well is no reason.
qint64 cost(const Contribution& each, const content::Scorecards& scorecards)
{
    constexpr int best = 100;
    const bool isWell = each.value >= content::Score::whole(scorecards.bands.front().from);
    return each.takesPart() && !isWell ? each.weight * (content::Score::whole(best).micro - each.value.micro) : 0;
}

} // namespace

QJsonArray trendJson(std::span<const health::TrendPoint> trend)
{
    QJsonArray points;
    for (const health::TrendPoint& each : trend)
        points.append(QJsonObject{{QStringLiteral("day"), isoText(each.day)},
                                  {QStringLiteral("score"), number(each.shown)},
                                  {QStringLiteral("band"), textOrNull(each.band)}});
    return points;
}

QString trendLine(std::span<const health::TrendPoint> trend)
{
    static const QString blocks = QStringLiteral("▁▂▃▄▅▆▇█");
    constexpr double most = 100;
    QString line;
    for (const health::TrendPoint& each : trend) {
        const double share = each.shown ? each.shown->toDouble() / most : 0;
        const auto height = std::min(blocks.size() - 1, qsizetype(share * double(blocks.size())));
        line += each.shown ? blocks[height] : QChar(u'·');
    }
    return line;
}

QJsonObject explanationJson(const health::Explanation& why, const ScoreWords& words)
{
    QJsonArray records;
    for (const RecordRef& each : why.records)
        records.append(QString(info(each.entity).name + u':' + QString::number(each.id)));
    return {{QStringLiteral("message"), words.words.sentence(why.key, why.arguments)},
            {QStringLiteral("records"), records},
            {QStringLiteral("data_to"), why.dataTo.isValid() ? QJsonValue(isoText(why.dataTo)) : QJsonValue()}};
}

QJsonObject scoreJson(const AccountScore& score, const ScoreWords& words)
{
    QJsonArray contributions;
    const auto tenths = health::roundedPoints(score, 1);
    for (std::size_t i = 0; i < score.contributions.size(); ++i)
        contributions.append(contributionJson(score.contributions[i], tenths[i], score, words));
    return {{QStringLiteral("day"), isoText(score.day)},
            {QStringLiteral("scorecard"), score.scorecard},
            {QStringLiteral("scorecard_version"), score.version},
            {QStringLiteral("score"), number(score.shown)},
            {QStringLiteral("band"), textOrNull(score.band)},
            {QStringLiteral("computed_band"), textOrNull(score.computedBand)},
            {QStringLiteral("coverage"), score.applicableWeight > 0
                                             ? QJsonValue(double(score.knownWeight) / score.applicableWeight)
                                             : QJsonValue()},
            {QStringLiteral("known"), knownText(score.known)},
            {QStringLiteral("uncapped"), number(score.computed)},
            {QStringLiteral("caps"), capsJson(score, words)},
            {QStringLiteral("override"), overrideJson(score.override)},
            {QStringLiteral("parts_of"), score.denominator()},
            {QStringLiteral("contributions"), contributions},
            {QStringLiteral("change"), QJsonValue()}};
}

QJsonValue changeJson(const std::optional<health::ScoreChange>& change, const ScoreWords& words)
{
    if (!change)
        return {};
    QJsonArray by;
    for (const health::Moved& each : change->by) {
        const content::Measure* measure = content::findById(words.content.scorecards.measures, each.measure);
        by.append(
            QJsonObject{{QStringLiteral("measure"), textOrNull(each.measure)},
                        {QStringLiteral("name"), measure ? words.words.text(measure->name) : QStringLiteral("Caps")},
                        {QStringLiteral("points"), each.points.toDouble()},
                        {QStringLiteral("before"), explanationJson(each.before, words)},
                        {QStringLiteral("after"), explanationJson(each.after, words)}});
    }
    return QJsonObject{{QStringLiteral("from"), isoText(change->from)},
                       {QStringLiteral("to"), isoText(change->to)},
                       {QStringLiteral("points"), change->shown.toDouble()},
                       {QStringLiteral("other_scorecard"), change->isOtherScorecard},
                       {QStringLiteral("by"), by}};
}

QString mainReason(const AccountScore& score, const ScoreWords& words)
{
    const auto say = [&](const health::Explanation& why) { return words.words.sentence(why.key, why.arguments); };
    for (auto cap = score.caps.rbegin(); cap != score.caps.rend(); ++cap)
        if (score.computed && cap->after < cap->before)
            return say(cap->why);
    if (score.contributions.empty())
        return {};
    if (score.computed) {
        const auto costOf = [&](const Contribution& each) { return cost(each, words.content.scorecards); };
        const auto worst = std::ranges::max_element(score.contributions, {}, costOf);
        return costOf(*worst) > 0 ? say(worst->why) : QString();
    }
    const auto gap = std::ranges::max_element(score.contributions, {}, [](const Contribution& each) {
        return each.state == health::State::Unknown ? each.weight : 0;
    });
    return say(gap->why);
}

} // namespace steward::cli
