// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/health/account_view.h"
#include "core/portfolio/standing.h"

/// Urgent or escalated tickets that are open, and a part of each high one that has been open for longer than a week.
namespace steward::health::measures {

namespace {

enum Number
{
    HighCounts,
    HighAfter
};
enum Sentence
{
    Open,
    High,
    None
};

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    qint64 urgent = 0;
    qint64 high = 0;
    const Ticket* oldest[2] = {nullptr, nullptr};
    const auto see = [&](const Ticket& ticket, int which) {
        trail.record(ticket);
        if (!oldest[which] || ticket.opened < oldest[which]->opened)
            oldest[which] = &ticket;
    };
    for (const Ticket& each : account.of<Ticket>()) {
        if (!isOpen(each))
            continue;
        const bool isUrgent = isOneOf(each.priority, {u"urgent"}) || each.escalated.value_or(false);
        if (isUrgent) {
            ++urgent;
            see(each, 0);
        } else if (isOneOf(each.priority, {u"high"}) && each.opened.isValid() &&
                   each.opened.daysTo(source.end) > rule.days(HighAfter)) {
            ++high;
            see(each, 1);
        }
    }
    trail.dataTo(source.end);
    if (urgent + high == 0) {
        trail.say(None);
        return knownZero(rule.curve().at({0, 1}));
    }
    const Ticket& first = *oldest[urgent > 0 ? 0 : 1];
    const qint64 days = first.opened.isValid() ? first.opened.daysTo(source.end) : 0;
    trail.say(urgent > 0 ? Open : High, urgent > 0 ? urgent : high, days, first.subject);
    return scored(rule.curve().at({urgent * 1000 + high * rule.number(HighCounts).thousandths, 1000}));
}

} // namespace

extern const MeasureKind tickets_open;
constexpr MeasureKind tickets_open{"tickets_open", "high_counts high_after", "points", "", "open high none", "", &read};

} // namespace steward::health::measures
