// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace steward;

TEST_CASE("much memory begins at a large page and holds what is put into it, little memory does too")
{
    for (const std::size_t bytes : {std::size_t{64}, largePage / 2, largePage - 8, largePage, 3 * largePage + 8}) {
        INFO(bytes);
        std::vector<std::uint64_t, LargePages<std::uint64_t>> numbers(bytes / 8);
        std::iota(numbers.begin(), numbers.end(), 1);
        const auto moved = std::move(numbers);
        CHECK(moved.front() == 1);
        CHECK(moved.back() == bytes / 8);
        if (bytes >= largePage)
            CHECK(reinterpret_cast<std::uintptr_t>(moved.data()) % largePage == 0);
    }
}
