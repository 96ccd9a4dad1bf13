// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journey/time_to_value.h"

#include "core/portfolio/subscription_mrr.h"

namespace steward::journey {

namespace {

// The day on which nothing was paid any more; invalid: something still is, or never was.
QDate lastPaidDay(const AccountFacts& facts, const BookFacts& book)
{
    QDate last;
    for (const PaidSpan& span : paidSpans(facts, book)) {
        if (!span.to.isValid())
            return {};
        last = std::max(last, span.to);
    }
    return last;
}

template <class Reached>
TimeToValue measure(const Portfolio& portfolio, const Period& started, QDate day, Reached&& reached,
                    const std::function<bool(const AccountFacts&)>& isWanted = {})
{
    TimeToValue result;
    std::vector<Waiting> cases;
    std::vector<RecordRef> records;
    for (const AccountFacts& facts : portfolio) {
        const QDate start = accountStart(facts, portfolio.book());
        if (!start.isValid() || start > day || !started.contains(start) || (isWanted && !isWanted(facts)))
            continue;
        const QDate value = reached(facts);
        if (value.isValid() && value < start) {
            result.errors.push_back(facts.id());
            continue;
        }
        const QDate left = lastPaidDay(facts, portfolio.book());
        const QDate until = left.isValid() && left < day ? left : day;
        cases.push_back({start.daysTo(value.isValid() ? value : until), value.isValid()});
        (value.isValid() ? result.came : result.waiting) += 1;
        records.push_back({Entity::Account, facts.id().value()});
    }
    result.steps = survival(std::move(cases));
    result.median.value = medianDays(result.steps);
    result.median.method = Code("ttv.kaplan_meier");
    result.median.evidence.push_back({{Code("ttv.cases"), {result.came, result.waiting}}, std::move(records), day});
    return result;
}

} // namespace

std::vector<SurvivalStep> survival(std::vector<Waiting> cases)
{
    // Who waits as long as another needed was still there when it came.
    std::sort(cases.begin(), cases.end(), [](const Waiting& a, const Waiting& b) {
        return a.days != b.days ? a.days < b.days : a.came && !b.came;
    });
    std::vector<SurvivalStep> steps;
    double share = 1;
    for (std::size_t i = 0; i < cases.size();) {
        const auto atRisk = static_cast<double>(cases.size() - i);
        const qint64 days = cases[i].days;
        qint64 came = 0;
        for (; i < cases.size() && cases[i].days == days; ++i)
            came += cases[i].came ? 1 : 0;
        if (came == 0)
            continue;
        share *= 1 - static_cast<double>(came) / atRisk;
        steps.push_back({days, share});
    }
    return steps;
}

std::optional<qint64> medianDays(const std::vector<SurvivalStep>& steps)
{
    constexpr double half = 0.5 + 1e-12;
    const auto it = std::find_if(steps.begin(), steps.end(), [](const SurvivalStep& s) { return s.share <= half; });
    return it != steps.end() ? std::optional(it->days) : std::nullopt;
}

TimeToValue timeToValue(const Portfolio& portfolio, const Period& started, QDate day,
                        const std::function<bool(const AccountFacts&)>& isWanted)
{
    return measure(
        portfolio, started, day, [day](const AccountFacts& facts) { return reachedOn(facts, u"first_value", day); },
        isWanted);
}

TimeToValue timeToFirstAction(const Portfolio& portfolio, const Period& started, QDate day)
{
    return measure(portfolio, started, day, [&portfolio, day](const AccountFacts& facts) {
        const QDate entered = reachedOn(facts, u"first_action", day);
        return entered.isValid() ? entered : firstAction(facts, portfolio.book(), day);
    });
}

OnboardingRate onboardingRate(const Portfolio& portfolio, const Grouping& grouping, const QStringList& onboardingStages,
                              QStringView milestone, const Period& begun, QDate day)
{
    OnboardingRate result;
    std::vector<RecordRef> records;
    for (const AccountFacts& facts : portfolio) {
        QDate start = accountStart(facts, portfolio.book());
        for (const StageSpan& span : stageSpans(facts, portfolio.book(), day))
            if (span.move.id != 0 && onboardingStages.contains(span.stage)) {
                start = span.from;
                break;
            }
        if (!start.isValid() || start > day || !begun.contains(start))
            continue;
        if (start.addDays(grouping.rulesOf(facts.id()).onboardingDays) >= day) {
            ++result.running;
            continue;
        }
        ++result.due;
        result.reached += reachedOn(facts, milestone, day).isValid() ? 1 : 0;
        records.push_back({Entity::Account, facts.id().value()});
    }
    result.rate.method = Code("onboarding.reached_of_due");
    if (result.due > 0)
        result.rate.value = static_cast<double>(result.reached) / static_cast<double>(result.due);
    result.rate.evidence.push_back(
        {{Code("onboarding.cases"), {result.reached, result.due, result.running}}, std::move(records), day});
    return result;
}

} // namespace steward::journey
