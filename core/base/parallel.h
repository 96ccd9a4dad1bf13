// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace steward {

/// Calls work(from, to) once for each stretch of the places from 0 to size, by as many threads as the machine runs at
/// once; the caller's is one of them. Stretches are taken in order, so that a slow one holds up nobody. Returns when
/// all is done; what work throws, it throws.
template <class Work>
void inStretches(std::size_t size, std::size_t stretch, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (;;) {
            const std::size_t from = next.fetch_add(stretch);
            if (from >= size)
                return;
            work(from, std::min(from + stretch, size));
        }
    };
    const std::size_t stretches = (size + stretch - 1) / stretch;
    const std::size_t threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), stretches);
    std::vector<std::future<void>> helpers;
    for (std::size_t i = 1; i < threads; ++i)
        helpers.push_back(std::async(std::launch::async, take));
    take();
    for (auto& each : helpers)
        each.get();
}

} // namespace steward
