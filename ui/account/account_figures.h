// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journey/value_pace.h"
#include "core/query/people_seen.h"
#include "core/query/score_sheet.h"
#include "core/query/timeline.h"
#include "core/query/use_of_seats.h"
#include "core/revenue/renewals.h"
#include "core/workspace/numbers.h"

namespace steward::account {

/// Everything the page of one account shows, worked out from the numbers of the book. Values and pointers into
/// `numbers`, which it keeps.
struct AccountFigures
{
    Numbers numbers;
    const query::AccountLine* line = nullptr;
    const AccountFacts* facts = nullptr; ///< as of the day
    std::optional<health::AccountScore> score;
    std::vector<query::ScoreLine> sheet;
    std::optional<query::MovedSheet> moved; ///< in four weeks
    std::vector<health::TrendPoint> trend;  ///< of 26 weeks, oldest first
    std::vector<query::TimelineLine> timeline;
    std::vector<query::PersonSeen> people;
    std::optional<query::UseOfSeats> use;
    std::vector<revenue::Renewal> renewals; ///< next first
    std::optional<journey::StageClock> clock;
    std::vector<journey::MilestoneState> milestones;
    std::optional<journey::ValuePace> pace; ///< to the first value; comes a moment later than the rest
    const Task* nextStep = nullptr;         ///< the earliest open one
};

constexpr int movedDays = 28;

/// Whether the account is in a stage of onboarding.
[[nodiscard]] bool isOnboarding(const AccountFigures& figures);

/// none: the book has no such account on the day. Some milliseconds.
[[nodiscard]] std::optional<AccountFigures> figuresOf(const Numbers& numbers, AccountId account);

} // namespace steward::account
