// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>

/// Our own work: tasks and promises, plays run, signals put off or dismissed.
namespace steward::sample {

namespace {

const content::SampleLine* taskOf(const World& world, const QString& category, Random& random)
{
    std::vector<const content::SampleLine*> lines;
    for (const auto& each : world.content.texts.tasks)
        if (category.isEmpty() ? each.kind != u"promise" : each.kind == category)
            lines.push_back(&each);
    return random.pick(lines);
}

void writeTask(World& world, const Scene& scene, const QString& category, QDate created, QDate due, QDate done,
               Random& random)
{
    const auto* line = taskOf(world, category, random);
    const Guest& guest = scene.who(u"champion", created);
    Task task;
    task.account = scene.account;
    task.title = filled(line->text, world, scene, guest, created, random);
    task.category = line->kind;
    task.created = created;
    task.due = due;
    task.priority = category == u"promise" ? QStringLiteral("high") : QStringLiteral("normal");
    task.assignee = scene.csm;
    task.status = done.isValid() ? QStringLiteral("done") : QStringLiteral("open");
    task.doneOn = done;
    task.origin = QStringLiteral("hand");
    task.waitingFor = random.chance(60) ? QStringLiteral("me") : QStringLiteral("customer");
    if (category == u"promise")
        task.promisedTo = guest.id;
    world.batch.add(task, created);
}

void writeTasks(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 100);
    const QDate last = plot.last(world.months);
    const QString promise = QStringLiteral("promise");
    if (plot.isMarked(u"promise_overdue"))
        writeTask(world, scene, promise, workday(last.addDays(-16)), workday(last.addDays(-3)), {}, random);
    if (!plot.hasPeople())
        return;
    for (int nth = 0; nth < (plot.isThin() ? 1 : 4); ++nth) {
        const QDate created = workday(last.addDays(-(25 + 40 * nth)));
        if (created <= plot.first(world.months))
            continue;
        writeTask(world, scene, nth % 2 == 0 ? promise : QString(), created, workday(created.addDays(12)),
                  workday(created.addDays(random.between(5, 11))), random);
    }
    // The steady ones have nothing that asks for attention.
    if (!plot.churned.isValid() && plot.story != 1)
        writeTask(world, scene, {}, workday(last.addDays(-6)), last.addDays(random.between(2, 21)), {}, random);
}

struct Play
{
    int story;
    const char* id;
    int daysAgo;
    const char* outcome; ///< nullptr: still running
    const char* sentence;
};

constexpr Play plays[] = {
    {3, "sponsor_left", 30, nullptr, nullptr},
    {6, "stuck_onboarding", 12, nullptr, nullptr},
    {5, "usage_drop", 70, "did_not", "Nobody wanted to talk about it any more"},
    {10, "usage_drop", 90, "partly", "Two teams began, the third one waits for its tablets"},
    {12, "late_payment", 28, nullptr, nullptr},
    {7, "celebrate", 18, "worked", "Their manager wrote back and copied the team"},
    {8, "expansion", 35, nullptr, nullptr},
    {9, "recovery", 12, nullptr, nullptr},
    {21, "renewal", 88, nullptr, nullptr},
};

void writeRun(World& world, const Scene& scene, const QString& playbook, QDate started, QDate ended,
              const QString& outcome, const QString& sentence)
{
    PlaybookRun run;
    run.account = scene.account;
    run.playbook = playbook;
    run.version = 1;
    run.started = started;
    run.ended = ended;
    run.outcome = outcome;
    run.sentence = sentence;
    run.owner = scene.csm;
    world.batch.add(run, started);
}

void writeRuns(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const QDate last = plot.last(world.months);
    for (const Play& play : plays) {
        const QDate started = workday(last.addDays(-play.daysAgo));
        if (play.story != plot.story || started < plot.start)
            continue;
        const QDate ended = play.outcome ? std::min(workday(started.addDays(25)), last) : QDate();
        writeRun(world, scene, QLatin1String(play.id), started, ended, QLatin1String(play.outcome),
                 QLatin1String(play.sentence));
    }
    if (plot.story == 15)
        writeRun(world, scene, QStringLiteral("detractor"), plot.scores.front().replied,
                 workday(plot.scores.back().day.addDays(5)), QStringLiteral("worked"),
                 QStringLiteral("They heard what changed, and the next score said so"));
}

void writeDecision(World& world, const Scene& scene, const QString& signal, const QString& reason, QDate snoozedTo)
{
    SignalDecision decision;
    decision.account = scene.account;
    decision.signal = signal;
    decision.day = workday(world.months.ago(10));
    decision.dismissedReason = reason;
    decision.snoozedTo = snoozedTo;
    decision.by = scene.csm;
    decision.seen = true;
    world.batch.add(decision, decision.day);
}

} // namespace

void writeWork(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    writeTasks(world, scene);
    writeRuns(world, scene);
    if (plot.story == 14)
        writeDecision(world, scene, QStringLiteral("ticket.spike"), QStringLiteral("not_a_concern"), {});
    if (plot.story == 10 && plot.nth == 1)
        writeDecision(world, scene, QStringLiteral("licence.low"), {}, world.months.asOf.addDays(20));
}

} // namespace steward::sample
