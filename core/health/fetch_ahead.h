// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

/// The lists of an account lie all over memory, and who reads thousands of accounts one after the other waits for them
/// more than it computes. These have the processor fetch them while something else is done; they change nothing.
namespace steward::health {

/// The ends of every list.
inline void fetchEnds(const AccountFacts& facts)
{
    const auto fetch = [](const auto& rows) {
        if (rows.isEmpty())
            return;
        const auto all = rows.all();
        __builtin_prefetch(&all.front());
        __builtin_prefetch(&all.back());
    };
    std::apply([&fetch](const auto&... rows) { (fetch(rows), ...); }, facts.tables);
}

/// The rows of every list, the newest of long ones; costs little where fetchEnds() was called a while before.
inline void fetchRows(const AccountFacts& facts)
{
    const auto fetch = [](const auto& rows) {
        constexpr std::size_t line = 64;
        constexpr std::size_t most = 64 * line;
        const auto bytes = std::as_bytes(rows.all());
        for (std::size_t at = bytes.size() - std::min(bytes.size(), most); at < bytes.size(); at += line)
            __builtin_prefetch(bytes.data() + at);
    };
    std::apply([&fetch](const auto&... rows) { (fetch(rows), ...); }, facts.tables);
}

} // namespace steward::health
