// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/use_of_seats.h"

#include "core/portfolio/metrics.h"
#include "core/portfolio/subscription_state.h"
#include "core/portfolio/usage_window.h"

namespace steward::query {

namespace {

constexpr int weekDays = 7;

struct Choice
{
    const Metric* metric = nullptr;
    UsagePoints points;
    int rank = 0;
};

/// Active users before seats assigned: who works in it is the question, the seats stand beside it.
int rankOf(const MetricMeaning& meaning)
{
    if (!meaning.feature.isEmpty() || !meaning.limit.isEmpty())
        return 9;
    if (meaning.primaryRank == 1)
        return 1;
    if (meaning.countsSeats)
        return 2;
    return meaning.primaryRank > 0 ? meaning.primaryRank + 1 : 8;
}

Choice choose(const AccountFacts& facts, const BookFacts& book)
{
    const QStringList limits = limitNames(book);
    Choice best;
    for (const UsageView each : facts.usage) {
        const Metric* metric = metricOf(book, each.metric);
        if (!metric || each.points.empty())
            continue;
        const int rank = rankOf(meaningOf(*metric, limits));
        if (!best.metric || rank < best.rank)
            best = {metric, each.points, rank};
    }
    return best;
}

std::optional<qint64> seatsBought(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    std::optional<qint64> seats;
    for (const Subscription& each : facts.of<Subscription>())
        if (isPaid(each, planOf(book, each.plan), day))
            if (const auto bought = seatsOn(each, facts.of<SubscriptionPhase>().all(), day))
                seats = seats.value_or(0) + *bought;
    return seats;
}

} // namespace

std::optional<UseOfSeats> useOfSeats(const AccountFacts& facts, const BookFacts& book, QDate day, int weeks)
{
    const Choice choice = choose(facts, book);
    if (!choice.metric)
        return std::nullopt;
    UseOfSeats use;
    use.metric = choice.metric;
    use.countsPeople = choice.rank <= 2;
    const QDate end = std::min(day, usageDate(choice.points.back().day));
    const bool isMonthly = choice.metric->grain == u"month";
    const WorkingCalendar calendar = calendarOf(book, facts.account);
    if (isMonthly) {
        for (const UsageSeries::Point& point : choice.points)
            if (const QDate month = usageDate(point.day); month <= end && month > end.addDays(-weekDays * weeks))
                use.weeks.push_back({month, point.value});
        weeks = 0;
    }
    for (int week = weeks - 1; week >= 0; --week) {
        const QDate last = end.addDays(-weekDays * week);
        const QDate first = last.addDays(1 - weekDays);
        UseOfSeats::Week& each = use.weeks.emplace_back(UseOfSeats::Week{last, {}});
        each.value = meanPerWorkingDay(choice.points, first, last, *choice.metric, calendar);
    }
    if (use.countsPeople)
        use.seats = seatsBought(facts, book, end);
    return use;
}

} // namespace steward::query
