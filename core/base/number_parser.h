// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <optional>
#include <string_view>

namespace steward {

enum class DecimalSign
{
    Point,
    Comma
};

struct NumberFormat
{
    /// Without it a number that has two readings ("1,234") is Ambiguous. See NumberColumn.
    std::optional<DecimalSign> decimal;
    /// "1E5" is a number only where the caller allows it; in most columns it is an id.
    bool allowExponent = false;
};

enum class NumberIssue
{
    None,
    Unknown,    ///< blank, "-", "N/A": see isUnknownCell
    NotANumber, ///< words, two signs, wrong groups ("12,34" with a decimal point), a percent where an amount is wanted
    Ambiguous,  ///< a group or a decimal sign, and no sign given
    WrongSign,  ///< a number, but with the other decimal sign ("1.234,56" where the point was given)
    Multiplier, ///< "1.5K", "2 Mio": reported, never multiplied silently
    Exponent,   ///< "1E5" where exponents are not allowed
    NotWhole,   ///< "4.5" where an integer is wanted
    TooLarge    ///< outside the range of the result
};

/// One cell of a number column; value is 0 for every issue.
template <class T>
struct NumberCell
{
    T value{};
    NumberIssue issue = NumberIssue::NotANumber;
    /// The value is as written: "12.5 %" is 12.5.
    bool isPercent = false;
    /// Digits other than 0 were rounded away.
    bool isRounded = false;
    /// Unknown also for signs that several countries use ($, the yen sign, kr).
    Currency currency;
    [[nodiscard]] bool isValid() const { return issue == NumberIssue::None; }
};

/// All three read: groups of three (comma, point, apostrophe, blanks of any width) or Indian groups, signs before or
/// behind, parentheses as minus, currency signs and ISO codes on either side. UTF-8. They allocate nothing; any bytes
/// are safe.

/// Minor units with so many digits behind the decimal sign (0 to 6), rounded half up (away from zero) from the decimal
/// text itself, never through a double: "875.0000000000001" with 2 digits is 87500.
[[nodiscard]] NumberCell<Minor> parseAmount(std::string_view text, const NumberFormat& format, int minorDigits);
[[nodiscard]] NumberCell<double> parseReal(std::string_view text, const NumberFormat& format = {});
/// "4" and "4.0" are 4; "4.5" is NotWhole. No currency, no percent.
[[nodiscard]] NumberCell<qint64> parseInteger(std::string_view text, const NumberFormat& format = {});

/// How a cell can be read, for NumberColumn.
struct NumberReadings
{
    /// One bit a sign (1 << DecimalSign); both where the text has neither group nor decimal sign. 0: not a number.
    unsigned signs = 0;
    /// Both signs fit and give different numbers.
    bool isAmbiguous = false;
    bool isPercent = false;
    /// Multiplier, Exponent, Unknown, NotANumber, or None.
    NumberIssue issue = NumberIssue::NotANumber;
    Currency currency;
};
[[nodiscard]] NumberReadings numberReadings(std::string_view text, bool allowExponent = false);

} // namespace steward
