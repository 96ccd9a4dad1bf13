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
        : m_features(account.book().view().featureCount())
    {
        const BookView& book = account.book().view();
        for (const Subscription& each : account.of<Subscription>())
            if (isInForce(each, account.day()))
                if (const Plan* plan = planOf(book.facts(), each.plan))
                    if (const FeatureSet* features = book.featuresOf(*plan))
                        m_features |= *features;
        FeatureSet serving(book.featureCount());
        for (const Goal& each : account.of<Goal>())
            if (!each.features.isEmpty() && (isOpen(each) || isMet(each)))
                serving |= book.featuresNamed(each.features);
        if (!m_features.isEmpty())
            serving &= m_features;
        m_byGoal = !serving.isEmpty();
        if (m_byGoal)
            m_features = serving;
    }
    [[nodiscard]] bool servesGoals() const { return m_byGoal; }
    [[nodiscard]] const FeatureSet& features() const { return m_features; }

private:
    FeatureSet m_features;
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

void say(Trail& trail, const BookView& book, const Wanted& wanted, const FeatureSet& used)
{
    QStringList missing;
    for (const MetricRole& role : book.metrics())
        if (role.isFeature && wanted.features().has(role.feature)) {
            trail.add(Entity::Metric, role.id.value());
            if (!used.has(role.feature) && !missing.contains(role.featureName))
                missing.append(role.featureName);
        }
    const auto count = used.count();
    const auto most = wanted.features().count();
    const int sentence =
        count == most ? (wanted.servesGoals() ? All : AllPlan) : (wanted.servesGoals() ? Used : UsedPlan);
    trail.say(sentence, count, most, missing.join(QStringLiteral(", ")));
}

/// A contract with a plan would tell; where the book has contracts and no goal at all, a goal.
Reading lacking(const AccountView& account, Trail& trail)
{
    const auto holds = [&account](DataKind kind) { return account.book().holds(kind); };
    if (holds(DataKind::Subscriptions) && !holds(DataKind::Goals))
        return unknown(trail, Gap::NotConnected, DataKind::Goals);
    return unknown(trail, holds(DataKind::Subscriptions) ? Gap::TooLittle : Gap::NotConnected, DataKind::Subscriptions);
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const BookView& book = account.book().view();
    const SourceRead source = account.source(rule);
    if (source.isReadable() && rule.limit(NoFeatureMetrics) && book.featureCount() == 0)
        return notApplicable(trail, "no_feature_metrics");
    if (!source.isReadable())
        return source.unknown(trail);
    const Wanted wanted(account);
    const auto most = wanted.features().count();
    if (most == 0)
        return lacking(account, trail);
    FeatureSet used(book.featureCount());
    QDate end;
    for (const UsageRead& usage : account.usage()) {
        if (!usage.role->isFeature)
            continue;
        const QDate horizon = account.book().metricHorizon(*usage.role);
        end = !end.isValid() || horizon > end ? horizon : end;
        if (wanted.features().has(usage.role->feature) && isUsed(account, usage, rule))
            used.add(usage.role->feature);
    }
    if (!end.isValid())
        return SourceRead{
            {}, Gap::TooLittle, DataKind::Usage, account.usage().empty() ? "no_usage" : "no_feature_metric"}
            .unknown(trail);
    if (rule.freshDays() && end.daysTo(account.day()) > *rule.freshDays())
        return unknown(trail, Gap::TooOld, DataKind::Usage, end);
    trail.dataTo(end);
    if (trail.isWanted())
        say(trail, book, wanted, used);
    return scored(rule.curve().at({qint64(used.count()) * 100, most}));
}

} // namespace

extern const MeasureKind breadth;
constexpr MeasureKind breadth{
    "breadth", "window min_days", "points", "", "used all used_plan all_plan", "no_feature_metrics", &read};

} // namespace steward::health::measures
