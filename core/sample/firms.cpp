// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"
#include "core/sample/stages.h"

/// The account itself, the stages it went through and who of us looks after it.
namespace steward::sample {

namespace {

QString currentStatus(const Plot& plot)
{
    return plot.churned.isValid() ? QStringLiteral("former") : QStringLiteral("customer");
}

void writeAccount(World& world, Scene& scene, const std::vector<StageStep>& steps)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 10);
    Account account;
    account.name = plot.name;
    account.domain = plot.domain;
    account.story = QString::number(plot.story);
    account.tags = {QStringLiteral("story:%1").arg(plot.story)};
    account.country = plot.country;
    account.region = plot.region;
    account.currency = plot.currency;
    account.customerSince = plot.start;
    account.churnedOn = plot.churned;
    account.churnReason = plot.churned.isValid() ? plot.churnReason : QString();
    account.status = currentStatus(plot);
    account.segment = plot.segment;
    account.csm = scene.csm;
    if (plot.parentIndex >= 0)
        account.parent = world.accountAt(plot.parentIndex);
    if (!plot.isListOnly) {
        account.industry = plot.trade;
        account.tier = world.content.names.plans[static_cast<std::size_t>(plot.plan)].name;
        account.stage = steps.back().stage;
        account.employees = plot.seats * random.between(2, 9) + random.between(0, 9);
        if (plot.hasPeople())
            account.marketNotes = random.pick(world.content.texts.marketNotes);
    }
    const qint64 formerCsm =
        plot.formerCsm >= 0 ? world.csms[static_cast<std::size_t>(plot.formerCsm)].value() : scene.csm.value();
    std::vector<Past> past{{"csm_id", plot.start, formerCsm},
                           {"csm_id", plot.formerCsm >= 0 ? plot.handedOver : QDate(), scene.csm.value()},
                           {"status", plot.start, QStringLiteral("customer")},
                           {"status", plot.churned, QStringLiteral("former")}};
    for (const StageStep& step : steps)
        past.push_back({"stage", step.day, step.stage});
    world.batch.addWithPast(account, plot.start, past);
    world.batch.addKey({Entity::Account, QStringLiteral("Sample"),
                        QStringLiteral("S-%1").arg(plot.index + 1, 5, 10, QLatin1Char('0')), account.id});
    scene.account = AccountId(account.id);
}

void writeStages(World& world, const Scene& scene, const std::vector<StageStep>& steps)
{
    QString from = QStringLiteral("purchase");
    for (const StageStep& step : steps) {
        StageMove move;
        move.account = scene.account;
        move.day = step.day;
        move.fromStage = from;
        move.toStage = step.stage;
        move.why = step.why;
        move.by = scene.csm;
        world.batch.add(move, step.day);
        from = step.stage;
    }
}

/// {"why": [...], "promised": [...] ...}: the answers that a handover holds.
Json handoverText(const World& world, const Scene& scene, QDate day, Random& random)
{
    QString text = QStringLiteral("{");
    QStringList topics;
    for (const auto& line : world.content.texts.handover)
        if (!topics.contains(line.kind)) {
            topics.append(line.kind);
            QString words = filled(line.text, world, scene, scene.guests.front(), day, random);
            words.replace(u'"', u'\'');
            text += (text.size() > 1 ? QStringLiteral(",\"%1\":\"%2\"") : QStringLiteral("\"%1\":\"%2\""))
                        .arg(line.kind, words);
        }
    return {text + u'}'};
}

void assign(World& world, const Scene& scene, const QString& role, PersonId person, QDate from, QDate to,
            const QString& why)
{
    Random random = world.random(scene.plot, 11);
    Assignment assignment;
    assignment.account = scene.account;
    assignment.role = role;
    assignment.person = person;
    assignment.from = from;
    assignment.to = to;
    assignment.why = why;
    const bool isTaken = scene.plot.formerCsm >= 0 && !to.isValid();
    if (isTaken && role == u"csm") {
        assignment.handover = handoverText(world, scene, from, random);
        if (scene.plot.isHandoverRead)
            assignment.readOn = workday(from.addDays(1));
    }
    world.batch.add(assignment, from);
}

void writeAssignments(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    const QString csm = QStringLiteral("csm");
    if (plot.formerCsm >= 0) {
        assign(world, scene, csm, world.csms[static_cast<std::size_t>(plot.formerCsm)], plot.start, plot.handedOver,
               {});
        assign(world, scene, csm, scene.csm, plot.handedOver, {}, QStringLiteral("Accounts shared out anew"));
    } else {
        assign(world, scene, csm, scene.csm, plot.start, {}, {});
    }
    if (plot.is(u"enterprise"))
        assign(world, scene, QStringLiteral("executive_sponsor"), world.lead, plot.start, {}, {});
}

} // namespace

void writeFirm(World& world, Scene& scene)
{
    const std::vector<StageStep> steps = stageStepsOf(scene.plot, world.months);
    writeAccount(world, scene, steps);
    writePeople(world, scene);
    writeStages(world, scene, steps);
    writeAssignments(world, scene);
}

} // namespace steward::sample
