// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/scorecard_draft.h"

#include "core/health/rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace steward::query {

namespace {

const QString fileName = QStringLiteral("scorecards.json");
constexpr int wholeSum = 100;

QJsonObject entryOf(const QJsonObject& json, const QString& list, const QString& id)
{
    for (const QJsonValue each : json.value(list).toArray())
        if (each[QStringLiteral("id")].toString() == id)
            return each.toObject();
    return {};
}

/// Replaces one entry of a list; a value as deep in JSON is written anew from the top.
void putEntry(QJsonObject& json, const QString& list, const QJsonObject& entry)
{
    QJsonArray array = json.value(list).toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        if (array[i].toObject().value(QStringLiteral("id")) == entry.value(QStringLiteral("id")))
            array[i] = entry;
    json.insert(list, array);
}

QJsonObject weightsOf(const QJsonObject& json, const QString& scorecard)
{
    return entryOf(json, QStringLiteral("scorecards"), scorecard).value(QStringLiteral("weights")).toObject();
}

int capOf(const QJsonObject& json, const QString& cap)
{
    return entryOf(json, QStringLiteral("caps"), cap).value(QStringLiteral("not_above")).toInt();
}

QString nameOf(const QJsonObject& entry)
{
    return entry.value(QStringLiteral("name")).toObject().value(QStringLiteral("en")).toString();
}

int differing(const QJsonObject& before, const QJsonObject& now)
{
    int count = 0;
    QStringList keys = before.keys() + now.keys();
    keys.removeDuplicates();
    for (const QString& key : keys)
        count += before.value(key).toInt() != now.value(key).toInt() ? 1 : 0;
    return count;
}

const QString measureList = QStringLiteral("measures");
const QString pointsKey = QStringLiteral("points");
const QString curvesKey = QStringLiteral("points_by");
const QString statesKey = QStringLiteral("states");

QJsonArray curveOf(const QJsonObject& json, const QString& measure, const QString& curve)
{
    const QJsonObject entry = entryOf(json, measureList, measure);
    const QJsonObject several = entry.value(curvesKey).toObject();
    return (several.isEmpty() ? entry.value(pointsKey) : several.value(curve)).toArray();
}

std::vector<content::Point> pointsOf(const QJsonArray& array)
{
    std::vector<content::Point> points;
    for (const QJsonValue each : array)
        points.push_back({{qRound64(each[0].toDouble() * 1000)}, each[1].toInt()});
    return points;
}

int differing(const QJsonArray& before, const QJsonArray& now)
{
    int count = 0;
    for (qsizetype i = 0; i < now.size(); ++i)
        count += before.at(i) != now.at(i) ? 1 : 0;
    return count;
}

bool isScore(int points) { return points >= 0 && points <= wholeSum; }

bool isInBand(int cap, const content::Scorecards& cards)
{
    return cap >= 0 && !cards.bands.empty() && cap < cards.bands.front().from;
}

} // namespace

ScorecardDraft ScorecardDraft::of(const BookFacts& book)
{
    ScorecardDraft draft;
    draft.m_files = contentFilesOf(book);
    draft.m_before = QJsonDocument::fromJson(draft.m_files[fileName]).object();
    // A copy that is no longer a file of scorecards has nothing that could be corrected.
    if (!draft.m_before.contains(QStringLiteral("scorecards")))
        draft.m_before = QJsonDocument::fromJson(content::shippedFile(fileName)).object();
    draft.m_now = draft.m_before;
    return draft;
}

void ScorecardDraft::setWeight(const QString& scorecard, const QString& measure, int weight)
{
    QJsonObject card = entryOf(m_now, QStringLiteral("scorecards"), scorecard);
    QJsonObject weights = card.value(QStringLiteral("weights")).toObject();
    if (weight > 0)
        weights.insert(measure, weight);
    else
        weights.remove(measure);
    card.insert(QStringLiteral("weights"), weights);
    putEntry(m_now, QStringLiteral("scorecards"), card);
}

void ScorecardDraft::setCap(const QString& cap, int notAbove)
{
    QJsonObject entry = entryOf(m_now, QStringLiteral("caps"), cap);
    entry.insert(QStringLiteral("not_above"), notAbove);
    putEntry(m_now, QStringLiteral("caps"), entry);
}

int ScorecardDraft::weight(const QString& scorecard, const QString& measure) const
{
    return weightsOf(m_now, scorecard).value(measure).toInt();
}

int ScorecardDraft::weightBefore(const QString& scorecard, const QString& measure) const
{
    return weightsOf(m_before, scorecard).value(measure).toInt();
}

int ScorecardDraft::cap(const QString& cap) const { return capOf(m_now, cap); }

int ScorecardDraft::capBefore(const QString& cap) const { return capOf(m_before, cap); }

QStringList ScorecardDraft::curves(const QString& measure) const
{
    const QJsonObject entry = entryOf(m_now, measureList, measure);
    if (const QJsonObject several = entry.value(curvesKey).toObject(); !several.isEmpty())
        return several.keys();
    return entry.contains(pointsKey) ? QStringList{pointsKey} : QStringList();
}

std::vector<content::Point> ScorecardDraft::points(const QString& measure, const QString& curve) const
{
    return pointsOf(curveOf(m_now, measure, curve));
}

std::vector<content::Point> ScorecardDraft::pointsBefore(const QString& measure, const QString& curve) const
{
    return pointsOf(curveOf(m_before, measure, curve));
}

bool ScorecardDraft::setPoint(const QString& measure, const QString& curve, std::size_t at, content::Point point)
{
    const auto now = points(measure, curve);
    if (at >= now.size() || !isScore(point.score) || (at > 0 && point.x <= now[at - 1].x) ||
        (at + 1 < now.size() && point.x >= now[at + 1].x))
        return false;
    QJsonArray array = curveOf(m_now, measure, curve);
    array[static_cast<qsizetype>(at)] = QJsonArray{double(point.x.thousandths) / 1000, point.score};
    QJsonObject entry = entryOf(m_now, measureList, measure);
    if (QJsonObject several = entry.value(curvesKey).toObject(); !several.isEmpty()) {
        several.insert(curve, array);
        entry.insert(curvesKey, several);
    } else {
        entry.insert(pointsKey, array);
    }
    putEntry(m_now, measureList, entry);
    return true;
}

std::vector<std::pair<QString, int>> ScorecardDraft::states(const QString& measure) const
{
    std::vector<std::pair<QString, int>> all;
    const QJsonObject now = entryOf(m_now, measureList, measure).value(statesKey).toObject();
    for (auto it = now.begin(); it != now.end(); ++it)
        all.emplace_back(it.key(), it.value().toInt());
    // As they were before, so that a row stays where it is while it is changed.
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [&](const auto& each) { return stateBefore(measure, each.first); });
    return all;
}

int ScorecardDraft::stateBefore(const QString& measure, const QString& state) const
{
    return entryOf(m_before, measureList, measure).value(statesKey).toObject().value(state).toInt();
}

bool ScorecardDraft::setState(const QString& measure, const QString& state, int points)
{
    QJsonObject entry = entryOf(m_now, measureList, measure);
    QJsonObject all = entry.value(statesKey).toObject();
    if (!all.contains(state) || !isScore(points))
        return false;
    all.insert(state, points);
    entry.insert(statesKey, all);
    putEntry(m_now, measureList, entry);
    return true;
}

int ScorecardDraft::sum(const QString& scorecard) const
{
    int sum = 0;
    const QJsonObject weights = weightsOf(m_now, scorecard);
    for (const QJsonValue weight : weights)
        sum += weight.toInt();
    return sum;
}

int ScorecardDraft::changes() const
{
    int count = 0;
    for (const QJsonValue card : m_now.value(QStringLiteral("scorecards")).toArray()) {
        const QString id = card[QStringLiteral("id")].toString();
        count += differing(weightsOf(m_before, id), weightsOf(m_now, id));
    }
    for (const QJsonValue each : m_now.value(measureList).toArray()) {
        const QString id = each[QStringLiteral("id")].toString();
        for (const QString& curve : curves(id))
            count += differing(curveOf(m_before, id, curve), curveOf(m_now, id, curve));
        count += differing(entryOf(m_before, measureList, id).value(statesKey).toObject(), each[statesKey].toObject());
    }
    for (const QJsonValue each : m_now.value(QStringLiteral("caps")).toArray())
        count += capBefore(each[QStringLiteral("id")].toString()) != each[QStringLiteral("not_above")].toInt() ? 1 : 0;
    return count;
}

bool ScorecardDraft::isChanged(const QString& scorecard) const
{
    return weightsOf(m_before, scorecard) != weightsOf(m_now, scorecard);
}

QByteArray ScorecardDraft::json() const { return QJsonDocument(m_now).toJson(QJsonDocument::Indented); }

Result<content::Content> ScorecardDraft::content() const
{
    for (const QJsonValue card : m_now.value(QStringLiteral("scorecards")).toArray())
        if (const int total = sum(card[QStringLiteral("id")].toString()); total != wholeSum)
            return fail(Code("scorecards.sum"), ErrorKind::Usage, {nameOf(card.toObject()), qint64(total)});
    content::Files files = m_files;
    files[fileName] = json();
    auto parsed = content::parseContent(files);
    for (const content::Cap& cap : parsed.value.scorecards.caps)
        if (!isInBand(cap.notAbove, parsed.value.scorecards))
            return fail(Code("scorecards.cap"), ErrorKind::Usage, {cap.name.en, qint64(cap.notAbove)});
    content::Issues issues = std::move(parsed.issues);
    if (issues.empty())
        issues = health::checkKinds(parsed.value.scorecards);
    if (!issues.empty())
        return fail(issues.front().code, ErrorKind::Usage, issues.front().arguments);
    return std::move(parsed.value);
}

Result<DraftEffect> effectOf(const ScorecardDraft& draft, const Portfolio& everything,
                             std::span<const AccountLine> lines, QDate day, LookBack mode)
{
    const auto content = draft.content();
    if (!content)
        return tl::unexpected(content.error());
    const auto scorer = scorerOf(everything, *content, day, mode);
    if (!scorer)
        return tl::unexpected(scorer.error());
    std::vector<AccountLine> after(lines.begin(), lines.end());
    for (AccountLine& line : after) {
        line.health.reset();
        line.band.clear();
        line.coverage.reset();
    }
    addScores(after, scorer->scoreAll(day, health::Detail::Numbers));
    DraftEffect effect;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const AccountLine& before = lines[i];
        if (before.standing == AccountStanding::Former)
            continue;
        ++effect.before[before.band];
        ++effect.after[after[i].band];
        constexpr double least = 0.05; // what one decimal shows
        const double move = std::abs(after[i].health.value_or(0) - before.health.value_or(0));
        const bool isMoved = move >= least || before.health.has_value() != after[i].health.has_value();
        effect.moved += isMoved ? 1 : 0;
        if (isMoved || before.band != after[i].band)
            (before.band != after[i].band ? effect.changes : effect.moves)
                .push_back({before.facts->id(), before.health, after[i].health, before.band, after[i].band});
    }
    const auto size = [](const BandChange& change) {
        return std::abs(change.after.value_or(0) - change.before.value_or(0));
    };
    for (std::vector<BandChange>* each : {&effect.changes, &effect.moves})
        std::ranges::stable_sort(*each, [&](const auto& a, const auto& b) { return size(a) > size(b); });
    effect.moves.resize(std::min(effect.moves.size(), DraftEffect::mostMoves));
    return effect;
}

Status saveScorecards(book::Edit& edit, const BookFacts& book, const ScorecardDraft& draft)
{
    if (const auto good = draft.content(); !good)
        return tl::unexpected(good.error());
    return keepContent(edit, book, fileName, draft.json());
}

} // namespace steward::query
