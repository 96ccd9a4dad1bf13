// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/journey/milestones.h"
#include "core/portfolio/grouping.h"

#include <functional>

namespace steward::journey {

/// One customer: so many days until it came, or still waiting after so many.
struct Waiting
{
    qint64 days = 0;
    bool came = false;
};

/// Kaplan and Meier (1958): the share still waiting after each day on which something came.
struct SurvivalStep
{
    qint64 days = 0;
    double share = 1;
    friend bool operator==(const SurvivalStep&, const SurvivalStep&) = default;
};
[[nodiscard]] std::vector<SurvivalStep> survival(std::vector<Waiting> cases);

/// The first day by which at most half still wait; none: "not reached".
[[nodiscard]] std::optional<qint64> medianDays(const std::vector<SurvivalStep>& steps);

/// Days from the start of the first paid subscription to the customer's word that value came (milestone first_value).
/// Method "ttv.kaplan_meier". No value: not reached. Who left without it has waited until the end of the last
/// subscription. A value dated before the start is a data error: listed, not counted.
struct TimeToValue
{
    Figure<qint64> median;
    std::vector<SurvivalStep> steps;
    qint64 came = 0;
    qint64 waiting = 0;
    std::vector<AccountId> errors;
};
/// started: accounts whose start lies in it. isWanted: who counts; none: all.
[[nodiscard]] TimeToValue timeToValue(const Portfolio& portfolio, const Period& started, QDate day,
                                      const std::function<bool(const AccountFacts&)>& isWanted = {});

/// Time to first action, by the same rule over the first use.
[[nodiscard]] TimeToValue timeToFirstAction(const Portfolio& portfolio, const Period& started, QDate day);

/// Onboardings begun in the period: of those whose target date has passed the share that reached the milestone;
/// those still inside their target days are "running" and take no part, also when they have reached it.
struct OnboardingRate
{
    Figure<double> rate; ///< method "onboarding.reached_of_due"; none: nobody's target date has passed
    qint64 reached = 0;
    qint64 due = 0;
    qint64 running = 0;
};
/// milestone "activation" gives the activation rate, "onboarding_done" the completion. The start is the account's
/// first move into one of the stages named, else the account's start.
[[nodiscard]] OnboardingRate onboardingRate(const Portfolio& portfolio, const Grouping& grouping,
                                            const QStringList& onboardingStages, QStringView milestone,
                                            const Period& begun, QDate day);

} // namespace steward::journey
