// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

namespace steward::query {

/// Use week by week (month by month where the samples are monthly), of the metric that counts people where there is
/// one.
struct UseOfSeats
{
    struct Week
    {
        QDate last;                  ///< its last day
        std::optional<double> value; ///< none: no sample
    };
    const Metric* metric = nullptr; ///< of the book
    bool countsPeople = false;      ///< may be held against seats
    std::vector<Week> weeks;        ///< oldest first, the last ends where the data end
    std::optional<qint64> seats;    ///< bought on that day
};

/// The so many weeks up to the last day the account's samples reach to, at most the day. none: no use is known of the
/// account. facts: as of the day.
[[nodiscard]] std::optional<UseOfSeats> useOfSeats(const AccountFacts& facts, const BookFacts& book, QDate day,
                                                   int weeks = 26);

} // namespace steward::query
