// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/qbr/pack.h"

namespace steward::qbr {

namespace {

bool isDue(const AccountFacts& facts, const BookFacts& book, int perYear, const Period& quarter, QDate asOf)
{
    QDate lastHeld;
    bool isPlanned = false;
    for (const Qbr& each : facts.of<Qbr>()) {
        if (each.status == u"cancelled")
            continue;
        const bool isOfQuarter = quarter.contains(each.quarter);
        if (isOfQuarter && each.heldOn.isValid())
            return false;
        isPlanned = isPlanned || isOfQuarter;
        if (each.heldOn.isValid() && each.heldOn <= quarter.to)
            lastHeld = std::max(lastHeld, each.heldOn);
    }
    if (isPlanned)
        return true;
    const QDate from = lastHeld.isValid() ? lastHeld : contractStart(facts, book);
    if (perYear <= 0 || standingOn(facts, book, asOf) != AccountStanding::Customer)
        return false;
    return !from.isValid() || from.addMonths(12 / perYear) <= quarter.to;
}

} // namespace

std::vector<AccountId> dueIn(const Portfolio& portfolio, const Grouping& grouping, Quarter quarter, QDate asOf)
{
    const Period period = periodOf(quarter, portfolio.book().fiscalYearStart);
    std::vector<AccountId> due;
    for (const AccountFacts& each : portfolio)
        if (isDue(each, portfolio.book(), grouping.rulesOf(each.id()).reviewsPerYear, period, asOf))
            due.push_back(each.id());
    return due;
}

} // namespace steward::qbr
