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
    case DataKind::Escalations:
        return Entity::Escalation;
    default:
        return Entity::Pulse;
    }
}

Practice::Asked askedBy(const Model& model)
{
    return {model.content().practisedShare, model.content().practisedTouchDays};
}

/// Keeps the earlier day; an invalid one says nothing.
void see(QDate& first, QDate day)
{
    if (day.isValid() && (!first.isValid() || day < first))
        first = day;
}

bool isActiveUsers(const Metric& metric)
{
    const QString bare = bareName(metric.name);
    return bare.endsWith(u"activeusers") || bare == u"dau" || bare == u"wau" || bare == u"mau";
}

/// Rows lie by day, those without one first.
template <class T>
QDate firstNaming(const AccountFacts& facts, QDate T::*on)
{
    const auto& rows = facts.of<T>();
    const auto found = std::find_if(rows.begin(), rows.end(), [on](const T& row) {
        if constexpr (std::is_same_v<T, Touch>)
            return (row.*on).isValid() && !row.contacts.empty();
        else
            return (row.*on).isValid() && row.contact.isValid();
    });
    return found == rows.end() ? QDate() : *found.*on;
}

} // namespace

BookView::Part::Part(std::vector<const AccountFacts*> of, std::vector<bool> namesPerson, const BookFacts& book,
                     Practice::Asked asked, std::span<const MetricId> settled)
    : accounts(std::move(of))
    , hasPeople(std::move(namesPerson))
    , horizons(accounts, book)
    , practice(std::make_shared<const Practice::Part>(accounts, hasPeople, book, asked))
{
    // A contract without a day was always there.
    const auto from = [](QDate day) { return day.isValid() ? day : QDate(1, 1, 1); };
    for (const AccountFacts* each : accounts) {
        addDaysAboveZero(metricDays, *each, settled);
        see(firstNamed, firstNaming<Survey>(*each, &Survey::day));
        see(firstNamed, firstNaming<Ticket>(*each, &Ticket::opened));
        see(firstNamed, firstNaming<Touch>(*each, &Touch::day));
        for (const Invoice& invoice : each->of<Invoice>())
            see(invoicesTell, invoice.paidOn.isValid() || invoice.status.isEmpty() ? invoice.paidOn : invoice.issued);
        for (const Subscription& contract : each->of<Subscription>())
            if (contract.seats)
                see(seatsTell, from(contract.start));
        for (const SubscriptionPhase& phase : each->of<SubscriptionPhase>())
            if (phase.seats)
                see(seatsTell, from(phase.from));
    }
}

BookView::Parts BookView::partsOf(const Portfolio& portfolio, const Grouping& grouping, Practice::Asked asked,
                                  const BookView* before)
{
    // Few enough that what the passes of a part read stays in the processor's cache, and that one edit costs little.
    constexpr std::size_t most = 32;
    // Contracts are read by their plans, use by the sources of its metrics: other ones change every part.
    const bool isSameBook = before && before->facts().plans == portfolio.book().plans &&
                            before->facts().metrics == portfolio.book().metrics;
    const std::vector<MetricId> settled = settledMetrics(portfolio.book());
    Parts parts;
    for (std::size_t from = 0; from < portfolio.size(); from += most) {
        std::vector<const AccountFacts*> accounts;
        std::vector<bool> hasPeople;
        for (std::size_t i = from; i < std::min(from + most, portfolio.size()); ++i) {
            accounts.push_back(&portfolio.at(i));
            const GroupRules* rules = grouping.find(accounts.back()->id());
            hasPeople.push_back(!rules || rules->namedPerson);
        }
        const std::size_t number = parts.size();
        const bool isSame = isSameBook && number < before->m_parts.size() &&
                            before->m_parts[number]->accounts == accounts &&
                            before->m_parts[number]->hasPeople == hasPeople;
        parts.push_back(isSame ? before->m_parts[number]
                               : std::make_shared<const Part>(std::move(accounts), std::move(hasPeople),
                                                              portfolio.book(), asked, settled));
    }
    return parts;
}

Horizons BookView::horizonsOf(const Parts& parts, const Portfolio& portfolio)
{
    const AccountFacts* unlinked = &portfolio.unlinked();
    const Horizons ofUnlinked({&unlinked, 1}, portfolio.book());
    std::vector<const Horizons*> all{&ofUnlinked};
    for (const auto& part : parts)
        all.push_back(&part->horizons);
    return {all, portfolio.book()};
}

Practice BookView::practiceOf(const Parts& parts, Practice::Asked asked)
{
    std::vector<std::shared_ptr<const Practice::Part>> all;
    for (const auto& part : parts)
        all.push_back(part->practice);
    return {std::move(all), asked};
}

BookView::BookView(Portfolio portfolio, const Model& model, Grouping grouping, const BookView* before)
    : m_portfolio(std::move(portfolio))
    , m_model(&model)
    , m_grouping(std::move(grouping))
    , m_parts(partsOf(m_portfolio, m_grouping, askedBy(model), before))
    , m_horizons(horizonsOf(m_parts, m_portfolio))
    , m_practice(practiceOf(m_parts, askedBy(model)))
    , m_holidays(holidaysOf(m_portfolio.book()))
    , m_calendar({}, m_holidays)
{
    readMetrics();
    for (const auto& part : m_parts) {
        see(m_invoicesTell, part->invoicesTell);
        see(m_seatsTell, part->seatsTell);
        see(m_firstNamed, part->firstNamed);
    }
}

void BookView::readMetrics()
{
    MetricDays days;
    for (const auto& part : m_parts)
        for (const auto& [metric, use] : part->metricDays)
            days[metric] += use;
    m_primaries = primaryMetrics(days, facts());
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
            m_featureByText.insert(meaning.feature, role.feature);
        }
        if (meaning.primaryRank > 0 && !role.isFeature)
            role.primaryRank = 1 + meaning.primaryRank;
        if (meaning.countsSeats)
            role.seatRank = isActiveUsers(metric) ? 2 : 1;
        role.countsPeople = isActiveUsers(metric) || metric.unit == u"users" || metric.unit == u"people";
        role.countsUse = meaning.countsUse;
        role.isMonthly = metric.grain == u"month";
        role.absenceIsZero = metric.absence == u"zero";
        m_metrics.push_back(role);
    }
    std::sort(m_metrics.begin(), m_metrics.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const Plan& plan : m_portfolio.book().plans) {
        for (const QString& each : plan.features)
            m_featureByText.insert(each, m_features.indexOf(bareName(each)));
        if (!plan.features.isEmpty())
            m_featuresOfPlan.emplace(plan.id, featuresNamed(plan.features));
    }
}

std::optional<MetricId> BookView::primaryMetric(QDate day) const
{
    std::optional<MetricId> primary;
    for (const PrimaryFrom& each : m_primaries)
        if (each.from <= usageDay(day))
            primary = each.metric;
    return primary;
}

const MetricRole* BookView::metric(MetricId id) const
{
    const auto found = std::ranges::lower_bound(m_metrics, id, {}, &MetricRole::id);
    return found != m_metrics.end() && found->id == id ? &*found : nullptr;
}

FeatureSet BookView::featuresNamed(const QStringList& names) const
{
    FeatureSet set(featureCount());
    for (const QString& name : names) {
        const auto known = m_featureByText.constFind(name);
        const qsizetype at = known != m_featureByText.cend() ? *known : m_features.indexOf(bareName(name));
        if (at >= 0)
            set.add(at);
    }
    return set;
}

const FeatureSet* BookView::featuresOf(const Plan& plan) const
{
    const auto found = m_featuresOfPlan.find(plan.id);
    return found == m_featuresOfPlan.end() ? nullptr : &found->second;
}

BookDay::BookDay(const BookView& view, QDate day)
    : m_view(&view)
    , m_day(day)
    , m_invoicesTell(view.invoicesTell(day))
    , m_seatsTell(view.seatsTell(day))
    , m_primary(view.primaryMetric(day))
{
    for (const KeyRole role : {KeyRole::Sponsor, KeyRole::Champion})
        m_rolesPractised[std::size_t(role)] = view.practice().isPractised(role, day);
    for (std::size_t i = 0; i < m_horizons.size(); ++i) {
        const auto kind = DataKind(i);
        const bool isUsage = kind == DataKind::Usage;
        m_horizons[i] = isUsage ? view.horizons().usageOn(day) : view.horizons().on(entityOf(kind), day);
        m_holds[i] = isUsage ? view.horizons().isUsageConnected(day, anyAge)
                             : view.horizons().isConnected(entityOf(kind), day, anyAge);
        m_practised[i] = view.practice().isPractised(kind, day);
        m_lacking |= m_holds[i] && m_practised[i] ? DataKinds() : bitOf(kind);
    }
    for (const MetricRole& role : view.metrics())
        m_metricHorizons.push_back(view.horizons().usageOn(day, role.metric->source));
}

} // namespace steward::health
