// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/book_view.h"

#include "core/base/text.h"

#include <algorithm>

namespace steward::health {

namespace {

constexpr int anyAge = std::numeric_limits<int>::max();

Entity entityOf(DataKind kind)
{
    switch (kind) {
    case DataKind::Subscriptions:
        return Entity::Subscription;
    case DataKind::Invoices:
        return Entity::Invoice;
    case DataKind::Tickets:
        return Entity::Ticket;
    case DataKind::Surveys:
        return Entity::Survey;
    case DataKind::Touches:
        return Entity::Touch;
    case DataKind::Contacts:
        return Entity::Contact;
    case DataKind::ContactRoles:
        return Entity::ContactRole;
    case DataKind::Goals:
        return Entity::Goal;
    case DataKind::Milestones:
        return Entity::Milestone;
    case DataKind::Values:
        return Entity::Value;
    case DataKind::Risks:
        return Entity::Risk;
    default:
        return Entity::Pulse;
    }
}

bool isActiveUsers(const Metric& metric)
{
    const QString bare = bareName(metric.name);
    return bare.endsWith(u"activeusers") || bare == u"dau" || bare == u"wau" || bare == u"mau";
}

} // namespace

BookView::BookView(Portfolio portfolio, const Model& model, Grouping grouping)
    : m_portfolio(std::move(portfolio))
    , m_model(&model)
    , m_grouping(std::move(grouping))
    , m_horizons(m_portfolio)
    , m_practice(m_portfolio, m_grouping, {model.content().practisedShare, model.content().practisedTouchDays})
    , m_holidays(holidaysOf(m_portfolio.book()))
    , m_calendar({}, m_holidays)
{
    readMetrics();
    readInvoices();
}

void BookView::readMetrics()
{
    const std::optional<MetricId> primary = primaryMetric(m_portfolio);
    for (const Metric& metric : m_portfolio.book().metrics) {
        const MetricMeaning meaning = meaningOf(metric, {});
        MetricRole role;
        role.id = MetricId(metric.id);
        role.metric = &metric;
        role.isFeature = !meaning.feature.isEmpty();
        if (role.isFeature) {
            const QString bare = bareName(meaning.feature);
            if (!m_features.contains(bare))
                m_features.append(bare);
            role.feature = static_cast<int>(m_features.indexOf(bare));
            role.featureName = meaning.feature;
        }
        if (primary == role.id)
            role.primaryRank = 1;
        else if (meaning.primaryRank > 0 && !role.isFeature)
            role.primaryRank = 1 + meaning.primaryRank;
        if (meaning.countsSeats)
            role.seatRank = isActiveUsers(metric) ? 2 : 1;
        role.countsPeople = isActiveUsers(metric) || metric.unit == u"users" || metric.unit == u"people";
        role.isMonthly = metric.grain == u"month";
        role.absenceIsZero = metric.absence == u"zero";
        m_metrics.push_back(role);
    }
    std::sort(m_metrics.begin(), m_metrics.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    m_allFeatures = QBitArray(m_features.size(), true);
    for (const Plan& plan : m_portfolio.book().plans)
        if (!plan.features.isEmpty())
            m_featuresOfPlan.emplace(plan.id, featuresNamed(plan.features));
}

const MetricRole* BookView::metric(MetricId id) const
{
    const auto found = std::ranges::lower_bound(m_metrics, id, {}, &MetricRole::id);
    return found != m_metrics.end() && found->id == id ? &*found : nullptr;
}

QBitArray BookView::featuresNamed(const QStringList& names) const
{
    QBitArray set(m_features.size());
    for (const QString& name : names)
        if (const qsizetype at = m_features.indexOf(bareName(name)); at >= 0)
            set.setBit(at);
    return set;
}

QBitArray BookView::featuresOf(const Plan& plan) const
{
    const auto found = m_featuresOfPlan.find(plan.id);
    return found == m_featuresOfPlan.end() ? QBitArray(m_features.size()) : found->second;
}

void BookView::readInvoices()
{
    const auto see = [this](QDate day) {
        if (day.isValid() && (!m_invoicesTell.isValid() || day < m_invoicesTell))
            m_invoicesTell = day;
    };
    for (const AccountFacts& each : m_portfolio)
        for (const Invoice& invoice : each.of<Invoice>())
            see(invoice.paidOn.isValid() || invoice.status.isEmpty() ? invoice.paidOn : invoice.issued);
}

BookDay::BookDay(const BookView& view, QDate day)
    : m_view(&view)
    , m_day(day)
    , m_invoicesTell(view.invoicesTell(day))
{
    for (std::size_t i = 0; i < m_horizons.size(); ++i) {
        const auto kind = DataKind(i);
        const bool isUsage = kind == DataKind::Usage;
        m_horizons[i] = isUsage ? view.horizons().usageOn(day) : view.horizons().on(entityOf(kind), day);
        m_holds[i] = isUsage ? view.horizons().isUsageConnected(day, anyAge)
                             : view.horizons().isConnected(entityOf(kind), day, anyAge);
        m_practised[i] = view.practice().isPractised(kind, day);
    }
    for (const MetricRole& role : view.metrics())
        m_metricHorizons.push_back(view.horizons().usageOn(day, role.metric->source));
}

} // namespace steward::health
