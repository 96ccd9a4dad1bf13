// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace steward::fuzz {

/// Stops the fuzzer with the input that broke the promise.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace steward::fuzz
