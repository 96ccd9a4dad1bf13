// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/number_parser.h"

#include <array>

/// The lexical half of the number parser; nobody else includes it.
namespace steward::numberscan {

[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A number without what stands around it.
struct Scanned
{
    std::string_view core; // digits, groups and decimal sign
    int exponent = 0;
    bool isNegative = false;
    bool isPercent = false;
    bool isNumber = false;
    NumberIssue issue = NumberIssue::NotANumber; // None, Multiplier, Exponent when isNumber
    Currency currency;
};

/// Takes signs, parentheses, currency, percent and exponent off. The core still has to be checked by fits().
[[nodiscard]] Scanned scanNumber(std::string_view text);

/// Whether the core is a number with this decimal sign: one such sign at most, groups where they belong.
[[nodiscard]] bool fits(std::string_view core, DecimalSign decimal);

/// The digits of a number without leading zeros: 0.d1d2d3... * 10^point.
struct Digits
{
    std::array<char, 40> digit{};
    int count = 0;
    int point = 0;
    bool hasMore = false; // digits other than 0 did not fit
};
[[nodiscard]] Digits digitsOf(std::string_view core, DecimalSign decimal, int exponent);

} // namespace steward::numberscan
