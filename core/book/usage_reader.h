// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/statement.h"
#include "core/portfolio/facts.h"

/// Internal to core/book: months of samples to series.
namespace steward::book {

/// The samples of the JSON array a month is stored as, appended in order of their days; null is a day without one.
/// False where the text is not such an array, or a day leaves the month.
[[nodiscard]] bool appendSamples(std::string_view month, int firstDay, std::string_view json,
                                 std::vector<UsageSeries::Point>& points);

/// Reads rows (owner, metric, month, first_day, samples) that come by owner, metric and month, owner after owner.
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
    /// Reads the series of the owner the statement stands on; it stands on the next owner, or past the end, afterwards.
    [[nodiscard]] Status next();
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

    /// What next() read, by metric, in memory of the reader.
    [[nodiscard]] std::span<const UsageView> views() const { return m_views; }
    [[nodiscard]] std::vector<UsageSeries> series() const;

private:
    struct Part
    {
        MetricId metric;
        std::size_t end; ///< of its points
    };
    void closeSeries(MetricId metric);

    Statement& m_rows;
    std::vector<UsageSeries::Point> m_points;
    std::vector<Part> m_parts;
    std::vector<UsageView> m_views;
    bool m_isAtEnd = false;
};

} // namespace steward::book
