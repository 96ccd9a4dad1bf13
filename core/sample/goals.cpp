// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>
#include <array>
#include <cmath>

/// What they want to reach, how far they are, what it was worth, and the steps on the way.
namespace steward::sample {

namespace {

using content::SampleGoal;

/// Goals that fit the trade, each once, in a drawn order.
std::vector<const SampleGoal*> fitting(const World& world, const Plot& plot, Random& random)
{
    std::vector<const SampleGoal*> goals;
    for (const SampleGoal& each : world.content.texts.goals)
        if (each.trades.isEmpty() || each.trades.contains(plot.trade))
            goals.push_back(&each);
    random.shuffle(goals);
    return goals;
}

struct Fate
{
    QString status;
    double way = 0; ///< from baseline to target
    QDate met;
};

/// The first goals of a firm are the ones its story speaks of.
Fate fateOf(const Plot& plot, const Months& months, int nth, QDate agreed, Random& random)
{
    if (nth < plot.goalsBehind)
        return {nth == 0 ? QStringLiteral("behind") : QStringLiteral("at_risk"), 0.1 + 0.1 * random.unit(), {}};
    const bool isOld = agreed.daysTo(plot.last(months)) > 200;
    const bool isMet = nth == plot.goalsBehind ? plot.isGoalMet : isOld && nth % 2 == 1;
    if (isMet && plot.isValueConfirmed && !plot.isOnboarding())
        return {QStringLiteral("met"), 1.0, workday(plot.last(months).addDays(-random.between(20, 80)))};
    return {QStringLiteral("on_track"), 0.4 + 0.4 * random.unit(), {}};
}

/// What is on course has gone at least as much of its way as of its time.
int figureOf(const SampleGoal& text, const Fate& fate, const Goal& goal)
{
    const auto at = [&](double way) { return text.baseline + (text.target - text.baseline) * way; };
    const auto gone = static_cast<double>(goal.agreedOn.daysTo(goal.lastReviewed));
    const double share = gone / static_cast<double>(goal.agreedOn.daysTo(goal.due));
    if (fate.status != u"on_track" || share <= fate.way)
        return static_cast<int>(at(fate.way));
    const double exact = at(std::min(share, 1.0));
    const int ahead = static_cast<int>(text.target > text.baseline ? std::ceil(exact) : std::floor(exact));
    const int last = text.target + (text.target > text.baseline ? -1 : 1);
    return text.target > text.baseline ? std::min(ahead, last) : std::max(ahead, last);
}

Goal goalOf(const World& world, const Scene& scene, const SampleGoal& text, const Fate& fate, QDate agreed, int nth)
{
    const Plot& plot = scene.plot;
    const QDate last = plot.last(world.months);
    Goal goal;
    goal.account = scene.account;
    goal.outcome = text.outcome;
    goal.shortName = text.shortName;
    goal.category = text.category;
    goal.measure = text.measure;
    goal.unit = text.unit;
    goal.baseline = text.baseline;
    goal.target = text.target;
    goal.agreedOn = agreed;
    goal.due = fate.status == u"behind" ? last.addDays(-15) : last.addDays(60 + 45 * nth);
    if (fate.met.isValid())
        goal.due = fate.met.addDays(20);
    goal.status = fate.status;
    goal.metOn = fate.met;
    goal.vendorGoal = text.vendorGoal;
    goal.priority = nth == 0 ? 1 : 2;
    goal.lastReviewed = std::max(agreed, workday(last.addDays(-(plot.story == 2 ? 80 : 20))));
    goal.current = figureOf(text, fate, goal);
    const auto& features = world.content.names.features;
    for (std::size_t i = 0; i < 2; ++i)
        goal.features.append(features[(static_cast<std::size_t>(nth) * 2 + i) % features.size()].name);
    return goal;
}

void writeValue(World& world, const Scene& scene, const Aim& aim, QDate day, bool isConfirmed, Random& random)
{
    const Guest& guest = scene.who(u"champion", day);
    const auto& line = random.pick(world.content.texts.values);
    Value value;
    value.account = scene.account;
    value.day = day;
    value.goal = aim.id;
    const int n = random.between(6, 40);
    QString text = line.text;
    text.replace(QLatin1String("{n}"), QString::number(n));
    text.replace(QLatin1String("{amount}"), QStringLiteral("%1,000 %2").arg(n).arg(scene.plot.currency.code()));
    value.text = filled(text, world, scene, guest, day, random);
    if (line.kind == u"money") {
        value.amount = whole(n * 1000);
        value.currency = scene.plot.currency;
    } else {
        value.number = n;
        value.unit = line.kind;
    }
    if (isConfirmed)
        value.confirmedBy = guest.id;
    else
        value.method = QStringLiteral("Counted from the records in the product");
    world.batch.add(value, day);
}

/// When each milestone of the onboarding was planned and reached, in days after the start; -1: not reached.
struct Step
{
    const char* kind;
    int planned;
    int reached;
    int stuckReached;
    bool required;
    bool fromUsage;
    bool saidByCustomer;
};

constexpr std::array<Step, 9> steps{{{"handover_done", 2, 2, 3, false, false, false},
                                     {"kickoff", 5, 6, 7, true, false, false},
                                     {"goals_agreed", 7, 9, -1, true, false, true},
                                     {"access_ready", 8, 10, -1, false, false, false},
                                     {"first_action", 9, 11, -1, false, true, false},
                                     {"users_trained", 14, 18, -1, false, false, false},
                                     {"activation", 21, 24, -1, true, true, false},
                                     {"first_value", 35, 39, -1, true, false, true},
                                     {"onboarding_done", 45, 48, -1, true, false, true}}};

int reachedDay(const Plot& plot, const Step& step)
{
    const QLatin1String kind(step.kind);
    if (plot.story == 6)
        return step.stuckReached;
    if (plot.story != 7)
        return step.reached;
    // The quick ones: everything before activation is done by then.
    if (kind == QLatin1String("activation"))
        return 12;
    if (kind == QLatin1String("first_value"))
        return 19;
    return kind == QLatin1String("onboarding_done") ? plot.onboardingDays.value_or(step.reached)
                                                    : std::min(step.reached, 11);
}

/// Value does not come on the same day everywhere; the stories that tell of it have their own.
int spreadDays(const World& world, const Plot& plot, const Step& step)
{
    constexpr int topic = 51;
    if (plot.story == 6 || plot.story == 7 || QLatin1String(step.kind) != QLatin1String("first_value"))
        return 0;
    return world.random(plot, topic).between(-11, 8);
}

Milestone milestone(const Scene& scene, const QString& kind, QDate planned, QDate reached, bool fromUsage)
{
    Milestone row;
    row.account = scene.account;
    row.kind = kind;
    row.planned = planned;
    row.reached = reached;
    row.knownBy = fromUsage ? QStringLiteral("fact") : QStringLiteral("person");
    return row;
}

void writeLater(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const QDate last = plot.last(world.months);
    for (const Aim& aim : scene.goals)
        if (aim.met.isValid()) {
            Milestone row = milestone(scene, QStringLiteral("goal_met"), aim.met.addDays(20), aim.met, false);
            row.goal = aim.id;
            row.saidBy = scene.who(u"champion", aim.met).id;
            world.batch.add(row, aim.met);
        }
    if (!plot.isOnboarding() && plot.start.addYears(1) <= last)
        world.batch.add(
            milestone(scene, QStringLiteral("anniversary"), plot.start.addYears(1), plot.start.addYears(1), true),
            plot.start.addYears(1));
    if (!plot.renewal.isValid())
        return;
    for (const int days : {180, 90}) {
        const QDate day = plot.renewal.addDays(-days);
        const QDate done = day.addDays(2) <= last ? day.addDays(2) : QDate();
        if (plot.hasPeople() && day.addDays(-60) <= last)
            world.batch.add(milestone(scene, QStringLiteral("checkpoint_%1").arg(days), day, done, false),
                            std::min(day.addDays(-60), last));
    }
}

} // namespace

void writeGoals(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 50);
    const auto texts = fitting(world, plot, random);
    const int wanted = std::min(plot.quota.goals.value_or(0), static_cast<int>(texts.size()));
    const QDate first = plot.first(world.months);
    const qint64 told = first.daysTo(plot.last(world.months));
    for (int nth = 0; nth < wanted; ++nth) {
        const QDate agreed = workday(first.addDays(std::min<qint64>(9 + nth * told / (wanted + 2), told)));
        const Fate fate = fateOf(plot, world.months, nth, agreed, random);
        const Goal goal = goalOf(world, scene, *texts[static_cast<std::size_t>(nth)], fate, agreed, nth);
        Aim aim{{}, texts[static_cast<std::size_t>(nth)], agreed, fate.met};
        aim.id = world.batch.add(Goal(goal), agreed,
                                 {{"status", agreed, QStringLiteral("on_track")},
                                  {"status", fate.met, QStringLiteral("met")},
                                  {"status", fate.way < 0.3 ? goal.lastReviewed : QDate(), fate.status}});
        scene.goals.push_back(aim);
        if (fate.met.isValid())
            writeValue(world, scene, aim, fate.met.addDays(1), true, random);
    }
    const QDate recent = workday(plot.last(world.months).addDays(-random.between(30, 85)));
    const bool isReached = plot.story == 7 && !scene.goals.empty();
    if (plot.isValueConfirmed && !scene.goals.empty() && (told > 120 || isReached))
        writeValue(world, scene, scene.goals.front(), isReached ? plot.start.addDays(19) : recent, plot.story != 2,
                   random);
}

void writeMilestones(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    const QDate last = plot.last(world.months);
    for (const Step& step : steps) {
        if (plot.isThin() && !step.required)
            continue;
        const int after = reachedDay(plot, step);
        const QDate reached = after < 0 ? QDate() : plot.start.addDays(after + spreadDays(world, plot, step));
        Milestone row = milestone(scene, QString::fromLatin1(step.kind), plot.start.addDays(step.planned),
                                  reached <= last ? reached : QDate(), step.fromUsage);
        row.required = step.required;
        if (step.saidByCustomer && row.reached.isValid())
            row.saidBy = scene.who(u"champion", row.reached).id;
        world.batch.add(row, plot.start);
    }
    writeLater(world, scene);
}

} // namespace steward::sample
