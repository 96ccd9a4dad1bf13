// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/work/journey_board.h"

#include <functional>

/// How accounts went from stage to stage in a period, and where they left.
namespace steward::work {

enum class FlowKind
{
    Began,   ///< from nowhere: new, won back, or their stage became known
    Forward, ///< to a later stage
    Beside,  ///< into one that runs beside the others
    Back,    ///< to an earlier one, or back from one beside
    Left,    ///< to nowhere: a former customer, or no stage any more
    Count
};

/// One account that went.
struct FlowCase
{
    AccountId account;
    QDate day;       ///< invalid: nobody wrote it down
    qint64 days = 0; ///< in the stage it came from, that time
};

constexpr int nowhere = -1;

struct Flow
{
    int from = nowhere; ///< index of a stage
    int to = nowhere;
    FlowKind kind = FlowKind::Forward;
    std::vector<FlowCase> cases; ///< newest first
    [[nodiscard]] std::optional<qint64> medianDays() const;
};

/// One row: before + came - out of every kind = now.
struct FlowStage
{
    const content::JourneyStage* stage = nullptr; ///< nullptr: a stage that no template has
    QString called;                               ///< as the accounts call it, where no template has it
    qsizetype before = 0;                         ///< at the end of the first day
    qsizetype now = 0;                            ///< at the end of the last
    qsizetype came = 0;
    std::array<qsizetype, std::size_t(FlowKind::Count)> out{};
    [[nodiscard]] qsizetype outOf(FlowKind kind) const { return out[std::size_t(kind)]; }
    [[nodiscard]] qsizetype allOut() const;
};

/// Stages in the order of the board's lanes. `now` is what the board of the last day shows.
struct FlowMap
{
    Period period;
    const content::JourneyTemplate* journey = nullptr; ///< nullptr: no account has a stage of any
    std::vector<FlowStage> stages;
    std::vector<Flow> flows; ///< by from, kind, to
    qsizetype before = 0;
    qsizetype now = 0;
    [[nodiscard]] qsizetype count(FlowKind kind) const;
};

/// facts: as of the last day of the period or of a later one; dates decide. A stage in which no day was spent (moved
/// through, or a slip taken back the same day) is left out. isWanted: of whom it tells; none: of all. journeys must
/// outlive it.
[[nodiscard]] FlowMap flowOf(const Portfolio& facts, const content::Journeys& journeys, const Period& period,
                             const std::function<bool(const AccountFacts&)>& isWanted = {});

} // namespace steward::work
