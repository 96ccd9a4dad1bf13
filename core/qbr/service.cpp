// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/answers.h"
#include "core/qbr/subject.h"

#include <QTimeZone>
#include <algorithm>
#include <map>

namespace steward::qbr {

namespace {

constexpr qint64 msPerMinute = 60'000;

std::optional<qint64> replyMinutes(const Ticket& ticket)
{
    if (ticket.firstReplyMinutes)
        return ticket.firstReplyMinutes;
    if (ticket.firstReplyAt && ticket.openedAt && *ticket.firstReplyAt >= *ticket.openedAt)
        return (ticket.firstReplyAt->ms - ticket.openedAt->ms) / msPerMinute;
    return std::nullopt;
}

qint64 median(std::vector<qint64> values)
{
    std::ranges::sort(values);
    return values[(values.size() - 1) / 2];
}

} // namespace

std::vector<std::pair<QString, qint64>> Service::shownThemes() const
{
    constexpr std::ptrdiff_t most = 4;
    return {themes.begin(), themes.begin() + std::min(most, std::ssize(themes))};
}

Service serviceOf(const Subject& subject)
{
    Service service;
    const QDate horizon = subject.horizons.on(Entity::Ticket, subject.period.to);
    service.dataTo = horizon;
    const QDate first = subject.horizons.from(Entity::Ticket);
    service.isKnown = horizon.isValid() && horizon >= subject.period.from && !(first > subject.period.to);
    std::map<QString, qint64> themes;
    std::vector<qint64> replies;
    std::vector<qint64> days;
    for (const Ticket& each : subject.facts.of<Ticket>()) {
        if (!subject.period.contains(each.opened))
            continue;
        ++service.opened;
        const bool isUrgent = each.priority == u"urgent";
        service.urgent += isUrgent ? 1 : 0;
        service.urgentOpen += isUrgent && !each.closed.isValid() ? 1 : 0;
        if (!each.category.isEmpty())
            ++themes[each.category];
        service.contradictory += each.closed.isValid() && each.status == u"open" ? 1 : 0;
        if (each.closed.isValid())
            days.push_back(std::max<qint64>(0, each.opened.daysTo(each.closed)));
        if (const auto minutes = replyMinutes(each))
            replies.push_back(*minutes);
    }
    service.closed = static_cast<qint64>(days.size());
    // Those still open are slower than all that were solved: half of everything, not half of the solved ones.
    const auto half = static_cast<std::size_t>((service.opened + 1) / 2);
    std::ranges::sort(days);
    if (half > 0 && days.size() >= half)
        service.halfWithinDays = days[half - 1];
    if (!replies.empty())
        service.firstReply = median(std::move(replies));
    service.themes.assign(themes.begin(), themes.end());
    std::ranges::stable_sort(service.themes, [](const auto& a, const auto& b) { return a.second > b.second; });
    feedback::Query query;
    query.period = subject.period;
    query.account = subject.facts.id();
    for (const auto& row : feedback::csat(subject.portfolio, subject.grouping, query)) {
        service.satisfied += row.count.satisfied;
        service.answers += row.count.all;
    }
    for (const Escalation& each : subject.facts.of<Escalation>())
        if (subject.period.contains(each.opened))
            service.escalations.emplace_back(each.opened, each.closed);
    return service;
}

} // namespace steward::qbr
