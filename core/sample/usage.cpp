// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>
#include <cmath>

namespace steward::sample {

namespace {

double levelOn(const std::vector<Level>& levels, QDate day)
{
    if (levels.empty())
        return 0;
    if (day <= levels.front().from)
        return levels.front().share;
    for (std::size_t i = 1; i < levels.size(); ++i)
        if (day < levels[i].from) {
            const Level& a = levels[i - 1];
            const Level& b = levels[i];
            const double way = double(a.from.daysTo(day)) / double(std::max<qint64>(1, a.from.daysTo(b.from)));
            return a.share + (b.share - a.share) * way;
        }
    return levels.back().share;
}

bool isYearEnd(QDate day, const std::pair<QString, QString>& span)
{
    const QString text = day.toString(QStringLiteral("MM-dd"));
    return text >= span.first || text <= span.second;
}

/// The year everybody shares: August, the turn of the year and the day of the outage.
class Rhythm
{
public:
    Rhythm(const content::SampleStories& stories, const Months& months)
        : m_stories(stories)
        , m_august(factor("august"))
        , m_yearEnd(factor("year_end"))
        , m_outage(workday(months.day(stories.rhythm.at(QStringLiteral("outage_month")), 12)))
    {
    }
    [[nodiscard]] double on(QDate day, bool hasSeasons) const
    {
        if (day == m_outage)
            return 0.05;
        if (!hasSeasons)
            return 1.0;
        if (isYearEnd(day, m_stories.yearEnd))
            return m_yearEnd;
        return day.month() == 8 ? m_august : 1.0;
    }

private:
    [[nodiscard]] double factor(const char* name) const
    {
        return 1.0 + m_stories.rhythm.at(QLatin1String(name)) / 100.0;
    }
    const content::SampleStories& m_stories;
    double m_august, m_yearEnd;
    QDate m_outage;
};

/// Whole numbers whose mean is the exact value: what is cut off one day is added the next.
class Rounded
{
public:
    [[nodiscard]] double next(double value)
    {
        m_rest += value;
        const double units = std::floor(m_rest);
        m_rest -= units;
        return units;
    }

private:
    double m_rest = 0.5;
};

/// From which day on a metric is told: all of it for the accounts that are for reading, less for the many.
QDate toldFrom(const Plot& plot, const Months& months, bool isPrimary)
{
    const QDate last = plot.last(months);
    const QDate first = plot.first(months);
    if (plot.isThin())
        return std::max(first, last.addDays(-62));
    return plot.isSlim() && !isPrimary ? std::max(first, last.addDays(-60)) : first;
}

void writeDay(World& world, const Scene& scene, QDate day, double active, Random& random, std::vector<Rounded>& carry)
{
    const Plot& plot = scene.plot;
    constexpr double perUser[] = {0, 2.2, 5.5, 38.0};
    const bool isTold = day >= toldFrom(plot, world.months, false);
    for (std::size_t i = 1; i < world.metrics.size() && isTold && !plot.isSlim(); ++i) {
        const double value = active * perUser[std::min<std::size_t>(i, 3)] * (1.0 + 0.06 * random.around());
        world.batch.addUsage(scene.account, world.metrics[i], day, std::round(value));
    }
    // The many tell their features on two days a week: enough to see that they use them.
    const bool isFeatureDay = isTold && (!plot.isSlim() || day.dayOfWeek() == 2 || day.dayOfWeek() == 4);
    for (std::size_t i = 0; i < world.features.size() && isFeatureDay; ++i) {
        if (static_cast<int>(i) >= plot.featuresUsed)
            break;
        const double share = 0.9 - 0.1 * double(i);
        world.batch.addUsage(scene.account, world.features[i], day, carry[i].next(active * share));
    }
}

} // namespace

void writeUsage(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    const Rhythm rhythm(world.content.stories, world.months);
    Random random = world.random(plot, 40);
    Rounded people;
    std::vector<Rounded> carry(world.features.size());
    const QDate last = plot.last(world.months);
    for (QDate day = toldFrom(plot, world.months, true); day <= last; day = day.addDays(1)) {
        if (isWeekend(day) || !plot.isCustomerOn(day))
            continue;
        double share = levelOn(plot.use, day) * rhythm.on(day, plot.hasSeasons) * (1.0 + plot.noise * random.around());
        for (const Dip& dip : plot.dips)
            if (day >= dip.from && day <= dip.to)
                share *= dip.factor;
        const double seats = plot.isInSeats && day < plot.changedOn ? plot.seats / plot.changedTo : plot.seats;
        const double active = people.next(seats * share);
        world.batch.addUsage(scene.account, world.metrics.front(), day, active);
        writeDay(world, scene, day, active, random, carry);
    }
}

} // namespace steward::sample
