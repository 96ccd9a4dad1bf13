// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"

#include <QtGlobal>
#include <functional>
#include <memory>
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
/// each account and metric comes in one run of ascending days, as in a file by account, only the runs are ordered.
/// Otherwise parts of about four million are sorted by themselves and merged in the end. Nothing is added after the
/// first drain.
class SampleSorter
{
public:
    void add(const FlatSample& sample)
    {
        if (m_free == m_blockEnd)
            addBlock();
        if (m_hasRuns && !(m_last && isNext(*m_last, sample)))
            startRun();
        m_last = m_free;
        *m_free++ = sample;
        ++m_size;
    }
    /// ranks: position -> place in the order. aggregates: by metric position. Each call of out gets about `most`
    /// samples and ends at the end of an account. May be called again: a preview drains, then the import does.
    using Out = std::function<bool(std::span<const FlatSample>)>;
    bool drain(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks,
               std::span<const Aggregate> aggregates, std::size_t most, const Out& out);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    // Blocks are never moved while they fill, and go one by one while they are sorted: a million samples need their
    // 24 MB about once.
    static constexpr std::size_t blockSize = largePage / sizeof(FlatSample);
    static constexpr std::size_t blocksInPart = 48;
    struct GiveBack
    {
        void operator()(FlatSample* block) const { LargePages<FlatSample>().deallocate(block, blockSize); }
    };
    using Part = std::vector<FlatSample, LargePages<FlatSample>>;
    struct Run
    {
        std::size_t place = 0; ///< in the order
        std::size_t first = 0;
        std::size_t end = 0;
    };

    static bool isNext(const FlatSample& last, const FlatSample& sample)
    {
        return last.account == sample.account && last.metric == sample.metric && last.day < sample.day;
    }
    void addBlock();
    void startRun();
    [[nodiscard]] std::vector<Run> orderedRuns(std::span<const quint32> accountRanks,
                                               std::span<const quint32> metricRanks) const;
    [[nodiscard]] bool handOutRuns(std::span<const Run> runs, std::size_t most, const Out& out) const;
    [[nodiscard]] const FlatSample& at(std::size_t sample) const
    {
        return m_blocks[sample / blockSize].get()[sample % blockSize];
    }
    [[nodiscard]] std::size_t usedIn(std::size_t block) const;
    [[nodiscard]] Part takePart(std::size_t firstBlock, std::span<const quint32> accountRanks,
                                std::span<const quint32> metricRanks);
    void sortParts(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks);

    std::vector<std::unique_ptr<FlatSample, GiveBack>> m_blocks;
    std::vector<std::size_t> m_runs; ///< where each begins; as long as they are few
    bool m_hasRuns = true;
    std::vector<Part> m_parts; ///< ordered
    const FlatSample* m_last = nullptr;
    FlatSample* m_free = nullptr;
    FlatSample* m_blockEnd = nullptr;
    std::size_t m_size = 0;
};

} // namespace steward::exchange
