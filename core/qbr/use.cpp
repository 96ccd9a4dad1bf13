// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/metrics.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/portfolio/usage_window.h"
#include "core/qbr/subject.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace steward::qbr {

namespace {

QDate firstOf(UsageView series) { return series.points.empty() ? QDate() : usageDate(series.points.front().day); }

/// From which day on it is known how much of the metric the account used; invalid: never. Where absence means zero a
/// day without a sample is known too, once the data and the account have begun.
QDate knownFrom(const Subject& subject, const Metric& metric)
{
    const QDate own = firstOf({MetricId(metric.id), subject.facts.usage.of(MetricId(metric.id))});
    if (metric.absence != u"zero")
        return own;
    QDate first = own;
    for (const UsageView each : subject.facts.usage) {
        const Metric* other = metricOf(subject.book, each.metric);
        const QDate began = other && other->source == metric.source ? firstOf(each) : QDate();
        if (began.isValid() && (!first.isValid() || began < first))
            first = began;
    }
    const QDate start = contractStart(subject.facts, subject.book);
    const QDate data = subject.horizons.usageFrom(metric.source);
    return first.isValid() && start.isValid() && data.isValid() ? std::min(first, std::max(start, data)) : first;
}

/// Whether a time without a sample of the metric was one without use: its absence means zero, it was known by then,
/// and something of the account was told of that time or later.
bool isIdle(const Subject& subject, const Metric& metric, const Period& period)
{
    const QDate first = metric.absence == u"zero" ? knownFrom(subject, metric) : QDate();
    if (!first.isValid() || first > period.to)
        return false;
    const qint32 from = usageDay(period.from);
    for (const UsageView each : subject.facts.usage)
        if (!each.points.empty() && each.points.back().day >= from)
            return true;
    return false;
}

/// The figure of a metric in a period: of something that is counted anew every day (people) the mean of working days.
std::optional<double> figureOf(const Subject& subject, const Metric& metric, const Period& period, bool isPerDay)
{
    const auto points = subject.facts.usage.of(MetricId(metric.id));
    const UsageWindow window = usageWindow(points, period.from, period.to);
    if (window.sampled == 0)
        return isIdle(subject, metric, period) ? std::optional(0.0) : std::nullopt;
    if (!isPerDay)
        return window.value(metric);
    const WorkingCalendar calendar = calendarOf(subject.book, subject.facts.account);
    return meanPerWorkingDay(points, period.from, period.to, metric, calendar);
}

/// Whether what a metric adds up to in a period is known of all of it. A week without a sample at its beginning is no
/// gap: New Year, or a file by weeks.
bool isKnownWhole(const Subject& subject, const Metric& metric, const Period& period)
{
    constexpr qint64 slackDays = 7;
    const QDate first = knownFrom(subject, metric);
    return first.isValid() && period.from.daysTo(first) <= (metric.grain == u"month" ? 0 : slackDays);
}

/// What is told of an account: the metric that means "they are working in it"; where it never gave a sign of that, the
/// one of its own that comes nearest. nullptr: the book holds no usage.
const Metric* metricOfUse(const Subject& subject)
{
    const Metric* primary = subject.primary ? metricOf(subject.book, *subject.primary) : nullptr;
    if (!primary || !subject.facts.usage.of(*subject.primary).empty())
        return primary;
    const Metric* nearest = nullptr;
    const auto rankOf = [](const Metric& metric) {
        constexpr int last = 4;
        const int rank = meaningOf(metric, {}).primaryRank;
        return rank == 0 ? last : rank;
    };
    for (const UsageView each : subject.facts.usage) {
        const Metric* metric = metricOf(subject.book, each.metric);
        const MetricMeaning meaning = metric ? meaningOf(*metric, {}) : MetricMeaning();
        if (!metric || each.points.empty() || !meaning.feature.isEmpty() || !meaning.countsUse)
            continue;
        const auto strength = [&](const Metric& one) {
            return std::pair(-rankOf(one), subject.facts.usage.of(MetricId(one.id)).size());
        };
        if (!nearest || strength(*metric) > strength(*nearest))
            nearest = metric;
    }
    return nearest ? nearest : primary;
}

/// The last day of a period the samples reach.
Period upTo(const Period& period, QDate day) { return {period.from, std::min(period.to, day)}; }

std::optional<qint64> seatsBought(const Subject& subject, QDate day)
{
    std::optional<qint64> seats;
    const auto phases = subject.facts.of<SubscriptionPhase>().all();
    for (const Subscription& each : subject.facts.of<Subscription>()) {
        const steward::Plan* plan = steward::planOf(subject.book, each.plan);
        if (!isPaid(each, plan, day))
            continue;
        if (plan && plan->unlimitedSeats.value_or(false))
            return std::nullopt;
        if (const auto own = seatsOn(each, phases, day))
            seats = seats.value_or(0) + *own;
    }
    return seats;
}

QString displayName(const Metric& metric)
{
    QString name = metric.name;
    name.replace(u'_', u' ');
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

double percentOf(double now, double before) { return (now - before) / before * 100; }

/// Whether the same happened a year before (holidays, harvest), within three points, and its last month does not stand
/// three in a hundred below that of the year before: a decline that hides behind a season is none.
bool isSeason(const Subject& subject, const Metric& metric, const Period& known, const Use& use)
{
    constexpr double alike = 3;
    constexpr double alikeOfFew = 10; // one person more or less is much
    constexpr double held = 0.97;
    constexpr qint64 leastDays = 40; // of the quarter that lies furthest back
    const QDate first = knownFrom(subject, metric);
    if (!first.isValid() || !use.now || !use.before || *use.before <= 0 ||
        first.daysTo(subject.before.to.addYears(-1)) < leastDays)
        return false;
    const auto figure = [&](const Period& period) { return figureOf(subject, metric, period, use.isPerDay); };
    const auto yearBefore = [](const Period& period) {
        return Period{period.from.addYears(-1), period.to.addYears(-1)};
    };
    const auto then = figure(yearBefore(known));
    const auto beforeThen = figure(yearBefore(subject.before));
    const Period month{std::max(known.from, Month::of(known.to).first()), known.to};
    const auto last = figure(month);
    const auto lastThen = figure(yearBefore(month));
    if (!then || !beforeThen || *beforeThen <= 0 || !last || !lastThen)
        return false;
    const double change = percentOf(*use.now, *use.before);
    const double changeThen = percentOf(*then, *beforeThen);
    return std::abs(changeThen - change) <= (use.percent() ? alike : alikeOfFew) && (changeThen < 0) == (change < 0) &&
           *last >= held * *lastThen;
}

void addBaseline(const Subject& subject, const Metric& metric, Use& use)
{
    for (const Baseline& each : subject.facts.of<Baseline>())
        if (each.metric == metric.name && each.number && each.day <= subject.period.to) {
            use.baseline = each.number;
            use.baselineDay = each.day;
        }
}

} // namespace

std::optional<qint64> Use::percent() const
{
    constexpr qint64 fewest = 10;
    if (!now || !before || rounded(*now) < fewest || rounded(*before) < fewest)
        return std::nullopt;
    return rounded(percentOf(double(rounded(*now)), double(rounded(*before))));
}

UseTrend Use::trend() const
{
    constexpr qint64 unchanged = 3; // less is no change
    constexpr qint64 slight = 10;   // up to here it is said to be slight
    if (hasLeft)
        return UseTrend::Left;
    if (!isKnown || !now)
        return from.isValid() ? UseTrend::Begins : dataTo.isValid() ? UseTrend::Ended : UseTrend::Unshared;
    if (!before)
        return UseTrend::Alone;
    const auto change = percent();
    if (!change) {
        const qint64 difference = rounded(*now) - rounded(*before);
        return difference == 0 ? UseTrend::Same : difference > 0 ? UseTrend::FewMore : UseTrend::FewLess;
    }
    if (std::abs(*change) < unchanged)
        return UseTrend::Same;
    if (*change < 0)
        return -*change <= slight ? UseTrend::SlightlyLess : UseTrend::Less;
    return *change <= slight ? UseTrend::SlightlyMore : UseTrend::More;
}

Use useOf(const Subject& subject)
{
    Use use;
    const Metric* metric = metricOfUse(subject);
    if (!metric)
        return use;
    QDate newest;
    QDate newestOfIts; // of the source of what is told
    for (const UsageView each : subject.facts.usage) {
        if (each.points.empty())
            continue;
        const QDate last = usageDate(each.points.back().day);
        newest = std::max(newest, last);
        const Metric* own = metricOf(subject.book, each.metric);
        if (own && own->source == metric->source)
            newestOfIts = std::max(newestOfIts, last);
    }
    if (!newest.isValid())
        return use; // nothing of this account, however much of others
    if (newestOfIts.isValid())
        newest = newestOfIts;
    const QDate horizon = subject.horizons.usageOn(subject.period.to, metric->source);
    use.dataTo = horizon.isValid() ? horizon : newest;
    constexpr qint64 leastDays = 45; // of a quarter, to stand beside a whole one
    const QDate churned = subject.facts.account.churnedOn;
    if (churned.isValid() && churned <= use.dataTo) {
        use.dataTo = churned.addDays(-1);
        use.hasLeft = subject.period.contains(use.dataTo) && subject.period.from.daysTo(churned) < leastDays;
    }
    use.metric = displayName(*metric);
    use.isPeople = meaningOf(*metric, {}).primaryRank == 1;
    use.isPerDay = metric->grain != u"month" && (metric->aggregate == u"mean" || use.isPeople);
    const Period known = upTo(subject.period, use.dataTo);
    use.now = known.from <= known.to ? figureOf(subject, *metric, known, use.isPerDay) : std::nullopt;
    use.isKnown = use.now.has_value();
    if (!use.isKnown) {
        use.hasLeft = false;
        use.dataTo = newest < subject.period.from ? newest : QDate();
        const QDate first = knownFrom(subject, *metric);
        use.from = first > subject.period.to ? first : QDate();
    }
    const Month last = Month::of(subject.period.to);
    int sampled = 0;
    for (int i = 11; i >= 0; --i) {
        const Month month = last.plus(-i);
        const Period period = upTo({month.first(), month.last()}, use.dataTo);
        const bool isTold = period.from <= period.to && (use.isPerDay || isKnownWhole(subject, *metric, period));
        const auto value = isTold ? figureOf(subject, *metric, period, use.isPerDay) : std::optional<double>();
        sampled += value && subject.before.contains(month.first()) ? 1 : 0;
        use.months.push_back({month, value});
    }
    // A sum over part of a quarter says nothing beside a whole one.
    const bool isWhole = use.isPerDay || (known.to == periodOf(subject.quarter, subject.book.fiscalYearStart).to &&
                                          isKnownWhole(subject, *metric, subject.before));
    if (sampled >= 2 && isWhole && !use.hasLeft)
        use.before = figureOf(subject, *metric, subject.before, use.isPerDay);
    use.isSeason = use.isKnown && isSeason(subject, *metric, known, use);
    if (meaningOf(*metric, {}).countsSeats || use.isPeople)
        use.seats = seatsBought(subject, subject.period.to);
    addBaseline(subject, *metric, use);
    return use;
}

QDate useKnownTo(const Subject& subject, QDate day)
{
    const Metric* metric = metricOfUse(subject);
    return subject.horizons.usageOn(day, metric ? metric->source : QString());
}

std::vector<FeatureLine> featuresOf(const Subject& subject, const Goals& goals)
{
    std::vector<FeatureLine> lines;
    for (const Metric& metric : subject.book.metrics) {
        const QString name = meaningOf(metric, {}).feature;
        const QDate told = subject.horizons.usageOn(subject.period.to, metric.source);
        // Of a time nobody told of, no feature is unused.
        if (name.isEmpty() || (told.isValid() && told < subject.period.from))
            continue;
        FeatureLine line;
        line.name = name;
        line.now = figureOf(subject, metric, subject.period, false).value_or(0);
        line.before = figureOf(subject, metric, subject.before, false).value_or(0);
        for (const GoalLine& goal : goals.lines)
            if (line.goal.isEmpty() && goal.state != GoalLine::State::Met && goal.features.contains(name))
                line.goal = goal.name;
        if (line.now > 0 || line.before > 0 || !line.goal.isEmpty())
            lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, std::greater(),
                             [](const FeatureLine& each) { return std::pair(each.now, each.before); });
    if (lines.empty() || lines.front().now <= 0)
        return {};
    return lines;
}

} // namespace steward::qbr
