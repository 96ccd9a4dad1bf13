// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"

#include <map>

/// Tickets opened in four weeks against the account's own mean of the weeks before, as far as the account is old.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    Baseline,
    MinBaseline,
    MinNow
};
enum Sentence
{
    Trend,
    TrendMixed
};

/// What more than half of the tickets are about; empty: mixed.
QString themeOf(const AccountView& account, const Period& now, qint64 count)
{
    std::map<QString, qint64> themes;
    for (const Ticket& each : account.of<Ticket>())
        if (now.contains(each.opened) && !each.category.isEmpty())
            ++themes[each.category];
    for (const auto& [theme, number] : themes)
        if (number * 2 > count)
            return theme;
    return {};
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const int window = rule.days(Window);
    const auto age = account.ageOn(source.end);
    const qint64 days = std::min(rule.days(Baseline), age ? *age + 1 - window : rule.days(Baseline));
    if (days < window)
        return unknown(trail, Gap::TooLittle, DataKind::Tickets);
    const Period now{source.end.addDays(1 - window), source.end};
    const Period past{now.from.addDays(-days), now.from.addDays(-1)};
    qint64 opened = 0;
    qint64 before = 0;
    for (const Ticket& each : account.of<Ticket>()) {
        const bool isNow = now.contains(each.opened);
        const bool isPast = past.contains(each.opened);
        opened += isNow ? 1 : 0;
        before += isPast ? 1 : 0;
        if (isNow || isPast)
            trail.record(each);
    }
    trail.dataTo(source.end);
    const bool hasBaseline = before * window * 1000 >= rule.number(MinBaseline).thousandths * days;
    if (!hasBaseline && opened < rule.number(MinNow).toWhole())
        return unknown(trail, Gap::TooLittle, DataKind::Tickets);
    if (trail.isWanted()) {
        const QString theme = themeOf(account, now, opened);
        trail.say(theme.isEmpty() ? TrendMixed : Trend, double(opened), double(before) * double(window) / double(days),
                  theme);
    }
    // Nothing before: any number is more than the curve can tell.
    return scored(rule.curve().at(before > 0 ? content::Ratio{opened * days, before * window}
                                             : content::Ratio{content::Points::largestX, 1}));
}

} // namespace

extern const MeasureKind tickets_trend;
constexpr MeasureKind tickets_trend{
    "tickets_trend", "window baseline min_baseline min_now", "points", "", "trend trend_mixed", "", &read};

} // namespace steward::health::measures
