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

/// Orders by a key below `keys`, equal keys as they lie: two passes without a comparison. spare: any vector.
template <class Key>
void countingSort(std::vector<FlatSample>& part, std::vector<FlatSample>& spare, std::size_t keys, const Key& key)
{
    std::vector<std::size_t> starts(keys + 1);
    for (const FlatSample& sample : part)
        ++starts[key(sample) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    spare.resize(part.size());
    for (const FlatSample& sample : part)
        spare[starts[key(sample)]++] = sample;
    part.swap(spare);
}

/// By day, then metric, then account: each pass keeps the order of the one before.
void sortPart(std::vector<FlatSample>& part, const Order& order)
{
    if (std::is_sorted(part.begin(), part.end(), order))
        return;
    const auto byDay = [](const FlatSample& a, const FlatSample& b) { return a.day < b.day; };
    if (!std::is_sorted(part.begin(), part.end(), byDay))
        std::stable_sort(part.begin(), part.end(), byDay);
    std::vector<FlatSample> spare;
    if (order.metrics.size() > 1)
        countingSort(part, spare, order.metrics.size(), [&](const auto& each) { return order.metrics[each.metric]; });
    countingSort(part, spare, order.accounts.size(), [&](const auto& each) { return order.accounts[each.account]; });
}

/// Takes the parts apart in order; of equal places the earlier part comes first.
class Merger
{
public:
    Merger(const std::vector<std::vector<FlatSample>>& parts, const Order& order)
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
    const std::vector<std::vector<FlatSample>>& m_parts;
    const Order& m_order;
    std::vector<std::size_t> m_at;
};

} // namespace

void SampleSorter::add(const FlatSample& sample)
{
    if (m_parts.empty() || m_parts.back().size() == partSize)
        m_parts.emplace_back();
    m_parts.back().push_back(sample);
    ++m_size;
}

bool SampleSorter::drain(std::span<const quint32> accountRanks, std::span<const quint32> metricRanks,
                         std::span<const Aggregate> aggregates, std::size_t most, const Out& out)
{
    const Order order{accountRanks, metricRanks};
    for (auto& part : m_parts)
        sortPart(part, order);
    Merger merger(m_parts, order);
    std::vector<FlatSample> ready;
    ready.reserve(std::min(most, m_size) + 1);
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
