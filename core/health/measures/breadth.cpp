// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

/// Features used on some days of the window, of those in the plan that serve one of the account's goals; without goals
/// that name any, of those in the plan. Without a plan that names any, of those that serve its goals; neither: unknown,
/// for nobody says which of all features they bought.
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

/// Features by their place in the book's sets.
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
        if (inPlan.count(true) > 0)
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

/// Used on enough days of the window; a monthly value speaks for its month.
bool isUsed(const AccountView& account, const UsageRead& usage, const Rule& rule)
{
    qint64 days = 0;
    for (const UsageSeries::Point& point : account.within(usage, usage.end.addDays(1 - rule.days(Window)), usage.end))
        days += point.value > 0 ? 1 : 0;
    return days >= (usage.role->isMonthly ? 1 : rule.days(MinDays));
}

void say(Trail& trail, const BookView& book, const Wanted& wanted, const QBitArray& used)
{
    QStringList missing;
    for (const MetricRole& role : book.metrics())
        if (role.isFeature && wanted.features().testBit(role.feature)) {
            trail.add(Entity::Metric, role.id.value());
            if (!used.testBit(role.feature) && !missing.contains(role.featureName))
                missing.append(role.featureName);
        }
    const auto count = used.count(true);
    const auto most = wanted.features().count(true);
    const int sentence =
        count == most ? (wanted.servesGoals() ? All : AllPlan) : (wanted.servesGoals() ? Used : UsedPlan);
    trail.say(sentence, count, most, missing.join(QStringLiteral(", ")));
}

/// A contract with a plan would tell; where the book has contracts and no goal at all, a goal.
DataKind lacking(const AccountView& account)
{
    const bool hasContracts = account.book().holds(DataKind::Subscriptions);
    return hasContracts && !account.book().holds(DataKind::Goals) ? DataKind::Goals : DataKind::Subscriptions;
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
    const auto most = wanted.features().count(true);
    if (most == 0)
        return unknown(trail, Gap::TooLittle, lacking(account));
    QBitArray used(book.allFeatures().size());
    QDate end;
    for (const UsageRead& usage : account.usage()) {
        if (!usage.role->isFeature)
            continue;
        const QDate horizon = account.book().metricHorizon(*usage.role);
        end = !end.isValid() || horizon > end ? horizon : end;
        if (wanted.features().testBit(usage.role->feature) && isUsed(account, usage, rule))
            used.setBit(usage.role->feature);
    }
    if (!end.isValid())
        return unknown(trail, Gap::TooLittle, DataKind::Usage);
    if (rule.freshDays() && end.daysTo(account.day()) > *rule.freshDays())
        return unknown(trail, Gap::TooOld, DataKind::Usage, end);
    trail.dataTo(end);
    if (trail.isWanted())
        say(trail, book, wanted, used);
    return scored(rule.curve().at({used.count(true) * 100, most}));
}

} // namespace

extern const MeasureKind breadth;
constexpr MeasureKind breadth{
    "breadth", "window min_days", "points", "", "used all used_plan all_plan", "no_feature_metrics", &read};

} // namespace steward::health::measures
