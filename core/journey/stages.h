// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"
#include "core/portfolio/portfolio.h"

namespace steward::journey {

/// An account's time in one stage, from the first day to the day before `to`; the last span goes to the end of the day
/// asked about.
struct StageSpan
{
    QString stage; ///< empty: not known
    QDate from;
    QDate to;            ///< first day of the next span
    RecordRef move;      ///< the stage move that began it; id 0: none did
    bool isOpen = false; ///< it goes on: the day asked about is not over
    /// Told only for a later day, and since when it was so nowhere: its days count for no stage.
    bool isAssumed = false;
    /// Days gone by, as the clock of the stage counts them.
    [[nodiscard]] qint64 days() const { return from.daysTo(to) - (isOpen ? 1 : 0); }
    /// Another move of the same day ended it.
    [[nodiscard]] bool isEmpty() const { return from == to; }
    friend bool operator==(const StageSpan&, const StageSpan&) = default;
};

/// The day an account's age counts from: the start of its first paid subscription, else customer since, else its first
/// stage move. Invalid: nothing says.
[[nodiscard]] QDate accountStart(const AccountFacts& facts, const BookFacts& book);

/// Every stage the account went through up to and with `day`, in order, without gaps: the days add up to the account's
/// age (from its start, or its first step where that was earlier, to `day`). Steps (core/portfolio/stage_steps.h) count
/// by the day they are dated to, however late they were entered; of several on one day only the final one has days.
/// Empty where no start is known or it lies after `day`.
[[nodiscard]] std::vector<StageSpan> stageSpans(const AccountFacts& facts, const BookFacts& book, QDate day);

/// Days and visits by stage, in the order of the first visit. The days of all add up to the account's age.
struct StageTime
{
    QString stage;
    qint64 days = 0;
    int visits = 0;
    bool isCurrent = false;
    friend bool operator==(const StageTime&, const StageTime&) = default;
};
[[nodiscard]] std::vector<StageTime> stageTimes(const std::vector<StageSpan>& spans);

/// What a stage of the journey template asks.
struct StageRule
{
    QString id;                    ///< or the name imported files have; compared without case
    std::optional<int> targetDays; ///< none: the stage has no end
};
struct ClockRules
{
    double behindTimes = 1;  ///< of the target days
    double stuckTimes = 1.5; ///< of the target days
    int silentDays = 21;     ///< no step, touch or use for so long
};
enum class ClockState
{
    NoTarget,
    OnTrack,
    Behind, ///< over the target
    Stuck   ///< far over it, or nothing has happened for long
};
struct StageClock
{
    QString stage;
    QDate since;
    qint64 days = 0;
    std::optional<int> target;
    ClockState state = ClockState::NoTarget;
    QDate lastSign; ///< newest step, touch or use; invalid: none known, so silence says nothing
};
/// The clock of the stage the account is in at the end of the day; none where no stage is known, and none for a former
/// customer: who has left stands still nowhere.
[[nodiscard]] std::optional<StageClock> stageClock(const AccountFacts& facts, const BookFacts& book,
                                                   const std::vector<StageRule>& stages, const ClockRules& rules,
                                                   QDate day);

/// The newest day with a milestone reached, a task done, a touch or use above 0; invalid: none of them is known.
[[nodiscard]] QDate lastSign(const AccountFacts& facts, QDate day);

} // namespace steward::journey
