// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/change.h"

namespace steward::query {

/// A line of "why this score", in the order it is read: the measures under their groups, their sum, each cap that
/// matched, a band set by a person, the score. Points are tenths of a point and add up as shown: the gained ones to the
/// sum, gained and lost to 1000.
struct ScoreLine
{
    enum class Kind
    {
        Group,
        Measure,
        Points,
        Cap,
        Override,
        Score
    };
    Kind kind = Kind::Measure;
    QString id; ///< of the group, the measure or the cap; of an override the id of its reason
    health::State state = health::State::Scored;
    qint64 gained = 0;
    qint64 lost = 0;
    double possible = 0; ///< points; of an unknown measure its weight
    double worth = 0;    ///< share of the score that would become known with it, 0 to 1: unknown measures only
    health::Gap gap = health::Gap::None;
    health::DataKind missing = health::DataKind::Count;
    health::Explanation why;
    std::optional<int> age; ///< days since the data behind it end
    qint64 before = 0;      ///< caps: tenths before and after
    qint64 after = 0;

    [[nodiscard]] bool takesPart() const { return state == health::State::Scored || state == health::State::KnownZero; }
    friend bool operator==(const ScoreLine&, const ScoreLine&) = default;
};

/// groups: in the order they are shown. Of a score of which too little is known every line is there, the points are 0.
[[nodiscard]] std::vector<ScoreLine> scoreSheet(const health::AccountScore& score,
                                                const std::vector<content::Entry>& groups);

/// What each measure lost, in tenths of a point by place in contributions: 0 where it took no part. With the gained
/// ones they fill 100 points; of a score of which too little is known they are lost so far, of 100 for all that apply.
[[nodiscard]] std::vector<qint64> lostTenths(const health::AccountScore& score);

/// What one measure did to the score between two days.
struct MovedLine
{
    QString measure; ///< empty: the caps
    qint64 tenths = 0;
    std::optional<int> before; ///< value of the measure, 0 to 100; none: took no part
    std::optional<int> after;
    health::Explanation why; ///< of the later day
    friend bool operator==(const MovedLine&, const MovedLine&) = default;
};
/// The largest move first; the tenths add up to the rounded difference of the scores.
struct MovedSheet
{
    QDate from;
    qint64 before = 0;
    qint64 after = 0;
    std::vector<MovedLine> lines;
    bool isOtherScorecard = false;
};
/// none: on one of the days too little was known.
[[nodiscard]] std::optional<MovedSheet> movedSheet(const health::AccountScore& before,
                                                   const health::AccountScore& after);

/// Shares rounded to whole units that add up to the total: what rounding leaves over goes to the largest remainders.
[[nodiscard]] std::vector<qint64> apportioned(const std::vector<double>& shares, qint64 total);

/// A score as it is shown: whole, half up; with a decimal where the whole number would stand in another band.
struct ShownScore
{
    qint64 value = 0; ///< in units of 10^-digits
    int digits = 0;
};
[[nodiscard]] ShownScore shownScore(const health::Fraction& score, const std::vector<content::Band>& bands);

} // namespace steward::query
