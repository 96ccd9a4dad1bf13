// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>

/// Requests to support, and the ones that became an escalation.
namespace steward::sample {

namespace {

constexpr qint64 hour = 3'600'000;

class Desk
{
public:
    Desk(World& world, const Scene& scene)
        : m_world(world)
        , m_scene(scene)
        , m_random(world.random(scene.plot, 70))
    {
    }
    void closed(QDate opened, int nth);
    void open(QDate opened, const QString& priority);
    void escalated(QDate opened, int nth);

private:
    Ticket begun(QDate opened, int nth);

    World& m_world;
    const Scene& m_scene;
    Random m_random;
};

Ticket Desk::begun(QDate opened, int nth)
{
    const auto& category = m_random.pick(m_world.content.tickets);
    const auto& [subject, priority] = m_random.pick(category.subjects);
    const auto there = m_scene.presentOn(opened);
    const Guest& guest = m_scene.plot.isSingleThreaded || there.empty()
                             ? m_scene.who(u"champion", opened)
                             : *there[static_cast<std::size_t>(nth) % there.size()];
    Ticket ticket;
    ticket.account = m_scene.account;
    ticket.contact = guest.id;
    ticket.category = category.name;
    ticket.subject = filled(subject, m_world, m_scene, guest, opened, m_random);
    ticket.priority = priority;
    ticket.opened = opened;
    ticket.openedAt = Instant{qint64(usageDay(opened)) * 24 * hour + m_random.between(6 * 60, 15 * 60) * 60'000};
    const int minutes = m_random.between(12, priority == u"urgent" ? 60 : 420);
    ticket.firstReplyMinutes = minutes;
    ticket.firstReplyAt = Instant{ticket.openedAt->ms + minutes * 60'000};
    ticket.escalated = false;
    return ticket;
}

void Desk::closed(QDate opened, int nth)
{
    Ticket ticket = begun(opened, nth);
    const QDate last = m_scene.plot.last(m_world.months);
    ticket.closed = std::min(workday(opened.addDays(m_random.between(1, ticket.priority == u"low" ? 9 : 4))), last);
    ticket.closed = std::max(ticket.closed, opened);
    ticket.status = QStringLiteral("closed");
    if (nth % 3 == 0) {
        ticket.csat = m_random.between(m_scene.plot.csat);
        ticket.csatScale = 5;
    }
    m_world.batch.add(
        ticket, opened,
        {{"status", opened, QStringLiteral("open")}, {"status", ticket.closed, QStringLiteral("closed")}});
}

void Desk::open(QDate opened, const QString& priority)
{
    Ticket ticket = begun(opened, 0);
    ticket.priority = priority;
    ticket.status = QStringLiteral("open");
    m_world.batch.add(ticket, opened);
}

void Desk::escalated(QDate opened, int nth)
{
    const auto& text = m_world.content.escalations[static_cast<std::size_t>(nth) % m_world.content.escalations.size()];
    Ticket ticket = begun(opened, nth);
    ticket.subject = text.text;
    ticket.priority = QStringLiteral("urgent");
    ticket.status = QStringLiteral("open");
    ticket.escalated = true;
    Escalation escalation;
    escalation.account = m_scene.account;
    escalation.ticket = m_world.batch.add(ticket, opened);
    escalation.subject = text.text;
    escalation.businessEffect = text.more;
    escalation.opened = opened.addDays(1);
    escalation.owner = m_world.lead;
    escalation.nextUpdateDue = m_world.months.asOf.addDays(1);
    escalation.satisfactionBefore = 4.2;
    m_world.batch.add(escalation, escalation.opened);
}

/// Settled since: shows what service recovery looks like.
void writeSettled(World& world, const Scene& scene)
{
    const QDate opened = workday(world.months.day(8, 3));
    Escalation escalation;
    escalation.account = scene.account;
    escalation.subject = world.content.escalations.front().text;
    escalation.businessEffect = world.content.escalations.front().more;
    escalation.opened = opened;
    escalation.owner = world.lead;
    escalation.causeToldOn = workday(opened.addDays(12));
    escalation.closed = workday(opened.addDays(21));
    escalation.satisfactionBefore = 2.1;
    escalation.satisfactionAfter = 4.4;
    world.batch.add(escalation, opened);
}

} // namespace

void writeTickets(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    Desk desk(world, scene);
    Random random = world.random(plot, 71);
    const QDate last = plot.last(world.months);
    for (int i = 0; i < plot.escalations; ++i)
        desk.escalated(workday(last.addDays(-(14 + 27 * i))), i);
    for (int i = 0; i < plot.openTickets; ++i)
        desk.open(workday(last.addDays(-(5 + 6 * i))), i == 0 ? QStringLiteral("urgent") : QStringLiteral("high"));
    if (plot.story == 15)
        writeSettled(world, scene);
    const int count = std::max(0, plot.quota.tickets.value_or(0) - plot.escalations - plot.openTickets);
    const QDate first = plot.first(world.months);
    const double told = double(plot.ticketEvery > 0 ? std::min<qint64>(plot.ticketEvery * count, first.daysTo(last))
                                                    : std::max<qint64>(1, first.daysTo(last)));
    for (int nth = 0; nth < count; ++nth) {
        const double way = (nth + (plot.ticketEvery > 0 ? 0.5 : random.unit())) / count;
        const QDate day = workday(last.addDays(-static_cast<qint64>(told * way)));
        if (plot.isCustomerOn(day))
            desk.closed(day, nth);
    }
}

} // namespace steward::sample
