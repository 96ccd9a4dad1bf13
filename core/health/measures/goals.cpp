// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/one_of.h"
#include "core/health/account_view.h"
#include "core/portfolio/standing.h"

/// Goals agreed with the customer that are met or on track, half of those at risk; the first priority counts more.
namespace steward::health::measures {

namespace {

enum Number
{
    DueBack,
    DueAhead,
    AtRiskCounts,
    FirstPriorityCounts
};
enum Sentence
{
    Behind,
    All
};

/// Thousandths of a goal that count; none: it is no goal agreed with the customer.
std::optional<qint64> countOf(const Goal& goal, const Rule& rule)
{
    constexpr qint64 whole = 1000;
    if (isMet(goal) || isOneOf(goal.status, {u"on_track", u"agreed"}))
        return whole;
    // Without a status nobody has said how it stands: on earlier days so, where it came by import.
    if (!isOpen(goal) || goal.status.isEmpty() || isOneOf(goal.status, {u"draft"}))
        return std::nullopt;
    return isOneOf(goal.status, {u"at_risk"}) ? rule.number(AtRiskCounts).thousandths : 0;
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const Period due{account.day().addDays(-rule.days(DueBack)), account.day().addDays(rule.days(DueAhead))};
    qint64 sum = 0;
    qint64 weights = 0;
    int well = 0;
    int count = 0;
    QDate reviewed;
    const Goal* behind = nullptr;
    for (const Goal& each : account.of<Goal>()) {
        const auto counts = countOf(each, rule);
        if (!counts || !due.contains(each.due))
            continue;
        const qint64 weight = each.priority == 1 ? rule.number(FirstPriorityCounts).thousandths : 1000;
        sum += weight * *counts;
        weights += weight;
        ++count;
        const bool isWell = *counts == 1000;
        well += isWell ? 1 : 0;
        if (!isWell && (!behind || each.due < behind->due))
            behind = &each;
        for (const QDate seen : {each.agreedOn, each.lastReviewed, each.metOn})
            if (seen.isValid() && seen <= account.day() && (!reviewed.isValid() || seen > reviewed))
                reviewed = seen;
        trail.record(each);
    }
    if (count == 0) {
        const auto kind = account.notPractised(rule.practised());
        return unknown(trail, kind ? Gap::NotPractised : Gap::TooLittle, DataKind::Goals);
    }
    if (rule.freshDays() && reviewed.isValid() && reviewed.daysTo(account.day()) > *rule.freshDays())
        return unknown(trail, Gap::TooOld, DataKind::Goals, reviewed);
    trail.dataTo(reviewed);
    if (behind)
        trail.say(Behind, well, count, behind->shortName.isEmpty() ? behind->outcome : behind->shortName);
    else
        trail.say(All, well, count, QString());
    return scored(rule.curve().at({sum * 100, weights * 1000}));
}

} // namespace

extern const MeasureKind goals;
constexpr MeasureKind goals{
    "goals", "due_back due_ahead at_risk_counts first_priority_counts", "points", "", "behind all", "", &read};

} // namespace steward::health::measures
