// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/milestones.h"

namespace steward::journey {

namespace {

QString saidHow(const Milestone& milestone)
{
    if (milestone.saidBy.isValid())
        return QStringLiteral("contact");
    if (!milestone.saidSource.isEmpty())
        return QStringLiteral("source");
    return milestone.knownBy == u"fact" ? QStringLiteral("fact") : QStringLiteral("person");
}

} // namespace

QDate firstAction(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const QDate start = accountStart(facts, book);
    QDate first;
    for (const UsageView series : facts.usage)
        for (const UsageSeries::Point& point : series.points) {
            const QDate used = usageDate(point.day);
            if (point.value <= 0 || (start.isValid() && used < start))
                continue;
            if (used <= day && (!first.isValid() || used < first))
                first = used;
            break;
        }
    return first;
}

std::vector<MilestoneState> milestones(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    std::vector<MilestoneState> list;
    bool hasFirstAction = false;
    for (const Milestone& row : facts.of<Milestone>()) {
        MilestoneState state;
        state.kind = row.kind;
        state.planned = row.planned;
        state.required = row.required.value_or(false);
        state.record = {Entity::Milestone, row.id};
        if (row.reached.isValid() && row.reached <= day) {
            state.reached = row.reached;
            state.by = saidHow(row);
            state.saidBy = row.saidBy;
            state.saidSource = row.saidSource;
        }
        hasFirstAction = hasFirstAction || (row.kind == u"first_action" && state.reached.isValid());
        list.push_back(std::move(state));
    }
    if (const QDate used = hasFirstAction ? QDate() : firstAction(facts, book, day); used.isValid()) {
        const auto planned = std::find_if(list.begin(), list.end(),
                                          [](const MilestoneState& each) { return each.kind == u"first_action"; });
        MilestoneState& state = planned != list.end() ? *planned : list.emplace_back();
        state.kind = QStringLiteral("first_action");
        state.reached = used;
        state.by = QStringLiteral("fact");
    }
    const auto order = [](const MilestoneState& each) {
        const QDate first = each.planned.isValid() ? each.planned : each.reached;
        return std::tuple(!first.isValid(), first, each.reached, each.record.id);
    };
    std::stable_sort(list.begin(), list.end(),
                     [&order](const MilestoneState& a, const MilestoneState& b) { return order(a) < order(b); });
    return list;
}

const Goal* goalMet(const AccountFacts& facts, const MilestoneState& milestone)
{
    if (milestone.kind != u"goal_met" || !milestone.reached.isValid())
        return nullptr;
    const Goal* met = nullptr;
    for (const Goal& each : facts.of<Goal>()) {
        if (each.archivedOn.isValid() || each.metOn != milestone.reached)
            continue;
        if (met)
            return nullptr;
        met = &each;
    }
    return met;
}

QString stuckAt(const std::vector<MilestoneState>& list, QDate day)
{
    for (const MilestoneState& each : list)
        if (each.daysBehind(day))
            return each.kind;
    return {};
}

QDate reachedOn(const AccountFacts& facts, QStringView kind, QDate day)
{
    QDate first;
    for (const Milestone& row : facts.of<Milestone>())
        if (row.kind == kind && row.reached.isValid() && row.reached <= day &&
            (!first.isValid() || row.reached < first))
            first = row.reached;
    return first;
}

} // namespace steward::journey
