// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>
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

/// Collects samples in file order and hands them out ordered by (account rank, metric rank, day), one a day. Parts of
/// 4,000,000 are sorted by themselves and merged in the end; in a file that is ordered already nothing is sorted.
class SampleSorter
{
public:
    void add(const FlatSample& sample);
    /// ranks: position -> place in the order. aggregates: by metric position. Each call of out gets up to `most`
    /// samples and ends at the end of an account.
    using Out = std::function<bool(std::span<const FlatSample>)>;
    bool drain(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks,
               std::span<const Aggregate> aggregates, std::size_t most, const Out& out);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    static constexpr std::size_t partSize = 4'000'000;
    std::vector<std::vector<FlatSample>> m_parts;
    std::size_t m_size = 0;
};

} // namespace steward::exchange
