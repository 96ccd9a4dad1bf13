// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>

namespace steward {

/// The number at `at` where it is written as plainly as most are: up to 15 digits, with or without a decimal point
/// between them. Returns what lies behind it; nullptr where it is written in any other way, which says nothing of
/// whether it is a number. The value is the very one std::from_chars gives: below 2^53 the digits are exact, powers of
/// ten up to 10^22 are, and one division rounds correctly (W. D. Clinger, "How to read floating point numbers
/// accurately", 1990).
[[nodiscard]] inline const char* readPlainNumber(const char* at, const char* end, double& value)
{
    static constexpr std::array<double, 16> powers{1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const auto isDigit = [end](const char* c) { return c < end && *c >= '0' && *c <= '9'; };
    qint64 digits = 0;
    const char* const begin = at;
    for (; isDigit(at); ++at) {
        if (at - begin == 15)
            return nullptr;
        digits = digits * 10 + (*at - '0');
    }
    if (at == begin)
        return nullptr;
    value = static_cast<double>(digits);
    if (at == end || *at != '.')
        return at;
    const char* const fraction = ++at;
    for (; isDigit(at); ++at) {
        if (at - begin == 16) // 15 digits and the point
            return nullptr;
        digits = digits * 10 + (*at - '0');
    }
    if (at == fraction)
        return nullptr;
    value = static_cast<double>(digits) / powers[static_cast<std::size_t>(at - fraction)];
    return at;
}

} // namespace steward
