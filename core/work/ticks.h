// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/content/play.h"
#include "core/portfolio/facts.h"
#include "core/portfolio/figure.h"

/// Steps of plays that tick themselves when a fact says that they are done (content 3).
namespace steward::work {

/// The fact that did a step.
struct Tick
{
    QDate day;
    Message what; ///< "180-day call recorded on 11 Sep"
    RecordRef record;
    friend bool operator==(const Tick&, const Tick&) = default;
};

/// What a step of a run begun on a day waits for, as the facts have it up to the other day; none: it has not happened,
/// or a person ticks the step. renewal: the cycle the run is about; invalid: none.
[[nodiscard]] std::optional<Tick> tickOf(const content::PlayStep& step, const AccountFacts& facts, QDate started,
                                         QDate renewal, QDate day);

/// Whether the facts can be asked for it: what a play's step may name.
[[nodiscard]] bool isTickFact(QStringView fact);

/// The step's task is done by the fact: on its day, none before the run began.
void markDone(Task& task, const Tick& tick, QDate started);

/// Every invoice that was overdue when the run began is paid: the last one of them, with its day.
[[nodiscard]] std::optional<Tick> overduePaid(const AccountFacts& facts, QDate started, QDate day);

} // namespace steward::work
