// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <compare>
#include <optional>
#include <string_view>

namespace steward {

/// An ISO 4217 code: three capital letters. Default-constructed: unknown.
class Currency
{
public:
    constexpr Currency() = default;
    /// Accepts three ASCII letters in either case; anything else is none.
    [[nodiscard]] static std::optional<Currency> fromCode(QStringView code);
    /// For literals known to be right.
    constexpr explicit Currency(const char (&code)[4])
        : m_code{code[0], code[1], code[2]}
    {
    }
    [[nodiscard]] bool isKnown() const { return m_code[0] != 0; }
    [[nodiscard]] QString code() const;
    /// Digits after the decimal point in this currency: 2 for most, 0 for JPY, 3 for KWD (ISO 4217, minor units).
    [[nodiscard]] int minorDigits() const;
    friend constexpr auto operator<=>(Currency, Currency) = default;

private:
    std::array<char, 3> m_code{};
};

/// An amount in minor units (cents) whose currency stands beside it, in the same record.
struct Minor
{
    qint64 value = 0;
    friend constexpr auto operator<=>(Minor, Minor) = default;
};

/// An exact amount: minor units and their currency. No double, no locale. Range +-9.2e18 minor units.
struct Money
{
    qint64 minor = 0;
    Currency currency;
    /// "1234.50": exact, as many decimals as the currency has, a point, no grouping. For files and JSON.
    [[nodiscard]] QString toDecimal() const;
    friend constexpr bool operator==(const Money&, const Money&) = default;
};

/// Sum in the same currency; none on overflow or where the currencies differ.
[[nodiscard]] std::optional<Money> add(Money a, Money b);

/// Recurring money per month in 1/5040 of a minor unit, so that terms of 1 to 10, 12, 14, 15, 16, 18, 20, 21, 24, 30,
/// 36, 42, 48 and 60 months divide exactly. Summed exactly, rounded once, half up (away from zero), when shown.
class Mrr
{
public:
    static constexpr qint64 perMinor = 5040;
    constexpr Mrr() = default;
    /// An amount for a term of so many months. none on overflow or months < 1.
    [[nodiscard]] static std::optional<Mrr> perTerm(qint64 minor, int months);
    [[nodiscard]] static constexpr Mrr fromUnits(qint64 units)
    {
        Mrr mrr;
        mrr.m_units = units;
        return mrr;
    }
    [[nodiscard]] constexpr qint64 units() const { return m_units; }
    /// Minor units, rounded half up.
    [[nodiscard]] qint64 toMinor() const;
    /// Twelve months of it in minor units, rounded half up once.
    [[nodiscard]] qint64 toArrMinor() const;
    /// Saturates at the ends of the range instead of wrapping: 1.8e15 minor units a month.
    Mrr& operator+=(Mrr other);
    Mrr& operator-=(Mrr other);
    [[nodiscard]] friend Mrr operator+(Mrr a, Mrr b) { return a += b; }
    [[nodiscard]] friend Mrr operator-(Mrr a, Mrr b) { return a -= b; }
    [[nodiscard]] constexpr Mrr operator-() const { return fromUnits(-m_units); }
    friend constexpr auto operator<=>(Mrr, Mrr) = default;

private:
    qint64 m_units = 0;
};

/// 128 bits: sums and products of amounts do not overflow on the way to their rounding.
__extension__ typedef __int128 Wide;

/// value / divisor, rounded half away from zero. divisor > 0.
[[nodiscard]] qint64 divideHalfUp(Wide value, qint64 divisor);

/// "1234.50" for 123450 and 2 digits.
[[nodiscard]] QString decimalText(qint64 minor, int digits);

} // namespace steward
