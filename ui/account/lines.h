// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/timeline.h"
#include "ui/account/rows.h"
#include "ui/charts/move_bars.h"
#include "ui/charts/time_chart.h"

#include <QLocale>
#include <set>

namespace steward::account {

struct AccountFigures;

/// What the tabs list, in words. Pure functions of the figures.

/// Promises and open tasks, what is due first.
[[nodiscard]] std::vector<Line> taskLines(const AccountFigures& figures, const QLocale& locale);
[[nodiscard]] std::vector<Line> riskLines(const AccountFigures& figures, const QLocale& locale);
/// Each in one line: who, role, when last seen. 0: all.
[[nodiscard]] std::vector<Line> peopleLines(const AccountFigures& figures, const QLocale& locale, std::size_t most = 0);

struct TimelineFilter
{
    std::set<query::TimelineKind> without;
    QString words;
    ContactId contact;
};
/// By month, what is planned first. shown: how many lines are not heads.
[[nodiscard]] std::vector<Line> timelineLines(const AccountFigures& figures, const TimelineFilter& filter,
                                              const QLocale& locale, int* shown = nullptr);
[[nodiscard]] QString nameOf(query::TimelineKind kind);
/// One of them, with the day of the month before it.
[[nodiscard]] Line timelineLine(const query::TimelineLine& told, const QLocale& locale);

/// Contracts with their notice, invoices and habit, movements, opportunities and calls.
[[nodiscard]] std::vector<Line> moneyLines(const AccountFigures& figures, const QLocale& locale);
/// Answers, their words and requests, tickets.
[[nodiscard]] std::vector<Line> voiceLines(const AccountFigures& figures, const QLocale& locale);
/// Goals, milestones, confirmed values.
[[nodiscard]] std::vector<Line> planLines(const AccountFigures& figures, const QLocale& locale);
/// Records behind a figure; usage has no record of its own and is told as its weeks.
[[nodiscard]] std::vector<Line> recordLines(const AccountFigures& figures, const std::vector<RecordRef>& records,
                                            const QLocale& locale);

[[nodiscard]] std::vector<charts::Move> movesOf(const AccountFigures& figures, const QLocale& locale);
[[nodiscard]] charts::TimeSeries scoreSeries(const AccountFigures& figures, const QLocale& locale);
[[nodiscard]] charts::TimeSeries useSeries(const AccountFigures& figures, const QLocale& locale);

} // namespace steward::account
