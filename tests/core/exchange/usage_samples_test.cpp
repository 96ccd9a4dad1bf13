// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_samples.h"

#include "tests/support/printers.h"

#include <map>
#include <numeric>
#include <random>

using namespace steward::exchange;

namespace {

constexpr std::array aggregates{Aggregate::Sum, Aggregate::Mean, Aggregate::Last, Aggregate::Max};
using Place = std::tuple<quint32, quint32, qint32>; // by rank

std::vector<quint32> shuffled(std::size_t size, std::mt19937& random)
{
    std::vector<quint32> ranks(size);
    std::iota(ranks.begin(), ranks.end(), 0U);
    std::shuffle(ranks.begin(), ranks.end(), random);
    return ranks;
}

/// What a careful reader would keep: one number a place, combined in the order of the file.
std::map<Place, FlatSample> combined(const std::vector<FlatSample>& samples, const std::vector<quint32>& accounts,
                                     const std::vector<quint32>& metrics)
{
    std::map<Place, FlatSample> kept;
    for (const FlatSample& sample : samples) {
        const auto [at, isNew] =
            kept.emplace(Place(accounts[sample.account], metrics[sample.metric], sample.day), sample);
        if (isNew)
            continue;
        FlatSample& sum = at->second;
        switch (aggregates[sample.metric]) {
        case Aggregate::Sum:
            sum.value += sample.value;
            break;
        case Aggregate::Mean:
            sum.value = (sum.value * sum.count + sample.value) / (sum.count + 1);
            break;
        case Aggregate::Last:
            sum.value = sample.value;
            break;
        case Aggregate::Max:
            sum.value = std::max(sum.value, sample.value);
            break;
        }
        ++sum.count;
    }
    return kept;
}

void checkDrained(SampleSorter& sorter, const std::vector<FlatSample>& samples, std::size_t accounts, std::size_t most,
                  std::mt19937& random)
{
    const auto accountRanks = shuffled(accounts, random);
    const auto metricRanks = shuffled(aggregates.size(), random);
    const auto expected = combined(samples, accountRanks, metricRanks);
    auto at = expected.begin();
    quint32 lastAccount = ~0U;
    const bool isDone = sorter.drain(accountRanks, metricRanks, aggregates, most, [&](auto part) {
        REQUIRE_FALSE(part.empty());
        REQUIRE(part.front().account != lastAccount); // an account is never parted
        lastAccount = part.back().account;
        for (const FlatSample& sample : part) {
            REQUIRE(at != expected.end());
            REQUIRE(Place(accountRanks[sample.account], metricRanks[sample.metric], sample.day) == at->first);
            REQUIRE(sample.value == at->second.value);
            REQUIRE(sample.count == at->second.count);
            ++at;
        }
        return true;
    });
    CHECK(isDone);
    CHECK(at == expected.end());
}

std::vector<FlatSample> randomSamples(std::size_t count, quint32 accounts, int days, std::mt19937& random)
{
    std::vector<FlatSample> samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back(
            {static_cast<quint32>(random() % accounts), static_cast<quint32>(random() % aggregates.size()),
             static_cast<qint32>(random() % static_cast<unsigned>(days)), 1, static_cast<double>(random() % 100)});
    return samples;
}

} // namespace

TEST_CASE("Samples come out by account, metric and day, one a day, and again for the import after its preview")
{
    std::mt19937 random(5);
    // Few samples of many accounts are compared, many of few are counted.
    const auto [count, accounts] =
        GENERATE(std::pair(0, 3), std::pair(1, 1), std::pair(40, 5'000), std::pair(900, 7), std::pair(40'000, 300));
    const auto samples = randomSamples(static_cast<std::size_t>(count), static_cast<quint32>(accounts), 30, random);
    SampleSorter sorter;
    for (const FlatSample& sample : samples)
        sorter.add(sample);
    CHECK(sorter.size() == samples.size());
    checkDrained(sorter, samples, static_cast<std::size_t>(accounts), 100, random);
}

TEST_CASE("A preview's order does not bind the import's")
{
    std::mt19937 random(6);
    std::vector<FlatSample> samples;
    for (quint32 account = 0; account < 50; ++account)
        for (qint32 day = 0; day < 40; ++day)
            samples.push_back({account, account % 4, day, 1, static_cast<double>(day)});
    SampleSorter sorter;
    for (const FlatSample& sample : samples)
        sorter.add(sample);
    checkDrained(sorter, samples, 50, 64, random);
    checkDrained(sorter, samples, 50, 64, random);
}

TEST_CASE("More samples than a part holds are merged")
{
    std::mt19937 random(8);
    const auto samples = randomSamples(4'300'000, 40, 50, random);
    SampleSorter sorter;
    for (const FlatSample& sample : samples)
        sorter.add(sample);
    checkDrained(sorter, samples, 40, 1'000, random);
}
