// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/metrics.h"

#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace steward {

namespace {

/// By the singular: "login" and "logins" are the same.
int primaryRankOf(const QString& bare)
{
    static constexpr std::pair<QStringView, int> ranks[] = {{u"activeuser", 1},
                                                            {u"dau", 1},
                                                            {u"wau", 1},
                                                            {u"mau", 1},
                                                            {u"dailyactiveuser", 1},
                                                            {u"weeklyactiveuser", 1},
                                                            {u"monthlyactiveuser", 1},
                                                            {u"login", 2},
                                                            {u"signin", 2},
                                                            {u"session", 2},
                                                            {u"visit", 3},
                                                            {u"event", 3}};
    const QStringView one = bare.endsWith(u's') ? QStringView(bare).chopped(1) : QStringView(bare);
    for (const auto& [name, rank] : ranks)
        if (one == name)
            return rank;
    return 0;
}

bool isSeatName(const QString& bare)
{
    static constexpr QStringView names[] = {u"assignedseats", u"seatsassigned", u"licencesused", u"licensesused",
                                            u"seatsused",     u"usedseats",     u"activeusers"};
    return std::find(std::begin(names), std::end(names), bare) != std::end(names);
}

/// How long or how badly, not how much.
bool isBesideUse(const QString& bare)
{
    static constexpr QStringView parts[] = {u"duration", u"seconds", u"secs", u"minutes", u"hours", u"error", u"fail"};
    return std::ranges::any_of(parts, [&](QStringView part) { return bare.contains(part); });
}

/// "feature_exports", "feat: exports" -> "exports"; empty where the name does not begin so.
QString featureOf(QStringView name)
{
    const QString bare = bareName(name);
    if (!bare.startsWith(u"feat"))
        return {};
    QString rest = name.trimmed().toString();
    rest.remove(0, rest.startsWith(u"feature", Qt::CaseInsensitive) ? 7 : 4);
    while (!rest.isEmpty() && !rest.front().isLetterOrNumber())
        rest.remove(0, 1);
    return rest.isEmpty() ? name.trimmed().toString() : rest;
}

} // namespace

MetricMeaning meaningOf(QStringView name, const QStringList& limits)
{
    const QString bare = bareName(name);
    MetricMeaning meaning;
    meaning.primaryRank = primaryRankOf(bare);
    meaning.countsSeats = isSeatName(bare);
    meaning.feature = featureOf(name);
    meaning.countsUse = !isBesideUse(bare);
    for (const QString& limit : limits)
        if (bareName(limit) == bare)
            meaning.limit = limit;
    return meaning;
}

QStringList limitNames(const BookFacts& book)
{
    QStringList names;
    for (const Plan& plan : book.plans) {
        const QJsonObject limits = QJsonDocument::fromJson(plan.limits.text.toUtf8()).object();
        for (auto each = limits.begin(); each != limits.end(); ++each)
            if (each.value().isDouble() && !names.contains(each.key()))
                names.append(each.key());
    }
    return names;
}

MetricMeaning meaningOf(const Metric& metric, const QStringList& limits)
{
    MetricMeaning meaning = meaningOf(metric.name, limits);
    if (metric.primary)
        meaning.primaryRank = *metric.primary ? 1 : 0;
    meaning.countsUse = meaning.countsUse || metric.primary.value_or(false);
    meaning.countsSeats = metric.countsSeats.value_or(meaning.countsSeats);
    if (!metric.limit.isEmpty())
        meaning.limit = metric.limit;
    if (!metric.feature.isEmpty())
        meaning.feature = metric.feature;
    return meaning;
}

namespace {

constexpr int unnamedRank = 4;

/// Lower is better: marked, then by name, then by days above zero, durations and errors last. none: never the primary
/// metric.
std::optional<int> rankOf(const Metric* metric)
{
    const MetricMeaning meaning = metric ? meaningOf(*metric, {}) : MetricMeaning();
    if (metric && metric->primary.value_or(false))
        return 0;
    if (!meaning.feature.isEmpty() || (metric && metric->primary == false))
        return std::nullopt;
    const int other = meaning.countsUse ? unnamedRank : unnamedRank + 1;
    return meaning.primaryRank > 0 ? meaning.primaryRank : other;
}

} // namespace

void addDaysAboveZero(MetricDays& days, const AccountFacts& facts, std::span<const MetricId> settled)
{
    for (const UsageView series : facts.usage)
        if (!series.points.empty()) {
            const bool isSettled = std::ranges::binary_search(settled, series.metric);
            const auto isUsed = [](const auto& point) { return point.value > 0; };
            days[series.metric] +=
                {isSettled ? 0 : std::ranges::count_if(series.points, isUsed), series.points.front().day};
        }
}

std::vector<MetricId> settledMetrics(const BookFacts& book)
{
    std::map<int, int> ofRank;
    for (const Metric& each : book.metrics)
        if (const auto rank = rankOf(&each))
            ++ofRank[*rank];
    std::vector<MetricId> settled;
    for (const Metric& each : book.metrics) {
        // Metrics that the book does not know rank with those whose name says nothing.
        const auto rank = rankOf(&each);
        if (!rank || (*rank < unnamedRank && ofRank[*rank] == 1))
            settled.push_back(MetricId(each.id));
    }
    std::ranges::sort(settled);
    return settled;
}

std::optional<MetricId> primaryMetric(const Portfolio& portfolio)
{
    MetricDays days;
    for (const AccountFacts& each : portfolio)
        addDaysAboveZero(days, each);
    const auto primaries = primaryMetrics(days, portfolio.book());
    return primaries.empty() ? std::nullopt : std::optional(primaries.back().metric);
}

std::vector<PrimaryFrom> primaryMetrics(const MetricDays& days, const BookFacts& book)
{
    // Best first; ties: the lower id.
    std::vector<std::tuple<int, qint64, MetricId, qint32>> ranked;
    for (const auto& [id, use] : days)
        if (const auto rank = rankOf(metricOf(book, id)))
            ranked.emplace_back(*rank, -use.days, id, use.from);
    std::ranges::sort(ranked);
    std::vector<PrimaryFrom> primaries;
    for (const auto& [rank, used, id, from] : ranked)
        if (primaries.empty() || from < primaries.back().from)
            primaries.push_back({from, id});
    std::ranges::reverse(primaries);
    return primaries;
}

const Metric* metricOf(const BookFacts& book, MetricId id)
{
    for (const Metric& each : book.metrics)
        if (each.id == id.value())
            return &each;
    return nullptr;
}

} // namespace steward
