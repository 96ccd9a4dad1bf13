// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

#include <array>

namespace steward {

/// One account on a row of past days, as it happened: the same as asOf() and wasThere() of each, but a list that reads
/// the same on two days is made once, and where nothing reads differently the account itself is handed out. For who
/// looks at many accounts or many days.
class PastDays
{
public:
    /// today outlives it.
    PastDays(const AccountFacts& today, QTimeZone zone);

    [[nodiscard]] bool wasThere(QDate day);
    /// The account as of the end of the day; stays until the next call. Days that fall are cheapest; any order is
    /// right.
    [[nodiscard]] const AccountFacts& on(QDate day);

private:
    static constexpr std::size_t tableCount = std::tuple_size_v<AccountTables>;

    const AccountFacts* m_today;
    QTimeZone m_zone;
    std::optional<QDate> m_first; ///< day anything is known of; invalid: nothing is dated
    std::optional<AccountFacts> m_then;
    /// The days, as Julian days, on which a list of m_then reads as it does; the last entry is the account's own row.
    struct Days
    {
        qint64 from = 1;
        qint64 to = 0;
    };
    std::array<Days, tableCount + 1> m_days;
};

} // namespace steward
