// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/issue.h"

#include <algorithm>

namespace steward::csv {

void Issues::add(Issue issue)
{
    count(issue.code, 1);
    if (wanted())
        m_kept.push_back(std::move(issue));
}

void Issues::count(Code code, qint64 times)
{
    const auto known =
        std::find_if(m_totals.begin(), m_totals.end(), [&](const auto& entry) { return entry.first == code; });
    if (known == m_totals.end())
        m_totals.emplace_back(code, times);
    else
        known->second += times;
}

qint64 Issues::total() const
{
    qint64 sum = 0;
    for (const auto& [code, times] : m_totals)
        sum += times;
    return sum;
}

qint64 Issues::total(Code code) const
{
    for (const auto& [known, times] : m_totals)
        if (known == code)
            return times;
    return 0;
}

} // namespace steward::csv
