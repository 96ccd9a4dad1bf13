// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/usage_points.h"

#include <functional>
#include <memory>
#include <memory_resource>
#include <span>
#include <vector>

namespace steward::exchange {

/// How samples of one account, metric and day become one.
enum class Aggregate : quint8
{
    Sum,
    Mean,
    Last,
    Max
};

/// One number of a usage file, flat. account and metric are positions in the planner's lists.
struct FlatSample
{
    quint32 account = 0;
    quint32 metric = 0;
    qint32 day = 0;    ///< days since 1970-01-01
    quint32 count = 1; ///< numbers of the file that are in it
    double value = 0;
};
static_assert(sizeof(FlatSample) == 24);

/// Collects samples in file order, then hands them out ordered by (account rank, metric rank, day), one a day. Where
/// each account and metric comes in one run of ascending days, as in a file by account, the runs are packed and only
/// they are ordered. Otherwise parts of about four million are sorted by themselves and merged in the end. Nothing is
/// added after the first drain.
class SampleSorter
{
public:
    void add(const FlatSample& sample)
    {
        ++m_size;
        if (!m_hasRuns)
            addFlat(sample);
        else if (isNext(sample))
            m_open.push_back({sample.day, sample.value});
        else
            startRun(sample);
    }
    /// ranks: position -> place in the order. aggregates: by metric position. Each call of out gets about `most`
    /// samples and ends at the end of an account. May be called again: a preview drains, then the import does.
    using Out = std::function<bool(std::span<const FlatSample>)>;
    bool drain(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks,
               std::span<const Aggregate> aggregates, std::size_t most, const Out& out);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    struct Run
    {
        quint32 account = 0;
        quint32 metric = 0;
        UsagePoints points;
    };
    // Blocks are never moved while they fill, and go one by one while they are sorted: a million samples need their
    // 24 MB about once.
    static constexpr std::size_t blockSize = 64 * 1'024;
    static constexpr std::size_t blocksInPart = 64;
    using Part = std::vector<FlatSample>;

    [[nodiscard]] bool isNext(const FlatSample& sample) const
    {
        return !m_open.empty() && sample.account == m_openAccount && sample.metric == m_openMetric &&
               m_open.back().day < sample.day;
    }
    void startRun(const FlatSample& sample);
    void closeRun();
    void spread();
    [[nodiscard]] std::vector<const Run*> orderedRuns(std::span<const quint32> accountRanks,
                                                      std::span<const quint32> metricRanks) const;

    void addFlat(const FlatSample& sample)
    {
        if (m_free == m_blockEnd)
            addBlock();
        *m_free++ = sample;
    }
    void addBlock();
    [[nodiscard]] std::size_t usedIn(std::size_t block) const;
    [[nodiscard]] Part takePart(std::size_t firstBlock, std::span<const quint32> accountRanks,
                                std::span<const quint32> metricRanks);
    void sortParts(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks);

    std::size_t m_size = 0;
    bool m_hasRuns = true;                  ///< as long as they are few
    std::vector<UsageSeries::Point> m_open; ///< of the run that may go on
    quint32 m_openAccount = 0;
    quint32 m_openMetric = 0;
    std::vector<Run> m_runs;                                       ///< as they came
    std::unique_ptr<std::pmr::monotonic_buffer_resource> m_packed; ///< what their points lie in

    std::vector<std::unique_ptr<FlatSample[]>> m_blocks;
    std::vector<Part> m_parts; ///< ordered
    FlatSample* m_free = nullptr;
    FlatSample* m_blockEnd = nullptr;
};

} // namespace steward::exchange
