// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/due.h"

#include "core/portfolio/standing.h"

namespace steward::qbr {

Due dueOf(const AccountFacts& facts, const BookFacts& book, int reviewsPerYear, Quarter quarter, QDate asOf)
{
    const Period period = periodOf(quarter, book.fiscalYearStart);
    Due due;
    due.account = facts.id();
    bool isPlanned = false;
    bool isHeld = false;
    for (const Qbr& each : facts.of<Qbr>()) {
        if (each.status == u"cancelled")
            continue;
        const bool isOfQuarter = period.contains(each.quarter);
        if (each.heldOn.isValid() && (isOfQuarter || each.heldOn <= period.to))
            due.lastHeld = std::max(due.lastHeld, each.heldOn);
        if (!isOfQuarter)
            continue;
        // Held once and planned again: what is still to come is what to prepare.
        if (!isPlanned || !each.heldOn.isValid())
            due.meeting = each.meetingStart;
        isPlanned = isPlanned || !each.heldOn.isValid();
        isHeld = isHeld || each.heldOn.isValid();
    }
    if (isPlanned || isHeld) {
        due.state = isPlanned ? DueState::Due : DueState::Held;
        return due;
    }
    if (reviewsPerYear <= 0 || standingOn(facts, book, asOf) != AccountStanding::Customer)
        return due;
    const QDate from = due.lastHeld.isValid() ? due.lastHeld : contractStart(facts, book);
    if (!from.isValid() || from.addMonths(12 / reviewsPerYear) <= period.to)
        due.state = DueState::Due;
    return due;
}

bool lacksRhythm(const AccountFacts& facts, const BookFacts& book, const Grouping& grouping, QDate asOf)
{
    return !grouping.find(facts.id()) && standingOn(facts, book, asOf) == AccountStanding::Customer;
}

std::vector<AccountId> dueIn(const Portfolio& portfolio, const Grouping& grouping, Quarter quarter, QDate asOf)
{
    std::vector<AccountId> due;
    for (const AccountFacts& each : portfolio)
        if (dueOf(each, portfolio.book(), grouping.rulesOf(each.id()).reviewsPerYear, quarter, asOf).state ==
            DueState::Due)
            due.push_back(each.id());
    return due;
}

} // namespace steward::qbr
