// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

/// Features used on some days of the window, of those in the plan that serve one of the account's goals; without goals
/// that name any, of those in the plan; without a plan that names any, of all that are measured.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    MinDays
};
enum Limit
{
    NoFeatureMetrics
};
enum Sentence
{
    Used,
    All,
    UsedPlan,
    AllPlan
};

/// Features by their place in the book's list of metrics; no list: all.
class Wanted
{
public:
    explicit Wanted(const AccountView& account)
    {
        const BookView& book = account.book().view();
        QBitArray inPlan;
        QBitArray serving;
        for (const Subscription& each : account.of<Subscription>())
            if (isInForce(each, account.day()))
                if (const Plan* plan = planOf(book.facts(), each.plan))
                    inPlan |= book.featuresOf(*plan);
        for (const Goal& each : account.of<Goal>())
            if (!each.features.isEmpty() && (isOpen(each) || isMet(each)))
                serving |= book.featuresNamed(each.features);
        if (inPlan.count(true) == 0)
            inPlan = book.allFeatures();
        serving &= inPlan;
        m_byGoal = serving.count(true) > 0;
        m_features = m_byGoal ? serving : inPlan;
    }
    [[nodiscard]] bool servesGoals() const { return m_byGoal; }
    [[nodiscard]] const QBitArray& features() const { return m_features; }

private:
    QBitArray m_features;
    bool m_byGoal = false;
};

int daysUsed(const AccountView& account, const UsageView& series, const MetricRole& role, int window, QDate end)
{
    const UsageRead usage{&role, series.points, end};
    int days = 0;
    for (const UsageSeries::Point& point : account.within(usage, end.addDays(1 - window), end))
        days += point.value > 0 ? 1 : 0;
    return days;
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const BookView& book = account.book().view();
    const SourceRead source = account.source(rule);
    if (source.isReadable() && rule.limit(NoFeatureMetrics) && book.allFeatures().isEmpty())
        return notApplicable(trail, "no_feature_metrics");
    if (!source.isReadable())
        return source.unknown(trail);
    const Wanted wanted(account);
    QBitArray used(book.allFeatures().size());
    QDate end;
    bool isMeasured = false;
    for (const UsageView series : account.facts().usage) {
        const MetricRole* role = book.metric(series.metric);
        if (!role || !role->isFeature || series.points.empty())
            continue;
        isMeasured = true;
        const QDate horizon = account.book().metricHorizon(*role);
        const QDate to = role->isMonthly ? std::min(horizon, usageDate(series.points.back().day)) : horizon;
        end = !end.isValid() || horizon > end ? horizon : end;
        if (wanted.features().testBit(role->feature) &&
            daysUsed(account, series, *role, rule.days(Window), to) >= (role->isMonthly ? 1 : rule.days(MinDays)))
            used.setBit(role->feature);
    }
    const auto most = wanted.features().count(true);
    if (!isMeasured || most == 0)
        return unknown(trail, Gap::TooLittle, DataKind::Usage);
    if (rule.freshDays() && end.daysTo(account.day()) > *rule.freshDays())
        return unknown(trail, Gap::TooOld, DataKind::Usage, end);
    const auto count = used.count(true);
    trail.dataTo(end);
    if (trail.isWanted()) {
        QStringList missing;
        for (const MetricRole& role : book.metrics())
            if (role.isFeature && wanted.features().testBit(role.feature)) {
                trail.add(Entity::Metric, role.id.value());
                if (!used.testBit(role.feature) && !missing.contains(role.featureName))
                    missing.append(role.featureName);
            }
        const int sentence =
            count == most ? (wanted.servesGoals() ? All : AllPlan) : (wanted.servesGoals() ? Used : UsedPlan);
        trail.say(sentence, count, most, missing.join(QStringLiteral(", ")));
    }
    return scored(rule.curve().at({count * 100, most}));
}

} // namespace

extern const MeasureKind breadth;
constexpr MeasureKind breadth{
    "breadth", "window min_days", "points", "", "used all used_plan all_plan", "no_feature_metrics", &read};

} // namespace steward::health::measures
