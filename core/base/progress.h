// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>
#include <functional>

namespace steward {

/// Handed down into long work. Work reports every 1,000 rows or so and stops, changing nothing, once isCancelled().
struct Progress
{
    /// done and total in the unit of the work (bytes, rows, accounts); total 0 where it is not known. May be empty.
    std::function<void(qint64 done, qint64 total)> report;
    const std::atomic<bool>* cancelled = nullptr;

    void at(qint64 done, qint64 total) const
    {
        if (report)
            report(done, total);
    }
    [[nodiscard]] bool isCancelled() const { return cancelled && cancelled->load(std::memory_order_relaxed); }
};

} // namespace steward
