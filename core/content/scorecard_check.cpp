// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/evidence.h"
#include "core/content/reader.h"
#include "core/content/scorecard.h"

#include <algorithm>
#include <numeric>

namespace steward::content {

namespace {

QString placeOf(QStringView list, const QString& id)
{
    return QStringLiteral("scorecards.json ") % list % u'[' % id % u']';
}

/// Reports what is there but not wanted, and what is wanted but not there.
template <class Map>
void compareNames(const Map& present, std::string_view wanted, const QString& place, Issues& issues)
{
    const QStringList names = wordsOf(wanted);
    for (const QString& name : names) {
        if (!present.contains(name))
            issues.push_back({Code("content.evidence.missing"), {place, name}});
    }
    for (const auto& [name, value] : present) {
        if (!names.contains(name))
            issues.push_back({Code("content.evidence.unknown"), {place, name}});
    }
}

QStringList argumentNames(const QStringList& arguments)
{
    QStringList names;
    for (const QString& each : arguments)
        names.append(each.section(u':', 0, 0));
    return names;
}

void checkSentence(const Text& sentence, const QStringList& known, const QString& place, Issues& issues)
{
    const QStringList used = placeholdersOf(sentence.en);
    for (const QString& name : used) {
        if (!known.contains(name))
            issues.push_back({Code("content.placeholder.unknown"), {place, name}});
    }
}

void checkMeasure(const Measure& measure, const Scorecards& cards, Issues& issues)
{
    const QString place = placeOf(u"measures", measure.id);
    if (!findById(cards.groups, measure.group))
        issues.push_back({Code("content.group.unknown"), {place, measure.group}});
    for (const auto& [name, points] : measure.curves) {
        if (!points.rises())
            issues.push_back({Code("content.points.order"), {place, name}});
    }
    for (const auto& [name, score] : measure.states) {
        if (score < 0 || score > 100)
            issues.push_back({Code("content.score.range"), {place, qint64(score)}});
    }
    for (const auto& [name, sentence] : measure.say)
        checkSentence(sentence, argumentNames(measure.arguments), place, issues);
    for (const Condition& condition : measure.notApplicable) {
        if (!findById(cards.notApplicable, condition.name))
            issues.push_back({Code("content.condition"), {place, condition.name}});
    }
}

void checkScorecard(const Scorecard& card, const Scorecards& cards, Issues& issues)
{
    const QString place = placeOf(u"scorecards", card.id);
    qint64 sum = 0; // an edited copy may hold any number
    for (const auto& [measure, weight] : card.weights) {
        sum += weight;
        if (!findById(cards.measures, measure))
            issues.push_back({Code("content.measure.unknown"), {place, measure}});
        if (weight <= 0)
            issues.push_back({Code("content.weight.range"), {place, measure}});
    }
    if (sum != 100)
        issues.push_back({Code("content.weights.sum"), {place, sum}});
    static const QStringList known{QStringLiteral("onboarding_stage"), QStringLiteral("not_activated"),
                                   QStringLiteral("age"), QStringLiteral("no_people"), QStringLiteral("cadence")};
    for (const std::vector<Condition>& alternative : card.appliesWhen) {
        for (const Condition& condition : alternative) {
            if (!known.contains(condition.name))
                issues.push_back({Code("content.condition"), {place, condition.name}});
        }
    }
}

void checkCap(const Cap& cap, const Scorecards& cards, Issues& issues)
{
    const QString place = placeOf(u"caps", cap.id);
    const EvidenceShape* shape = capShape(cap.id);
    if (!shape) {
        issues.push_back({Code("content.evidence.unknown"), {place, cap.id}});
        return;
    }
    compareNames(cap.numbers, shape->numbers, place, issues);
    checkSentence(cap.say, wordsOf(shape->arguments), place, issues);
    // A cap at a band's lower edge would still be that band: it has to lie under the best one.
    if (cap.notAbove < 0 || cards.bands.empty() || cap.notAbove >= cards.bands.front().from)
        issues.push_back({Code("content.cap.range"), {place, qint64(cap.notAbove)}});
}

void checkSettings(const Scorecards& cards, Issues& issues)
{
    const QString place = QStringLiteral("scorecards.json");
    const bool falls = std::adjacent_find(cards.bands.begin(), cards.bands.end(), [](const Band& a, const Band& b) {
                           return a.from <= b.from;
                       }) == cards.bands.end();
    if (cards.bands.empty() || !falls || cards.bands.back().from != 0 || cards.bands.front().from > 100)
        issues.push_back({Code("content.bands"), {place}});
    if (cards.unknownBelow < 0 || cards.partlyBelow < cards.unknownBelow || cards.partlyBelow > 100)
        issues.push_back({Code("content.coverage"), {place}});
    // Without a last resort an account could be left without a scorecard.
    const auto isAlways = [](const std::vector<Condition>& alternative) { return alternative.empty(); };
    if (cards.scorecards.empty() ||
        std::none_of(cards.scorecards.back().appliesWhen.begin(), cards.scorecards.back().appliesWhen.end(), isAlways))
        issues.push_back({Code("content.scorecard.last"), {place}});
}

} // namespace

Issues check(const Scorecards& cards)
{
    Issues issues;
    checkSettings(cards, issues);
    checkIds(cards.bands, QStringLiteral("scorecards.json bands"), issues);
    checkIds(cards.override.reasons, QStringLiteral("scorecards.json override.reasons"), issues);
    checkIds(cards.groups, QStringLiteral("scorecards.json groups"), issues);
    checkIds(cards.measures, QStringLiteral("scorecards.json measures"), issues);
    checkIds(cards.scorecards, QStringLiteral("scorecards.json scorecards"), issues);
    checkIds(cards.caps, QStringLiteral("scorecards.json caps"), issues);
    for (const Measure& measure : cards.measures)
        checkMeasure(measure, cards, issues);
    for (const Scorecard& card : cards.scorecards)
        checkScorecard(card, cards, issues);
    for (const Cap& cap : cards.caps)
        checkCap(cap, cards, issues);
    return issues;
}

} // namespace steward::content
