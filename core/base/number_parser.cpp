// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_parser.h"

#include "core/base/cell.h"
#include "core/base/number_scan.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace steward {

using namespace numberscan;

namespace {

constexpr unsigned pointBit = 1U << static_cast<unsigned>(DecimalSign::Point);
constexpr unsigned commaBit = 1U << static_cast<unsigned>(DecimalSign::Comma);

unsigned fittingSigns(std::string_view core)
{
    return (fits(core, DecimalSign::Point) ? pointBit : 0U) | (fits(core, DecimalSign::Comma) ? commaBit : 0U);
}

/// Two readings that differ: one comma or point, which is a group to the one and a decimal sign to the other.
bool hasEitherSign(std::string_view core) { return core.find_first_of(",.") != std::string_view::npos; }

struct Read
{
    Scanned scanned;
    DecimalSign decimal = DecimalSign::Point;
    NumberIssue issue = NumberIssue::NotANumber;
};

NumberIssue choose(std::string_view core, const NumberFormat& format, DecimalSign& decimal)
{
    if (format.decimal) {
        decimal = *format.decimal;
        if (fits(core, decimal))
            return NumberIssue::None;
        const DecimalSign other = decimal == DecimalSign::Point ? DecimalSign::Comma : DecimalSign::Point;
        return fits(core, other) ? NumberIssue::WrongSign : NumberIssue::NotANumber;
    }
    const unsigned signs = fittingSigns(core);
    if (signs == 0)
        return NumberIssue::NotANumber;
    decimal = (signs & pointBit) != 0 ? DecimalSign::Point : DecimalSign::Comma;
    return signs == (pointBit | commaBit) && hasEitherSign(core) ? NumberIssue::Ambiguous : NumberIssue::None;
}

Read read(std::string_view text, const NumberFormat& format)
{
    Read result;
    text = trimmedCell(text);
    if (isUnknownCell(text)) {
        result.issue = NumberIssue::Unknown;
        return result;
    }
    result.scanned = scanNumber(text);
    if (!result.scanned.isNumber)
        return result;
    result.issue = choose(result.scanned.core, format, result.decimal);
    if (result.issue == NumberIssue::NotANumber || result.scanned.issue == NumberIssue::None)
        return result;
    if (result.scanned.issue == NumberIssue::Multiplier || !format.allowExponent)
        result.issue = result.scanned.issue;
    return result;
}

/// The commonest cells, "1234" and "-12.50" with the point given, without the long way round: at most 15 digits.
struct Plain
{
    qint64 digits = 0;
    int places = 0;
    bool isPlain = false;
};

Plain plainNumber(std::string_view text, const NumberFormat& format)
{
    Plain plain;
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    const std::size_t sign = text.find('.');
    const std::size_t wholes = sign == std::string_view::npos ? text.size() : sign;
    if (wholes == 0 || text.size() > 15 || wholes + 1 == text.size() ||
        (wholes != text.size() && format.decimal != DecimalSign::Point))
        return plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == sign)
            continue;
        if (!isDigit(text[i]))
            return plain;
        plain.digits = plain.digits * 10 + (text[i] - '0');
    }
    plain.places = wholes == text.size() ? 0 : static_cast<int>(text.size() - wholes - 1);
    plain.digits = isNegative ? -plain.digits : plain.digits;
    plain.isPlain = true;
    return plain;
}

constexpr std::array<qint64, 16> powersOfTen = [] {
    std::array<qint64, 16> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

template <class T>
NumberCell<T> plainCell(T value)
{
    NumberCell<T> cell;
    cell.value = value;
    cell.issue = NumberIssue::None;
    return cell;
}

template <class T>
NumberCell<T> cellOf(const Read& read)
{
    NumberCell<T> cell;
    cell.issue = read.issue;
    cell.isPercent = read.scanned.isPercent;
    cell.currency = read.scanned.currency;
    return cell;
}

struct Whole
{
    qint64 value = 0;
    bool isRounded = false;
    bool isTooLarge = false;
};

/// The number times 10^shift, rounded half away from zero.
Whole wholeOf(const Digits& digits, int shift, bool isNegative)
{
    Whole whole;
    const int taken = digits.point + shift; // digits in front of the new decimal sign
    if (digits.count == 0)
        return whole;
    if (taken > 19) {
        whole.isTooLarge = true;
        return whole;
    }
    Wide value = 0;
    for (int i = 0; i < taken; ++i)
        value = value * 10 + (i < digits.count ? digits.digit[static_cast<std::size_t>(i)] - '0' : 0);
    if (taken >= 0 && taken < digits.count && digits.digit[static_cast<std::size_t>(taken)] >= '5')
        ++value;
    whole.isTooLarge = value > std::numeric_limits<qint64>::max();
    if (!whole.isTooLarge)
        whole.value = static_cast<qint64>(isNegative ? -value : value);
    const auto first = digits.digit.begin() + std::clamp(taken, 0, digits.count);
    whole.isRounded =
        digits.hasMore || std::any_of(first, digits.digit.begin() + digits.count, [](char c) { return c != '0'; });
    return whole;
}

Whole wholeOf(const Read& read, int shift)
{
    return wholeOf(digitsOf(read.scanned.core, read.decimal, read.scanned.exponent), shift, read.scanned.isNegative);
}

} // namespace

NumberCell<Minor> parseAmount(std::string_view text, const NumberFormat& format, int minorDigits)
{
    if (const Plain plain = plainNumber(text, format); plain.isPlain && plain.places <= minorDigits) {
        qint64 minor = 0;
        if (!__builtin_mul_overflow(plain.digits, powersOfTen[static_cast<std::size_t>(minorDigits - plain.places)],
                                    &minor))
            return plainCell(Minor{minor});
    }
    const Read number = read(text, format);
    NumberCell<Minor> cell = cellOf<Minor>(number);
    if (!cell.isValid())
        return cell;
    if (cell.isPercent) {
        cell.issue = NumberIssue::NotANumber;
        return cell;
    }
    const Whole whole = wholeOf(number, minorDigits);
    if (whole.isTooLarge)
        cell.issue = NumberIssue::TooLarge;
    cell.value = Minor{whole.value};
    cell.isRounded = whole.isRounded;
    return cell;
}

NumberCell<qint64> parseInteger(std::string_view text, const NumberFormat& format)
{
    if (const Plain plain = plainNumber(text, format); plain.isPlain && plain.places == 0)
        return plainCell(plain.digits);
    const Read number = read(text, format);
    NumberCell<qint64> cell = cellOf<qint64>(number);
    if (!cell.isValid())
        return cell;
    if (cell.isPercent || cell.currency.isKnown()) {
        cell.issue = NumberIssue::NotANumber;
        return cell;
    }
    const Whole whole = wholeOf(number, 0);
    if (whole.isRounded || whole.isTooLarge)
        cell.issue = whole.isTooLarge ? NumberIssue::TooLarge : NumberIssue::NotWhole;
    else
        cell.value = whole.value;
    return cell;
}

NumberCell<double> parseReal(std::string_view text, const NumberFormat& format)
{
    // Both sides are exact doubles, so that their quotient is the nearest double of the text.
    if (const Plain plain = plainNumber(text, format); plain.isPlain)
        return plainCell(static_cast<double>(plain.digits) /
                         static_cast<double>(powersOfTen[static_cast<std::size_t>(plain.places)]));
    const Read number = read(text, format);
    NumberCell<double> cell = cellOf<double>(number);
    if (!cell.isValid())
        return cell;
    const Digits digits = digitsOf(number.scanned.core, number.decimal, number.scanned.exponent);
    if (digits.count == 0)
        return cell;
    std::array<char, 64> buffer{};
    char* end = std::copy(digits.digit.begin(), digits.digit.begin() + digits.count, buffer.data());
    *end++ = 'e';
    end = std::to_chars(end, buffer.data() + buffer.size(), digits.point - digits.count).ptr;
    const auto [stop, error] = std::from_chars(buffer.data(), end, cell.value);
    // Too small for a double is 0; too large is not a number to compute with.
    if (error != std::errc{}) {
        cell.value = 0;
        if (digits.point > 0)
            cell.issue = NumberIssue::TooLarge;
    }
    if (number.scanned.isNegative && cell.value != 0)
        cell.value = -cell.value;
    return cell;
}

NumberReadings numberReadings(std::string_view text, bool allowExponent)
{
    const Read number = read(text, {{}, allowExponent});
    NumberReadings readings;
    readings.issue = number.issue == NumberIssue::Ambiguous ? NumberIssue::None : number.issue;
    readings.isPercent = number.scanned.isPercent;
    readings.currency = number.scanned.currency;
    if (readings.issue != NumberIssue::None)
        return readings;
    readings.signs = fittingSigns(number.scanned.core);
    readings.isAmbiguous = number.issue == NumberIssue::Ambiguous;
    return readings;
}

} // namespace steward
