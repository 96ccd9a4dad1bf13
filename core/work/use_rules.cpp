// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/metrics.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/usage_window.h"
#include "core/work/rule.h"

#include <algorithm>
#include <array>
#include <cmath>

/// How they use the product, and whether they use what they pay for.
namespace steward::work {

namespace {

using content::Severity;
using health::Contribution;

/// The metric a measure of use was read from.
const Metric* metricOf(const Subject& account, const Contribution& read)
{
    for (const RecordRef& each : read.why.records)
        if (each.entity == Entity::Metric)
            return steward::metricOf(account.book().facts, MetricId(each.id));
    return nullptr;
}

void usageDrop(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Medium,
        High,
        Critical
    };
    // A fall that comes every year is no news: its sentence is another one.
    const Contribution* trend = account.said(u"usage_trend", u".down");
    if (!trend)
        return;
    const double down = account.useDown();
    const auto severity = severityOf(down, {rule.number(Critical), rule.number(High), rule.number(Medium)});
    if (!severity)
        return;
    constexpr int window = 28;
    found.add(rule, {.severity = *severity,
                     .arguments = {textAt(trend->why, 0), numberAt(trend->why, 1), numberAt(trend->why, 2), down},
                     .records = trend->why.records,
                     .opened = trend->why.dataTo.addDays(1 - window),
                     .key = textAt(trend->why, 0),
                     .figure = down,
                     .dataTo = trend->why.dataTo});
}

/// The means of so many windows, the newest first; empty: not all are known, or one is no lower than the one before it.
std::vector<double> fallingMeans(const Subject& account, const Metric& metric, int count, int window, QDate end)
{
    const auto points = account.facts().usage.of(MetricId(metric.id));
    const WorkingCalendar calendar = calendarOf(account.book().facts, account.facts().account);
    std::vector<double> means;
    for (int i = 0; i < count; ++i, end = end.addDays(-window)) {
        const QDate from = end.addDays(1 - window);
        if (points.empty() || usageDate(points.front().day) > from)
            return {};
        const auto mean = meanPerWorkingDay(points, from, end, metric, calendar);
        if (!mean || (i > 0 && *mean <= means.back()))
            return {};
        means.push_back(*mean);
    }
    return means;
}

double percentDown(const std::vector<double>& means) { return 100 * (1 - means.front() / means.back()); }

void usageSlide(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Window,
        Medium,
        High,
        Least,
        AsLastYear
    };
    const Contribution* trend = account.read(u"usage_trend");
    const Metric* metric = trend ? metricOf(account, *trend) : nullptr;
    if (!metric || found.has(u"usage.drop"))
        return;
    constexpr int windows = 4; // three falls
    constexpr int year = 364;  // the same days of the week
    const QDate end = trend->why.dataTo;
    const auto means = fallingMeans(account, *metric, windows, rule.days(Window), end);
    if (means.empty() || means.back() < rule.number(Least))
        return;
    const double down = percentDown(means);
    const auto severity = severityOf(down, {rule.number(High), rule.number(Medium)});
    const auto then = fallingMeans(account, *metric, windows, rule.days(Window), end.addDays(-year));
    if (!severity || (!then.empty() && std::abs(percentDown(then) - down) <= rule.number(AsLastYear)))
        return;
    const QDate since = end.addDays(1 - (windows - 1) * rule.days(Window));
    found.add(rule, {.severity = *severity,
                     .arguments = {metric->name, means.back(), means.front(), down, since},
                     .records = trend->why.records,
                     .opened = since,
                     .key = metric->name,
                     .figure = down,
                     .dataTo = end});
}

/// Of the pauses between two days of use, those of more working days than usual, in per cent.
double longPauses(const Subject& account, const Metric& metric, QDate from, QDate to, int usual)
{
    const WorkingCalendar calendar = calendarOf(account.book().facts, account.facts().account);
    QDate last;
    int pauses = 0;
    int longOnes = 0;
    for (const UsageSeries::Point& point : account.facts().usage.of(MetricId(metric.id))) {
        const QDate day = usageDate(point.day);
        if (point.value <= 0 || day < from || day > to)
            continue;
        if (last.isValid()) {
            ++pauses;
            longOnes += calendar.daysBetween(last, day) > usual ? 1 : 0;
        }
        last = day;
    }
    return pauses > 0 ? 100.0 * longOnes / pauses : 100;
}

void usageStopped(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Days,
        Usual,
        LookedAt,
        Seldom
    };
    const Contribution* use = account.said(u"last_use", u".used");
    const Metric* metric = use ? metricOf(account, *use) : nullptr;
    if (!metric || numberAt(use->why, 1) < rule.number(Days))
        return;
    const QDate last = dayAt(use->why, 0);
    const QDate from = last.addDays(-rule.days(LookedAt));
    if (longPauses(account, *metric, from, last, rule.days(Usual)) > rule.number(Seldom))
        return;
    found.add(rule, {.severity = Severity::Critical,
                     .arguments = {last},
                     .records = use->why.records,
                     .opened = last.addDays(1),
                     .figure = numberAt(use->why, 1),
                     .dataTo = use->why.dataTo});
}

bool isQuiet(const Subject& account, QDate from, QDate to)
{
    return std::ranges::any_of(account.of<QuietPeriod>(), [&](const QuietPeriod& each) {
        return (!each.from.isValid() || each.from <= to) && (!each.to.isValid() || each.to >= from);
    });
}

/// The open goal that names the feature; nullptr: none.
const Goal* goalOf(const Subject& account, const QString& feature)
{
    for (const Goal& each : account.of<Goal>())
        if (isOpen(each))
            for (const QString& name : each.features)
                if (name.compare(feature, Qt::CaseInsensitive) == 0)
                    return &each;
    return nullptr;
}

void featureDropped(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Window,
        Before
    };
    const Contribution* breadth = account.read(u"breadth");
    if (!breadth || account.of<Goal>().isEmpty())
        return;
    const QDate end = breadth->why.dataTo;
    for (const UsageView series : account.facts().usage) {
        const Metric* metric = steward::metricOf(account.book().facts, series.metric);
        if (!metric || series.points.empty() || metric->grain == u"month")
            continue;
        const QString feature = meaningOf(*metric, account.book().limits).feature;
        const Goal* goal = feature.isEmpty() ? nullptr : goalOf(account, feature);
        if (!goal)
            continue;
        const int window = rule.days(Window);
        const auto now = usageWindow(series.points, window, end);
        const auto before = usageWindow(series.points, window, end.addDays(-window));
        if (now.used > 0 || before.used < rule.days(Before) || isQuiet(account, end.addDays(1 - 2 * window), end))
            continue;
        found.add(rule, {.severity = Severity::Medium,
                         .arguments = {feature, nameOf(*goal)},
                         .records = {refOf(*metric), refOf(*goal)},
                         .opened = before.lastUsed.addDays(1),
                         .key = feature,
                         .figure = double(before.used),
                         .dataTo = end});
    }
}

/// So few seats were used at this time last year too, and enough of them in between: what is needed in season.
bool isOutOfSeason(const Subject& account, const Contribution& licence, double enough)
{
    const Metric* metric = metricOf(account, licence);
    if (!metric)
        return false;
    constexpr int window = 28;
    constexpr int windows = 13; // a year, with the same days of the week
    const auto points = account.facts().usage.of(MetricId(metric->id));
    const WorkingCalendar calendar = calendarOf(account.book().facts, account.facts().account);
    const auto isEnough = [&](int ago) -> std::optional<bool> {
        const QDate end = licence.why.dataTo.addDays(-ago * window);
        const QDate from = end.addDays(1 - window);
        if (points.empty() || usageDate(points.front().day) > from)
            return std::nullopt;
        const auto mean = meanPerWorkingDay(points, from, end, *metric, calendar);
        return mean ? std::optional(*mean >= enough) : std::nullopt;
    };
    bool isSeason = false;
    for (int i = 1; i < windows; ++i)
        isSeason = isSeason || isEnough(i).value_or(false);
    return isSeason && isEnough(windows) == false;
}

void licenceLow(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        UnderEarly,
        AfterEarly,
        Under,
        After,
        RenewalWithin
    };
    const Contribution* licence = account.read(u"licence_use");
    const auto age = account.age();
    if (!licence || !age)
        return;
    const double used = numberAt(licence->why, 0);
    const double bought = numberAt(licence->why, 1);
    if (bought <= 0)
        return;
    const double share = 100 * used / bought;
    const bool isLow = (*age > rule.days(AfterEarly) && share < rule.number(UnderEarly)) ||
                       (*age > rule.days(After) && share < rule.number(Under));
    if (!isLow || isOutOfSeason(account, *licence, bought * rule.number(Under) / 100))
        return;
    const bool isNear = account.renewsWithin(rule.days(RenewalWithin));
    found.add(rule, {.severity = isNear ? Severity::High : Severity::Medium,
                     .arguments = {std::llround(bought - used), std::llround(bought),
                                   std::llround(numberAt(licence->why, 3))},
                     .records = licence->why.records,
                     .opened = licence->why.dataTo.addDays(-27),
                     .figure = 100 - share,
                     .dataTo = licence->why.dataTo});
}

constexpr std::array rules = {
    RuleKind{"usage.stopped", "days usual looked_at seldom", "stopped", &usageStopped},
    RuleKind{"usage.drop", "medium high critical", "down", &usageDrop},
    RuleKind{"usage.slide", "window medium high least as_last_year", "slide", &usageSlide},
    RuleKind{"feature.dropped", "window before", "dropped", &featureDropped},
    RuleKind{"licence.low", "under_early after_early under after renewal_within", "low", &licenceLow},
};

} // namespace

std::span<const RuleKind> useRules() { return rules; }

} // namespace steward::work
