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

namespace {

/// What was taken from a column: rejected rows left out.
qint64 sumOf(const Table& table, const ImportPlan& plan, std::size_t column, const NumberFormat& format, int digits)
{
    qint64 sum = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (row < plan.rows.size() && plan.rows[row].action == Action::Rejected)
            continue;
        if (const auto cell = parseAmount(table.cell(row, column), format, digits); cell.isValid())
            sum += cell.value.value;
    }
    return sum;
}

void compareTotals(const Table& table, const std::vector<ColumnFormat>& formats, ImportPlan& plan,
                   Reconciliation& reconciliation)
{
    const Currency currency = plan.request.currency;
    for (const auto& total : table.totals()) {
        for (std::size_t i = 0; i < plan.detection.columns.size(); ++i) {
            const Column& column = plan.detection.columns[i];
            const QString said = total.value(column.index);
            const NumberFormat& format = formats[i].number;
            const bool isAmount = column.target.isKept() && column.target.type == FieldType::Amount;
            const bool isCount = column.target.isKept() && column.target.type == FieldType::Integer;
            if (said.isEmpty() || !(isAmount || isCount))
                continue;
            const Currency own = column.currency.isKnown() ? column.currency : currency;
            const int digits = isCount ? 0 : own.isKnown() ? own.minorDigits() : 2;
            const qint64 sum = sumOf(table, plan, static_cast<std::size_t>(column.index), format, digits);
            const auto meant = parseAmount(said.toStdString(), format, digits);
            const bool agrees = meant.isValid() && meant.value.value == sum;
            reconciliation.totals.push_back({column.header, said, decimalText(sum, digits), agrees});
            if (!agrees)
                plan.issues.push_back(
                    {0, column.header, said, Code("import.total.differs"), {said, decimalText(sum, digits)}});
        }
    }
    if (const auto count = std::count_if(reconciliation.totals.begin(), reconciliation.totals.end(),
                                         [](const auto& total) { return !total.agrees; });
        count > 0)
        plan.issueTotals.emplace_back(Code("import.total.differs"), count);
}

} // namespace

void Reconciler::finish(const Table& table, const std::vector<ColumnFormat>& formats, ImportPlan& plan) const
{
    if (!m_isWanted && table.totals().empty())
        return;
    Reconciliation reconciliation;
    reconciliation.day = m_day;
    reconciliation.after = count();
    reconciliation.before = m_isWanted ? m_before : reconciliation.after;
    compareTotals(table, formats, plan, reconciliation);
    plan.reconciliation = reconciliation;
}

} // namespace steward::exchange
