// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>

/// Risks, opportunities, what we expect of renewals, and who speaks for us.
namespace steward::sample {

namespace {

using content::SampleLine;

/// Lines of a kind; all of them where none is.
std::vector<const SampleLine*> ofKind(const std::vector<SampleLine>& lines, const QString& kind)
{
    std::vector<const SampleLine*> found;
    for (const SampleLine& each : lines)
        if (each.kind == kind)
            found.push_back(&each);
    if (found.empty())
        for (const SampleLine& each : lines)
            found.push_back(&each);
    return found;
}

QString riskKindOf(const Plot& plot)
{
    switch (plot.story) {
    case 5:
        return QStringLiteral("sentiment");
    case 6:
        return QStringLiteral("onboarding");
    case 10:
        return QStringLiteral("adoption");
    case 12:
        return QStringLiteral("payment");
    case 3:
        return QStringLiteral("sponsor");
    case 9:
        return QStringLiteral("quality");
    case 21:
        return QStringLiteral("value");
    default:
        return QStringLiteral("product_gap");
    }
}

/// Whether the story has a risk that is still open.
bool isAtRisk(const Plot& plot)
{
    constexpr int stories[] = {3, 5, 6, 9, 10, 12, 21};
    return std::find(std::begin(stories), std::end(stories), plot.story) != std::end(stories) ||
           (plot.story == 19 && plot.nth == 1);
}

QString renewalCallOf(const Plot& plot)
{
    if (plot.story == 21)
        return QStringLiteral("commit");
    if (plot.story == 9 || plot.story == 19)
        return plot.nth == 0 && plot.story == 19 ? QStringLiteral("likely") : QStringLiteral("at_risk");
    if (plot.story == 3 || plot.story == 10)
        return QStringLiteral("watch");
    return plot.story == 2 || plot.story == 12 ? QStringLiteral("conditional") : QStringLiteral("likely");
}

void writeCalls(World& world, const Scene& scene, Random& random)
{
    const Plot& plot = scene.plot;
    if (!plot.renewal.isValid() || !plot.hasPeople() || plot.isOnboarding())
        return;
    for (const int checkpoint : {180, 90}) {
        const QDate day = workday(plot.renewal.addDays(3 - checkpoint));
        if (day > world.months.asOf || day < plot.first(world.months))
            continue;
        RenewalCall call;
        call.account = scene.account;
        call.cycle = plot.renewal;
        call.day = day;
        call.by = scene.csm;
        call.checkpoint = QString::number(checkpoint);
        call.call = renewalCallOf(plot);
        call.amount = Minor{plot.arr};
        call.currency = plot.currency;
        const auto* line = random.pick(ofKind(world.content.texts.renewalCalls, call.call));
        call.reason = filled(line->text, world, scene, scene.who(u"champion", day), day, random);
        world.batch.add(call, day);
    }
}

struct Deal
{
    QString stage;
    double probability = 0.5;
    QDate closed;
};

void writeOpportunity(World& world, const Scene& scene, const SampleLine& line, QDate created, const Deal& deal,
                      qint64 amount)
{
    const Plot& plot = scene.plot;
    Opportunity row;
    row.account = scene.account;
    row.name = line.text;
    row.kind = line.kind;
    row.amount = Minor{amount};
    row.currency = plot.currency;
    row.stage = deal.stage;
    row.probability = deal.probability;
    row.created = created;
    row.closeDate = line.kind == u"renewal" && plot.renewal.isValid() ? plot.renewal : created.addDays(75);
    row.closedOn = deal.closed;
    if (deal.closed.isValid())
        row.won = deal.stage == u"won";
    if (!scene.goals.empty())
        row.outcomeGoal = scene.goals.front().id;
    if (line.kind == u"renewal")
        row.csmCall = renewalCallOf(plot);
    row.owner = scene.csm;
    row.product = world.content.names.product;
    row.reason = deal.closed.isValid() ? line.more : QString();
    world.batch.add(
        row, created,
        {{"stage", created, QStringLiteral("open")},
         {"stage", deal.stage == u"committed" ? std::min(created.addDays(20), world.months.asOf) : deal.closed,
          deal.stage}});
}

void writeAdvocate(World& world, const Scene& scene, Advocacy& row, const Guest& guest)
{
    const Plot& plot = scene.plot;
    row.status = QStringLiteral("done");
    row.consentBy = guest.id;
    row.consentOn = workday(world.months.day(16, 4));
    row.consentUntil = world.months.asOf.addYears(1);
    if (plot.story == 1)
        row.consentUntil = world.months.ago(25); // it has run out
    if (plot.story == 11)
        row.withdrawnOn = workday(world.months.ago(18));
    row.day = row.consentOn;
}

} // namespace

void writeRisks(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 90);
    const QDate last = plot.last(world.months);
    for (int nth = 0; nth < plot.quota.risks.value_or(0); ++nth) {
        const auto* line = random.pick(ofKind(world.content.texts.risks, nth == 0 ? riskKindOf(plot) : QString()));
        Risk risk;
        risk.account = scene.account;
        risk.kind = line->kind;
        risk.opened = workday(last.addDays(-(30 + 70 * nth)));
        risk.opened = std::max(risk.opened, plot.start);
        const Guest& guest = scene.who(u"champion", risk.opened);
        risk.text = filled(line->text, world, scene, guest, risk.opened, random);
        risk.mitigation = filled(line->more, world, scene, guest, risk.opened, random);
        risk.owner = scene.csm;
        risk.due = risk.opened.addDays(45);
        const bool isOpen = nth == 0 && isAtRisk(plot);
        risk.severity = isOpen         ? QStringLiteral("high")
                        : nth % 2 == 0 ? QStringLiteral("medium")
                                       : QStringLiteral("low");
        if (!isOpen) {
            risk.closed = std::min(workday(risk.opened.addDays(25)), last);
            risk.outcome = QStringLiteral("removed");
        }
        if (plot.churned.isValid() && nth == 0) {
            risk.closed = plot.churned;
            risk.outcome = QStringLiteral("churn");
        }
        world.batch.add(risk, risk.opened);
    }
}

void writeChances(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 91);
    writeCalls(world, scene, random);
    const QDate last = plot.last(world.months);
    const bool isRenewing = plot.renewal.isValid() && last.daysTo(plot.renewal) < 180;
    for (int nth = 0; nth < plot.quota.opportunities.value_or(0); ++nth) {
        const bool isRenewal = nth == 0 && isRenewing;
        std::vector<const SampleLine*> lines;
        for (const SampleLine& each : world.content.texts.opportunities)
            if ((each.kind == u"renewal") == isRenewal)
                lines.push_back(&each);
        const bool isGrowing = plot.story == 8 && nth <= 1;
        const bool isOpen = !plot.churned.isValid() && (isRenewal || isGrowing || nth % 3 == 0);
        QDate created = workday(last.addDays(isOpen ? -random.between(12, 50) : -random.between(130, 420)));
        created = std::max(created, plot.first(world.months));
        const bool isWon = nth % 3 == 1;
        Deal deal{isOpen  ? QStringLiteral("open")
                  : isWon ? QStringLiteral("won")
                          : QStringLiteral("lost"),
                  isOpen  ? 0.6
                  : isWon ? 1.0
                          : 0.0,
                  isOpen ? QDate() : std::min(workday(created.addDays(70)), last)};
        if (isGrowing && nth == 1)
            deal = {QStringLiteral("committed"), 0.8, {}};
        writeOpportunity(world, scene, *random.pick(lines), std::min(created, last.addDays(-1)), deal,
                         isRenewal ? plot.arr : std::max<qint64>(60'000, plot.arr / random.between(6, 15)));
    }
}

void writeAdvocacy(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    Random random = world.random(plot, 92);
    const bool isAdvocate = plot.isMarked(u"advocate");
    const int count = std::max(plot.quota.advocacy.value_or(0), isAdvocate ? 1 : 0);
    const QDate last = plot.last(world.months);
    for (int nth = 0; nth < count; ++nth) {
        const bool speaksFirst = isAdvocate && nth == 0;
        const SampleLine& drawn = random.pick(world.content.texts.advocacy);
        const SampleLine& line = speaksFirst && plot.story == 15
                                     ? *ofKind(world.content.texts.advocacy, QStringLiteral("reference")).front()
                                     : drawn;
        constexpr QStringView states[] = {u"idea", u"asked", u"no", u"in_work"};
        Advocacy row;
        row.account = scene.account;
        row.kind = line.kind;
        row.day = std::max(workday(last.addDays(-random.between(20, 260))), plot.first(world.months));
        const Guest& guest = scene.who(u"champion", row.day);
        row.contact = guest.id;
        row.status = states[static_cast<std::size_t>((nth + plot.index) % 4)].toString();
        row.storyGoal = line.text;
        row.storyHow = filled(line.more, world, scene, guest, row.day, random);
        if (!scene.goals.empty())
            row.goal = scene.goals.front().id;
        if (speaksFirst)
            writeAdvocate(world, scene, row, guest);
        world.batch.add(row, row.day);
    }
}

} // namespace steward::sample
