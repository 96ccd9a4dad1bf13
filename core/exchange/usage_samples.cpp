// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_samples.h"

#include <algorithm>
#include <numeric>

namespace steward::exchange {

namespace {

struct Order
{
    std::span<const quint32> accounts;
    std::span<const quint32> metrics;

    [[nodiscard]] bool operator()(const FlatSample& a, const FlatSample& b) const
    {
        if (a.account != b.account)
            return accounts[a.account] < accounts[b.account];
        if (a.metric != b.metric)
            return metrics[a.metric] < metrics[b.metric];
        return a.day < b.day;
    }
};

bool isSamePlace(const FlatSample& a, const FlatSample& b)
{
    return a.account == b.account && a.metric == b.metric && a.day == b.day;
}

/// later was read after earlier.
void combine(FlatSample& earlier, const FlatSample& later, Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Sum:
        earlier.value += later.value;
        break;
    case Aggregate::Mean:
        earlier.value = (earlier.value * earlier.count + later.value * later.count) / (earlier.count + later.count);
        break;
    case Aggregate::Last:
        earlier.value = later.value;
        break;
    case Aggregate::Max:
        earlier.value = std::max(earlier.value, later.value);
        break;
    }
    earlier.count += later.count;
}

/// Where no more than this many places are counted for a sample, counting beats comparing.
constexpr std::size_t placesASample = 8;

/// Samples of one account and metric lie together: only their days may still be in disorder.
template <class Part>
void sortDays(Part& part)
{
    const auto byDay = [](const FlatSample& a, const FlatSample& b) { return a.day < b.day; };
    for (auto from = part.begin(); from != part.end();) {
        auto to = from + 1;
        bool isOrdered = true;
        for (; to != part.end() && to->account == from->account && to->metric == from->metric; ++to)
            isOrdered = isOrdered && (to - 1)->day <= to->day;
        if (!isOrdered)
            std::stable_sort(from, to, byDay);
        from = to;
    }
}

/// Samples of one day become one, in place; of equal places the earlier in the file comes first.
template <class Part>
void combineDays(Part& part, std::span<const Aggregate> aggregates)
{
    const auto first = std::adjacent_find(part.begin(), part.end(), isSamePlace);
    if (first == part.end())
        return;
    auto last = first;
    for (auto next = first + 1; next != part.end(); ++next) {
        if (isSamePlace(*last, *next))
            combine(*last, *next, aggregates[next->metric]);
        else
            *++last = *next;
    }
    part.erase(last + 1, part.end());
}

/// Hands out runs that end at the end of an account.
bool handOut(std::span<const FlatSample> samples, std::size_t most, const SampleSorter::Out& out)
{
    while (!samples.empty()) {
        std::size_t end = std::min(most, samples.size());
        while (end < samples.size() && samples[end].account == samples[end - 1].account)
            ++end;
        if (!out(samples.first(end)))
            return false;
        samples = samples.subspan(end);
    }
    return true;
}

/// The same for runs in their order.
bool handOutRuns(const auto& runs, std::size_t most, const SampleSorter::Out& out)
{
    std::vector<FlatSample> ready;
    for (const auto* run : runs) {
        if (ready.size() >= most && ready.back().account != run->account) {
            if (!out(ready))
                return false;
            ready.clear();
        }
        for (const UsageSeries::Point& point : run->points)
            ready.push_back({run->account, run->metric, point.day, 1, point.value});
    }
    return ready.empty() || out(ready);
}

/// Takes the parts apart in order; of equal places the earlier part comes first.
template <class Part>
class Merger
{
public:
    Merger(const std::vector<Part>& parts, const Order& order)
        : m_parts(parts)
        , m_order(order)
        , m_at(parts.size(), 0)
    {
    }
    const FlatSample* next()
    {
        std::size_t best = m_parts.size();
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            if (m_at[i] < m_parts[i].size() &&
                (best == m_parts.size() || m_order(m_parts[i][m_at[i]], m_parts[best][m_at[best]])))
                best = i;
        return best == m_parts.size() ? nullptr : &m_parts[best][m_at[best]++];
    }

private:
    const std::vector<Part>& m_parts;
    const Order& m_order;
    std::vector<std::size_t> m_at;
};

} // namespace

void SampleSorter::addBlock()
{
    m_blocks.emplace_back(std::make_unique_for_overwrite<FlatSample[]>(blockSize));
    m_free = m_blocks.back().get();
    m_blockEnd = m_free + blockSize;
}

void SampleSorter::startRun(const FlatSample& sample)
{
    constexpr std::size_t few = 4'096;
    constexpr std::size_t samplesARun = 8;
    closeRun();
    if (m_runs.size() >= std::max(few, m_size / samplesARun)) {
        spread();
        addFlat(sample);
        return;
    }
    m_openAccount = sample.account;
    m_openMetric = sample.metric;
    m_open.push_back({sample.day, sample.value});
}

void SampleSorter::closeRun()
{
    constexpr std::size_t firstPiece = 64 * 1'024;
    if (m_open.empty())
        return;
    if (!m_packed)
        m_packed = std::make_unique<std::pmr::monotonic_buffer_resource>(firstPiece);
    const UsagePacking packing(m_open);
    void* const memory = m_packed->allocate(packing.bytes(), UsagePacking::alignment);
    m_runs.push_back({m_openAccount, m_openMetric, packing.pack(static_cast<std::byte*>(memory))});
    m_open.clear();
}

/// There are no runs to speak of: sample by sample, as they came.
void SampleSorter::spread()
{
    m_hasRuns = false;
    for (const Run& run : m_runs)
        for (const UsageSeries::Point& point : run.points)
            addFlat({run.account, run.metric, point.day, 1, point.value});
    m_runs = {};
    m_packed.reset();
}

/// Empty where an account and metric comes in more runs than one.
std::vector<const SampleSorter::Run*> SampleSorter::orderedRuns(std::span<const quint32> accountRanks,
                                                                std::span<const quint32> metricRanks) const
{
    const auto placeOf = [&](const Run* run) {
        return accountRanks[run->account] * metricRanks.size() + metricRanks[run->metric];
    };
    std::vector<const Run*> runs;
    runs.reserve(m_runs.size());
    for (const Run& run : m_runs)
        runs.push_back(&run);
    std::ranges::sort(runs, {}, placeOf);
    return std::ranges::adjacent_find(runs, {}, placeOf) == runs.end() ? runs : std::vector<const Run*>();
}

std::size_t SampleSorter::usedIn(std::size_t block) const
{
    return block + 1 < m_blocks.size() ? blockSize : static_cast<std::size_t>(m_free - m_blocks[block].get());
}

/// Frees the blocks of a part and returns what was in them, ordered.
SampleSorter::Part SampleSorter::takePart(std::size_t firstBlock, std::span<const quint32> accountRanks,
                                          std::span<const quint32> metricRanks)
{
    const std::size_t endBlock = std::min(firstBlock + blocksInPart, m_blocks.size());
    const std::size_t size = (endBlock - firstBlock - 1) * blockSize + usedIn(endBlock - 1);
    const std::size_t places = accountRanks.size() * metricRanks.size();
    const auto placeOf = [&](const FlatSample& sample) {
        return accountRanks[sample.account] * metricRanks.size() + metricRanks[sample.metric];
    };
    const bool isCounted = places <= size * placesASample;
    std::vector<std::size_t> starts(isCounted ? places + 1 : 0);
    for (std::size_t block = firstBlock; block < endBlock && isCounted; ++block)
        for (const FlatSample& sample : std::span(m_blocks[block].get(), usedIn(block)))
            ++starts[placeOf(sample) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    Part part(size);
    std::size_t next = 0;
    for (std::size_t block = firstBlock; block < endBlock; ++block) {
        for (const FlatSample& sample : std::span(m_blocks[block].get(), usedIn(block)))
            part[isCounted ? starts[placeOf(sample)]++ : next++] = sample;
        m_blocks[block].reset();
    }
    if (isCounted)
        sortDays(part);
    return part;
}

/// Blocks become ordered parts; parts that a drain before this one made stay, ordered anew where the ranks changed.
void SampleSorter::sortParts(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks)
{
    for (std::size_t block = 0; block < m_blocks.size(); block += blocksInPart)
        m_parts.push_back(takePart(block, accountRanks, metricRanks));
    m_blocks.clear();
    m_free = m_blockEnd = nullptr;
    const Order order{accountRanks, metricRanks};
    for (auto& part : m_parts)
        if (!std::is_sorted(part.begin(), part.end(), order))
            std::stable_sort(part.begin(), part.end(), order);
}

bool SampleSorter::drain(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks,
                         std::span<const Aggregate> aggregates, std::size_t most, const Out& out)
{
    if (m_hasRuns) {
        closeRun();
        if (const auto runs = orderedRuns(accountRanks, metricRanks); !runs.empty())
            return handOutRuns(runs, most, out);
        spread();
    }
    sortParts(accountRanks, metricRanks);
    if (m_parts.size() == 1) {
        combineDays(m_parts.front(), aggregates);
        return handOut(m_parts.front(), most, out);
    }
    const Order order{accountRanks, metricRanks};
    Merger merger(m_parts, order);
    std::vector<FlatSample> ready;
    while (const FlatSample* sample = merger.next()) {
        if (!ready.empty() && isSamePlace(ready.back(), *sample)) {
            combine(ready.back(), *sample, aggregates[sample->metric]);
            continue;
        }
        if (ready.size() >= most && ready.back().account != sample->account) {
            if (!out(ready))
                return false;
            ready.clear();
        }
        ready.push_back(*sample);
    }
    return ready.empty() || out(ready);
}

} // namespace steward::exchange
