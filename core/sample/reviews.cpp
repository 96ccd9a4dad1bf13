// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

/// Quarterly reviews: those held, and the three that are due with more or less of their preparation done.
namespace steward::sample {

namespace {

constexpr qint64 hour = 3'600'000;

Instant at(QDate day, int hours) { return {(qint64(usageDay(day)) * 24 + hours) * hour}; }

QDate quarterOf(QDate day) { return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1}; }

/// The quarter a meeting of that day looks at: in the first half of one still the one before.
QDate reviewedOn(QDate meeting)
{
    constexpr int half = 45;
    return quarterOf(meeting.addDays(-half));
}

Json actionsText(const Scene& scene, QDate due, bool isClosed)
{
    QJsonArray actions;
    const std::pair<QString, QString> texts[] = {
        {QStringLiteral("Second site in the plan"), scene.guests.front().first},
        {QStringLiteral("Answer on half days, with a date or a no"), QStringLiteral("us")}};
    for (const auto& [what, who] : texts)
        actions.append(
            QJsonObject{{QStringLiteral("what"), what},
                        {QStringLiteral("who"), who},
                        {QStringLiteral("due"), due.toString(Qt::ISODate)},
                        {QStringLiteral("state"), isClosed ? QStringLiteral("done") : QStringLiteral("open")},
                        {QStringLiteral("why"), QString()}});
    return {QString::fromUtf8(QJsonDocument(actions).toJson(QJsonDocument::Compact))};
}

std::vector<ContactId> attendees(const Scene& scene, QDate day)
{
    std::vector<ContactId> ids;
    for (const Guest* each : scene.presentOn(day))
        if (ids.size() < 4)
            ids.push_back(each->id);
    return ids;
}

void writeHeld(World& world, const Scene& scene, QDate day, bool areActionsClosed)
{
    Qbr review;
    review.account = scene.account;
    review.quarter = reviewedOn(day);
    review.status = QStringLiteral("held");
    review.heldOn = day;
    review.meetingStart = at(day, 13);
    review.meetingEnd = at(day, 14);
    review.dateConfirmedOn = workday(day.addDays(-24));
    review.deciderConfirmedOn = workday(day.addDays(-21));
    review.agendaAskedOn = workday(day.addDays(-20));
    review.draftShownOn = workday(day.addDays(-7));
    review.attendees = attendees(scene, day);
    review.actions = actionsText(scene, day.addDays(40), areActionsClosed);
    review.recapSentAt = Instant{review.meetingEnd->ms + 18 * hour};
    world.batch.add(review, day);
}

/// Readiness by content 7.3: 35 where most is missing, 72 without agenda and old actions, 90 without draft.
void writeDue(World& world, const Scene& scene)
{
    const Months& months = world.months;
    const int story = scene.plot.story;
    const QDate day = workday(months.asOf.addDays(story == 9 ? 6 : story == 8 ? 12 : 20));
    Qbr review;
    review.account = scene.account;
    review.quarter = reviewedOn(day);
    review.status = QStringLiteral("planned");
    review.meetingStart = at(day, 13);
    review.meetingEnd = at(day, 14);
    if (story != 9) {
        review.dateConfirmedOn = workday(months.ago(9));
        review.deciderConfirmedOn = workday(months.ago(7));
    }
    if (story != 8)
        review.agendaAskedOn = workday(months.ago(6));
    if (story == 8)
        review.draftShownOn = workday(months.ago(2));
    review.attendees = attendees(scene, months.asOf);
    world.batch.add(review, months.ago(12));
}

/// What the customer planned to spend, by quarter; story 9 has not entered the one the review is about.
void writePlan(World& world, const Scene& scene)
{
    const Plot& plot = scene.plot;
    QDate quarter = quarterOf(world.months.asOf).addMonths(-12);
    for (int nth = 0; nth < 5; ++nth, quarter = quarter.addMonths(3)) {
        if (quarter < plot.first(world.months) || (plot.story == 9 && nth == 4))
            continue;
        PlanFigure figure;
        figure.account = scene.account;
        figure.quarter = quarter;
        figure.line = QStringLiteral("Subscription");
        figure.amount = Minor{plot.arr / 4};
        figure.currency = plot.currency;
        figure.recordedOn = workday(quarter.addDays(-10));
        world.batch.add(figure, figure.recordedOn);
    }
}

} // namespace

void writeReviews(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    const bool isDue = plot.isMarked(u"qbr_due");
    const QDate last = plot.last(world.months);
    const int held = plot.quota.qbrs.value_or(0);
    for (int nth = 0; nth < held; ++nth) {
        const QDate day = workday(last.addDays(-((isDue ? 88 : 35) + 91 * nth)));
        const bool areActionsClosed = nth > 0 || !isDue || plot.story == 15;
        if (day > plot.first(world.months).addDays(30))
            writeHeld(world, scene, day, areActionsClosed);
    }
    if (isDue)
        writeDue(world, scene);
    if (plot.is(u"enterprise") || plot.is(u"msp") || plot.is(u"public") || isDue)
        writePlan(world, scene);
}

} // namespace steward::sample
