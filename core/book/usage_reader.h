// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/statement.h"
#include "core/model/usage.h"

/// Internal to core/book: months of samples to series.
namespace steward::book {

/// The samples of the JSON array a month is stored as, appended in order of their days; null is a day without one.
/// False where the text is not such an array, or a day leaves the month.
[[nodiscard]] bool appendSamples(std::string_view month, int firstDay, std::string_view json,
                                 std::vector<UsageSeries::Point>& points);

/// Reads rows (owner, metric, month, first_day, samples) that come by owner, metric and month: one vector of series an
/// owner.
class UsageReader
{
public:
    explicit UsageReader(Statement& rows)
        : m_rows(rows)
    {
    }
    /// Steps to the first row. False: there is none.
    [[nodiscard]] Result<bool> start() { return m_rows.step(); }
    [[nodiscard]] qint64 owner() const { return m_rows.integer(0); }
    /// The series of the owner the statement stands on; it stands on the next owner, or past the end, afterwards.
    [[nodiscard]] Result<std::vector<UsageSeries>> next();
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

private:
    Statement& m_rows;
    std::vector<UsageSeries::Point> m_points; ///< of the series being read; kept for its memory
    bool m_isAtEnd = false;
};

} // namespace steward::book
