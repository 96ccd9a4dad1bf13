// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <numeric>

namespace steward::health {

/// An exact number, lowest terms, denominator > 0.
class Fraction
{
public:
    constexpr Fraction() = default;
    constexpr Fraction(qint64 numerator, qint64 denominator)
        : m_numerator(numerator)
        , m_denominator(denominator)
    {
        const qint64 common = std::gcd(numerator, denominator);
        m_numerator /= common;
        m_denominator /= common;
    }
    [[nodiscard]] static constexpr Fraction whole(qint64 value) { return {value, 1}; }
    [[nodiscard]] constexpr qint64 numerator() const { return m_numerator; }
    [[nodiscard]] constexpr qint64 denominator() const { return m_denominator; }
    /// Rounded half away from zero, in units of 10^-digits: 87.48 is 8748 with 2 digits.
    [[nodiscard]] qint64 rounded(int digits) const
    {
        qint64 scale = 1;
        for (int i = 0; i < digits; ++i)
            scale *= 10;
        return divideHalfUp(Wide(m_numerator) * scale, m_denominator);
    }
    /// "87.48"
    [[nodiscard]] QString toDecimal(int digits) const { return decimalText(rounded(digits), digits); }
    [[nodiscard]] double toDouble() const { return double(m_numerator) / double(m_denominator); }

    /// Exact while numerators and denominators of both fit into 64 bits together, as those of scores do: denominators
    /// are products of two weights of at most 100 and a million.
    friend constexpr Fraction operator-(Fraction a, Fraction b)
    {
        return a + Fraction(-b.m_numerator, b.m_denominator);
    }
    friend constexpr Fraction operator+(Fraction a, Fraction b)
    {
        const qint64 common = std::gcd(a.m_denominator, b.m_denominator);
        return {a.m_numerator * (b.m_denominator / common) + b.m_numerator * (a.m_denominator / common),
                a.m_denominator / common * b.m_denominator};
    }
    friend constexpr bool operator==(Fraction, Fraction) = default;
    friend constexpr std::strong_ordering operator<=>(Fraction a, Fraction b)
    {
        const Wide left = Wide(a.m_numerator) * b.m_denominator;
        const Wide right = Wide(b.m_numerator) * a.m_denominator;
        return left < right   ? std::strong_ordering::less
               : left > right ? std::strong_ordering::greater
                              : std::strong_ordering::equal;
    }

private:
    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
};

} // namespace steward::health
