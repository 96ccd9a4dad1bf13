// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

#include <map>

namespace steward {

/// What a usage metric's name says about it (content 0, "recognising usage"). Names are compared without case and
/// separators.
struct MetricMeaning
{
    int primaryRank =
        0; ///< 1 active users, 2 logins or sessions, 3 visits or events; 0: does not mean "they work in it"
    bool countsSeats = false;
    QString limit;         ///< plan limit of that name; only where the plans have one
    QString feature;       ///< name of the feature
    bool countsUse = true; ///< says how much they work in it, not how long or how badly: a trend can be read from it
    [[nodiscard]] bool isRecognised() const
    {
        return primaryRank > 0 || countsSeats || !limit.isEmpty() || !feature.isEmpty();
    }
    friend bool operator==(const MetricMeaning&, const MetricMeaning&) = default;
};

/// limits: names of the limits the book's plans have (limitNames()).
[[nodiscard]] MetricMeaning meaningOf(QStringView name, const QStringList& limits = {});
[[nodiscard]] QStringList limitNames(const BookFacts& book);

/// What the metric says of itself, completed by its name where it says nothing.
[[nodiscard]] MetricMeaning meaningOf(const Metric& metric, const QStringList& limits);

/// The one metric that means "they are working in it": marked so, else active users, else logins, else visits, else the
/// metric with the most days above zero in the book, durations and errors last. Features and metrics without samples
/// are left out; ties: the lower id. none: no usage.
[[nodiscard]] std::optional<MetricId> primaryMetric(const Portfolio& portfolio);

/// How many samples of a metric were above zero, and the day of the first one (days since 1970-01-01).
struct MetricUse
{
    qint64 days = 0;
    qint32 from = std::numeric_limits<qint32>::max();
    MetricUse& operator+=(const MetricUse& other)
    {
        days += other.days;
        from = std::min(from, other.from);
        return *this;
    }
};
/// Of each metric that has any sample; the sums of some accounts add up to those of a book.
using MetricDays = std::map<MetricId, MetricUse>;
/// settled: metrics whose samples need not be counted, settledMetrics() or none.
void addDaysAboveZero(MetricDays& days, const AccountFacts& facts, std::span<const MetricId> settled = {});
/// Whether one of them is the primary metric is settled without counting its days: features, and those that no other
/// metric ranks with. Ascending.
[[nodiscard]] std::vector<MetricId> settledMetrics(const BookFacts& book);
/// Which metric is the primary one from which day on (days since 1970-01-01), ascending: one whose samples begin later
/// is none on days before.
struct PrimaryFrom
{
    qint32 from = 0;
    MetricId metric;
};
[[nodiscard]] std::vector<PrimaryFrom> primaryMetrics(const MetricDays& days, const BookFacts& book);

[[nodiscard]] const Metric* metricOf(const BookFacts& book, MetricId id);

} // namespace steward
