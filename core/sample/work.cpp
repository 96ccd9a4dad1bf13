// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/content/play.h"
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

/// When a step of a run is due; invalid: not known yet.
QDate stepDay(const content::StepDay& at, QDate started, const World& world, const Plot& plot)
{
    if (at.from == content::StepFrom::Daily)
        return workday(world.months.asOf);
    const auto worked = [](QDate day, int direction) {
        while (isFree(day))
            day = day.addDays(direction);
        return day;
    };
    if (at.from == content::StepFrom::Renewal && plot.renewal.isValid())
        return worked(plot.renewal.addDays(at.days), at.days <= 0 ? -1 : 1);
    if (at.from != content::StepFrom::Start)
        return {};
    QDate day = started.addDays(at.isWorking ? 0 : at.days);
    for (int left = at.isWorking ? at.days : 0; left > 0; left -= isFree(day) ? 0 : 1)
        day = day.addDays(1);
    return worked(day, 1);
}

/// The day the fact that ticks a step was written down; invalid: it was not, or a person ticks it.
QDate tickDay(const content::PlayStep& step, const World& world, const Plot& plot)
{
    const int checkpoint = step.autoDone.startsWith(u"renewal.call.") ? step.autoDone.section(u'.', 2).toInt() : 0;
    const QDate day = checkpoint > 0 ? workday(plot.renewal.addDays(3 - checkpoint)) : QDate();
    return day.isValid() && day <= world.months.asOf && day >= plot.first(world.months) ? day : QDate();
}

/// A run half way: what was due some days ago is done, what comes next may be a little late, the rest is planned.
void writeSteps(World& world, const Scene& scene, const PlaybookRun& run)
{
    constexpr int fewDays = 2;
    const QString file = QStringLiteral("playbooks/%1.json").arg(run.playbook);
    const content::Play play = content::parsePlay(content::shippedFile(file), file).value;
    std::vector<Task> tasks;
    bool isStopped = false;
    for (const content::PlayStep& step : play.steps) {
        Task& task = tasks.emplace_back();
        task.account = scene.account;
        task.title = step.title.en;
        task.created = run.started;
        task.due = stepDay(step.at, run.started, world, scene.plot);
        task.priority = QStringLiteral("normal");
        task.assignee = step.owner == u"lead" ? world.lead : scene.csm;
        task.status = QStringLiteral("open");
        task.origin = QStringLiteral("playbook");
        task.originKey = step.id;
        task.run = PlaybookRunId(run.id);
        task.waitingFor = step.owner == u"customer" ? QStringLiteral("customer") : QStringLiteral("me");
        const bool isPast = task.due.isValid() && task.due < world.months.ago(fewDays);
        const QDate ticked = tickDay(step, world, scene.plot);
        isStopped = isStopped || (isPast && !step.autoDone.isEmpty() && !ticked.isValid());
        if (isPast && !isStopped)
            task.doneOn = std::max(ticked.isValid() ? ticked : task.due, run.started);
        else if (isPast && tasks.size() > 1 && !tasks[tasks.size() - 2].doneOn.isValid())
            task.due =
                workday(world.months.asOf.addDays(fewDays + qint64(tasks.size()))); // put off with what it waits for
    }
    const auto last =
        std::ranges::find_if(tasks.rbegin(), tasks.rend(), [](const Task& each) { return each.due.isValid(); });
    if (last != tasks.rend())
        last->doneOn = {}; // it runs: something is left
    for (Task& task : tasks) {
        if (task.doneOn.isValid())
            task.status = QStringLiteral("done");
        world.batch.add(task, run.started);
    }
}

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
    // Beyond the first accounts a run is one that was imported without its steps.
    if (!ended.isValid() && !scene.plot.isSlim())
        writeSteps(world, scene, run);
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

void writeDecision(World& world, const Scene& scene, const QString& signal, const QString& reason, QDate snoozedTo,
                   const QString& key = {})
{
    SignalDecision decision;
    decision.account = scene.account;
    decision.signal = signal;
    decision.key = key;
    decision.day = workday(world.months.ago(10));
    decision.dismissedReason = reason;
    decision.snoozedTo = snoozedTo;
    decision.by = scene.csm;
    decision.seen = true;
    world.batch.add(decision, decision.day);
}

/// Who is steady and well was thanked and asked: what is good of them is in hand, and nothing of it is on the list.
void writeGoodInHand(World& world, const Scene& scene)
{
    const QString inHand = QStringLiteral("already_on_it");
    for (const Guest& each : scene.guests)
        writeDecision(world, scene, QStringLiteral("promoter.new"), inHand, {},
                      QStringLiteral("contact:%1").arg(each.id.value()));
    for (const Aim& each : scene.goals)
        if (each.met.isValid()) {
            const QString goal = QStringLiteral("goal:%1").arg(each.id.value());
            writeDecision(world, scene, QStringLiteral("story.ready"), inHand, {}, goal);
            writeDecision(world, scene, QStringLiteral("milestone.reached"), {}, world.months.ago(-21), goal);
        }
    writeDecision(world, scene, QStringLiteral("expand.ready"), inHand, {});
}

} // namespace

void writeWork(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    writeTasks(world, scene);
    writeRuns(world, scene);
    if (plot.story == 1)
        writeGoodInHand(world, scene);
    if (plot.story == 14)
        writeDecision(world, scene, QStringLiteral("ticket.spike"), QStringLiteral("not_a_concern"), {});
    if (plot.story == 10 && plot.nth == 1)
        writeDecision(world, scene, QStringLiteral("licence.low"), {}, world.months.asOf.addDays(20));
}

} // namespace steward::sample
