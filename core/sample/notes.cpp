// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>

/// What our people note about an account: their rating, events, quiet periods, overrides, features, baselines.
namespace steward::sample {

namespace {

void writePulses(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    if (!plot.hasPeople() && !plot.isRatedByAll)
        return;
    Random random = world.random(plot, 110);
    const QDate last = plot.last(world.months);
    QStringList down, up;
    for (const char* each : {"use_falling", "value_unclear", "slow_replies", "budget_talk"})
        down.append(QLatin1String(each));
    for (const char* each : {"goals_met", "champion_strong", "trusts_advice", "plan_works"})
        up.append(QLatin1String(each));
    for (int nth = 0; nth < (plot.isThin() ? 1 : 4); ++nth) {
        Pulse pulse;
        pulse.account = scene.account;
        pulse.day = workday(last.addDays(-(random.between(8, 40) + 80 * nth)));
        if (pulse.day <= plot.first(world.months))
            continue;
        // Long ago everything looked alike.
        const int rating = nth < 2 ? plot.pulse : (plot.pulse + 5) / 2;
        pulse.rating = rating;
        pulse.reasons = {rating <= 3 ? random.pick(down) : random.pick(up)};
        pulse.by = scene.csm;
        world.batch.add(pulse, pulse.day);
    }
}

void writeEvent(World& world, const Scene& scene, const QString& kind, QDate day)
{
    AccountEvent event;
    event.account = scene.account;
    event.kind = kind;
    event.day = day;
    for (const auto& line : world.content.texts.events)
        if (line.kind == kind)
            event.note = line.text;
    world.batch.add(event, day);
}

void writeEvents(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const Months& months = world.months;
    if (plot.isMarked(u"merger"))
        writeEvent(world, scene, QStringLiteral("merger"), workday(months.ago(18)));
    if (plot.story == 12)
        writeEvent(world, scene, QStringLiteral("budget_freeze"), workday(months.ago(32)));
    if (plot.story == 8)
        writeEvent(world, scene, QStringLiteral("growth"), workday(months.ago(60)));
    if (plot.story == 5 && plot.hasPeople())
        writeEvent(world, scene, QStringLiteral("reorganisation"), workday(plot.churned.addDays(-120)));
    if (plot.story == 1 && plot.nth % 4 == 0)
        writeEvent(world, scene, QStringLiteral("award"), workday(months.ago(140)));
}

/// Entered by the school only: the farm shows why it helps.
void writeQuiet(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.story != 18 || plot.nth != 0)
        return;
    for (const Dip& dip : plot.dips) {
        QuietPeriod quiet;
        quiet.account = scene.account;
        quiet.from = dip.from;
        quiet.to = dip.to;
        for (const auto& line : world.content.texts.quietPeriods)
            if (line.kind == plot.trade)
                quiet.why = line.text;
        world.batch.add(quiet, workday(dip.from.addDays(-5)));
    }
}

void writeOverride(World& world, const Scene& scene)
{
    const auto& lines = world.content.texts.overrides;
    if (!scene.plot.isMarked(u"override_ending") || lines.empty())
        return;
    Override set;
    set.account = scene.account;
    set.from = workday(world.months.ago(18));
    set.band = QStringLiteral("green");
    set.reason = lines.front().kind;
    set.note = lines.front().text;
    set.until = world.months.asOf.addDays(3);
    set.by = scene.csm;
    world.batch.add(set, set.from);
}

void writeFeatureNote(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const auto& features = world.content.names.features;
    const auto unused = static_cast<std::size_t>(std::max(0, plot.featuresUsed));
    if (!plot.hasPeople() || unused >= features.size() || plot.isOnboarding())
        return;
    Random random = world.random(plot, 111);
    constexpr QStringView wishes[] = {u"wanted", u"later", u"not_wanted"};
    const auto wish = static_cast<std::size_t>(plot.story == 8 ? 0 : random.between(0, 2));
    const QString reasons[] = {QStringLiteral("Would serve \"%1\"").arg(features[unused].serves),
                               QStringLiteral("After the season, when people have time"),
                               QStringLiteral("They have a tool of their own for it and like it")};
    FeatureNote row;
    row.account = scene.account;
    row.feature = features[unused].name;
    row.wanted = wishes[wish].toString();
    row.why = reasons[wish];
    row.day = std::max(workday(plot.last(world.months).addDays(-random.between(20, 150))), plot.first(world.months));
    if (wish == 1)
        row.reviewOn = world.months.asOf.addDays(60);
    world.batch.add(row, row.day);
}

/// What their use was when we began to look: later figures show the difference to it.
void writeBaseline(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const QDate day = workday(plot.first(world.months).addDays(30));
    if (!plot.is(u"enterprise") || day > plot.last(world.months) || plot.use.empty())
        return;
    Baseline row;
    row.account = scene.account;
    row.metric = QStringLiteral("active_users");
    row.scope = QStringLiteral("account");
    row.day = day;
    row.number = static_cast<int>(plot.seats * plot.use.front().share);
    row.definition = QStringLiteral("Mean of people active on a working day, four weeks");
    row.version = 1;
    world.batch.add(row, day);
}

} // namespace

void writeNotes(World& world, Scene& scene)
{
    if (scene.plot.isListOnly)
        return;
    writePulses(world, scene);
    writeEvents(world, scene);
    writeQuiet(world, scene);
    writeOverride(world, scene);
    writeFeatureNote(world, scene);
    writeBaseline(world, scene);
}

} // namespace steward::sample
