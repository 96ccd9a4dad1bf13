// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/reconcile.h"

#include "core/portfolio/subscription_mrr.h"

#include <map>

namespace steward::exchange {

Reconciler::Reconciler(Directory& directory, const ImportPlan& plan)
    : m_directory(directory)
    , m_day(plan.request.dataUpTo.isValid() ? plan.request.dataUpTo : plan.request.today)
    , m_isWanted(plan.detection.kind.entity == Entity::Account || plan.detection.kind.entity == Entity::Subscription ||
                 plan.detection.kind.entity == Entity::Plan)
{
    if (m_isWanted)
        m_before = count();
}

Reconciliation::Side Reconciler::count() const
{
    Reconciliation::Side side;
    for (const auto& [id, row] : m_directory.rows(Entity::Account))
        side.accounts += row[ArchivedField].index() == 0 ? 1 : 0;
    std::vector<Plan> plans;
    for (const auto& [id, row] : m_directory.rows(Entity::Plan))
        plans.push_back(fromRow<Plan>(row));
    std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) { return a.id < b.id; });
    std::map<Currency, Mrr> mrr;
    for (const auto& [id, row] : m_directory.rows(Entity::Subscription)) {
        const auto subscription = fromRow<Subscription>(row);
        const bool hasEnded = subscription.endedOn.isValid() && subscription.endedOn <= m_day;
        if (subscription.archivedOn.isValid() || subscription.start > m_day || hasEnded)
            continue;
        for (const auto& span : paidSpans(subscription, {}, plans))
            if (span.contains(m_day))
                mrr[span.currency] += span.mrr;
        side.seats += subscription.seats.value_or(0);
        side.renewals += subscription.renewalDate > m_day ? 1 : 0;
    }
    for (const auto& [currency, sum] : mrr)
        side.arr.push_back({sum.toArrMinor(), currency});
    return side;
}

void Reconciler::finish(const Table& table, ImportPlan& plan) const
{
    if (!m_isWanted)
        return;
    Reconciliation reconciliation;
    reconciliation.day = m_day;
    reconciliation.before = m_before;
    reconciliation.after = count();
    for (const auto& total : table.totals()) {
        for (const auto& column : plan.detection.columns) {
            const QString said = total.value(column.index);
            if (said.isEmpty() || column.target.type != FieldType::Amount)
                continue;
            qint64 sum = 0;
            for (std::size_t row = 0; row < table.rows(); ++row)
                sum +=
                    parseAmount(table.cell(row, static_cast<std::size_t>(column.index)), {DecimalSign::Point, false}, 2)
                        .value.value;
            reconciliation.totals.push_back({column.header, said, decimalText(sum, 2)});
        }
    }
    plan.reconciliation = reconciliation;
}

} // namespace steward::exchange
