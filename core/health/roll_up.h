// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/score.h"

namespace steward::health {

/// A cap that matched, before it is applied.
struct MatchedCap
{
    QString cap;
    int notAbove = 0;
    Explanation why;
};

/// From contributions to coverage, score, caps and band (content 1.3: the lowest cap wins, a cap never raises). Expects
/// score.contributions; sets everything below them but the override.
void rollUp(AccountScore& score, std::vector<MatchedCap> caps, const Model& model);

/// The bare sums, for who needs no list.
struct Sum
{
    qint64 parts = 0;
    int knownWeight = 0;
    int applicableWeight = 0;
    void add(int weight, const Reading& reading)
    {
        if (reading.state == State::NotApplicable)
            return;
        applicableWeight += weight;
        if (!reading.takesPart())
            return;
        knownWeight += weight;
        parts += weight * reading.score.micro;
    }
};
[[nodiscard]] Known knownOf(int knownWeight, int applicableWeight, const content::Scorecards& content);

} // namespace steward::health
