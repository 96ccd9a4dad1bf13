// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QStringView>
#include <optional>
#include <span>

namespace steward::filter {

/// What "this quarter" and "90d" stand on.
struct Context
{
    QDate today;
    /// First month of the fiscal year: years and quarters follow it. A fiscal year is named by the calendar year it
    /// ends in.
    int fiscalStart = 1;
};

/// A date as typed.
struct DayOperand
{
    /// The days it covers: one day, a month, a quarter, a year. Both ends belong to it.
    Period period;
    /// "90d" without a sign: so far from today, ahead or back as the field looks.
    bool isDistance = false;
};

/// 2026-11-21, 2026-11, 2026Q3, 2026, "5 Mar 2026", today, yesterday, tomorrow, this-week, last-month, next-quarter,
/// this-year, ..., 90d, 2w, 3m, 1y, +30d (ahead of today), -30d (before today). Weeks begin on Monday. None when it is
/// nothing of it.
[[nodiscard]] std::optional<DayOperand> dayOperand(QStringView text, const Context& context, bool looksAhead);

/// 1234.5, 10k, 1.5m, 2bn; for fractions also 95%. None when it is nothing of it.
[[nodiscard]] std::optional<double> numberOperand(QStringView text, bool isFraction);

/// The words dayOperand() knows, for completion.
[[nodiscard]] std::span<const QStringView> dayWords();

} // namespace steward::filter
