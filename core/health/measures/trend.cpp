// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/use_view.h"

#include <cmath>

/// The primary metric in the last four weeks against the four before, mean per working day (of monthly values: per
/// value). Not applicable also where a quiet period touches either window: they cannot be compared.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    MinHistory,
    MinMean,
    MinEvents,
    FlatWithin,
    ReliefWithin,
    ReliefToward,
    ReliefShare
};
enum Limit
{
    Mean
};
enum Sentence
{
    Down,
    Up,
    Flat,
    DownLastYear,
    UpLastYear
};

/// Thousandths summed over a window and what they are divided by.
struct Level
{
    qint64 sum = 0;
    qint64 days = 0;
    [[nodiscard]] double mean() const { return days > 0 ? double(sum) / 1000.0 / double(days) : 0; }
};

Level levelOf(const AccountView& account, const UsageRead& usage, QDate from, QDate to)
{
    // What lies before the first sample says nothing.
    from = std::max(from, usageDate(usage.points.front().day));
    Level level;
    if (from > to)
        return level;
    const WorkingCalendar& calendar = account.calendar();
    double sum = 0;
    qint64 sampled = 0;
    for (const UsageSeries::Point& point : account.within(usage, from, to))
        if (usage.role->isMonthly || calendar.isWorking(usageDate(point.day))) {
            sum += point.value;
            ++sampled;
        }
    const bool countsDays = usage.role->absenceIsZero && !usage.role->isMonthly;
    level.sum = thousandthsUsed(sum);
    level.days = countsDays ? calendar.daysBetween(from.addDays(-1), to) : sampled;
    return level;
}

struct Change
{
    Level before;
    Level now;
    [[nodiscard]] bool isKnown() const { return before.sum > 0 && before.days > 0 && now.days > 0; }
    /// In per cent.
    [[nodiscard]] content::Ratio ratio() const
    {
        const qint64 base = before.sum * now.days;
        return {100 * (now.sum * before.days - base), base};
    }
    [[nodiscard]] double percent() const { return 100 * (now.mean() / before.mean() - 1); }
};

Change changeTo(const AccountView& account, const UsageRead& usage, int window, QDate end)
{
    return {levelOf(account, usage, end.addDays(1 - 2 * window), end.addDays(-window)),
            levelOf(account, usage, end.addDays(1 - window), end)};
}

/// Fewer than so many people a day, or so many events a week.
bool isSmall(const Rule& rule, const UsageRead& usage, const Level& before)
{
    constexpr int workingDays = 5;
    if (usage.role->countsPeople)
        return before.sum < rule.number(MinMean).thousandths * before.days;
    const qint64 perWeek = usage.role->isMonthly ? before.sum / 4 : before.sum * workingDays;
    return perWeek < rule.number(MinEvents).thousandths * before.days;
}

/// The same weeks a year ago moved within so many points: half way to a calm score.
content::Score relieved(const Rule& rule, content::Score score)
{
    const qint64 toward = rule.number(ReliefToward).thousandths * (content::Score::perPoint / 1000);
    return {score.micro + (toward - score.micro) * rule.number(ReliefShare).thousandths / 1000};
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SourceRead source = account.source(account.primary(), rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const UsageRead& usage = *account.primary();
    // Seconds and errors tell that it was used, not how much.
    if (!usage.role->countsUse)
        return unknown(trail, Gap::TooLittle, DataKind::Usage);
    const int window = rule.days(Window);
    if (const QuietPeriod* quiet = account.quietPeriod(source.end.addDays(1 - 2 * window), source.end))
        return notApplicable(trail, "quiet_period", quiet->to);
    const Change change = changeTo(account, usage, window, source.end);
    trail.dataTo(source.end);
    if (change.before.days > 0 && rule.limit(Mean) && isSmall(rule, usage, change.before))
        return notApplicable(trail, "mean");
    const int history = static_cast<int>(usageDate(usage.points.front().day).daysTo(source.end)) + 1;
    if (!change.isKnown() || history < rule.days(MinHistory))
        return unknown(trail, Gap::TooLittle, DataKind::Usage);
    const double percent = change.percent();
    const bool isFlat = std::abs(percent) < double(rule.number(FlatWithin).thousandths) / 1000;
    content::Score score = rule.curve().at(change.ratio());
    bool asLastYear = false;
    if (!isFlat) {
        constexpr int year = 364; // the same days of the week
        const Change then = changeTo(account, usage, window, source.end.addDays(-year));
        asLastYear = then.isKnown() &&
                     std::abs(then.percent() - percent) <= double(rule.number(ReliefWithin).thousandths) / 1000;
        if (asLastYear)
            score = relieved(rule, score);
    }
    const int sentence = isFlat        ? Flat
                         : percent < 0 ? (asLastYear ? DownLastYear : Down)
                                       : (asLastYear ? UpLastYear : Up);
    trail.add(Entity::Metric, usage.role->id.value());
    if (trail.isWanted())
        trail.say(sentence, usage.role->metric->name, change.before.mean(), change.now.mean(), percent);
    return scored(score);
}

} // namespace

extern const MeasureKind trend;
constexpr MeasureKind trend{"trend",
                            "window min_history min_mean min_events flat_within seasonal_relief.within "
                            "seasonal_relief.toward seasonal_relief.share",
                            "points",
                            "",
                            "down up flat down_last_year up_last_year",
                            "mean",
                            &read};

} // namespace steward::health::measures
