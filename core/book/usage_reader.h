// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/samples.h"
#include "core/book/statement.h"
#include "core/portfolio/facts.h"

/// Internal to core/book: months of samples to series.
namespace steward::book {

/// Reads rows (owner, metric, month, first_day, samples) that come by owner, metric and month, owner after owner. What
/// it hands out lies in blocks of memory that many owners share.
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
    /// The usage of the owner the statement stands on; it stands on the next owner, or past the end, afterwards.
    [[nodiscard]] Result<Usage> next();
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

private:
    class Block;
    /// A series of the owner being read.
    struct Part
    {
        MetricId metric;
        std::size_t end; ///< behind its points
    };
    void makeRoom(std::size_t bytes);
    void closeSeries(MetricId metric);
    [[nodiscard]] Usage finishOwner();
    /// No days: not a month.
    [[nodiscard]] const MonthSpan& monthOf(std::string_view text);

    Statement& m_rows;
    std::shared_ptr<Block> m_block;
    std::vector<UsageSeries::Point> m_points; ///< of the owner being read, not packed yet
    std::size_t m_used = 0;
    std::vector<Part> m_parts;
    std::array<MonthSpan, 10> m_months{};
    bool m_isAtEnd = false;
};

} // namespace steward::book
