// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

namespace steward {

/// A quarter of the fiscal year. A fiscal year that does not start in January has the number of the calendar year it
/// ends in: with a start in July, 2026Q1 is July to September 2025.
struct Quarter
{
    int year = 0;
    int number = 1; ///< 1 to 4

    [[nodiscard]] Quarter plus(int quarters) const;
    /// "2026Q3"
    [[nodiscard]] QString toText() const;
    /// "Q3 2026"
    [[nodiscard]] QString name() const;
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// "2026Q3", also with a small q or a blank or hyphen between; none when it is anything else.
[[nodiscard]] std::optional<Quarter> quarterFromText(QStringView text);
/// fiscalYearStart: month 1 to 12.
[[nodiscard]] Period periodOf(Quarter quarter, int fiscalYearStart);
[[nodiscard]] Quarter quarterOf(QDate day, int fiscalYearStart);

} // namespace steward
