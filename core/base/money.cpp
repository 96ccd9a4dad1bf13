// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <limits>

namespace steward {

namespace {

constexpr qint64 highest = std::numeric_limits<qint64>::max();
constexpr qint64 lowest = std::numeric_limits<qint64>::min() + 1;

qint64 saturated(Wide value)
{
    return value > highest ? highest : value < lowest ? lowest : static_cast<qint64>(value);
}

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (qsizetype i = 0; i < 3; ++i) {
        const char16_t c = code[i].toUpper().unicode();
        if (c < u'A' || c > u'Z')
            return std::nullopt;
        currency.m_code[static_cast<std::size_t>(i)] = static_cast<char>(c);
    }
    return currency;
}

QString Currency::code() const { return isKnown() ? QString::fromLatin1(m_code.data(), 3) : QString(); }

int Currency::minorDigits() const
{
    static constexpr std::string_view none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                                "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::string_view three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const std::string_view code(m_code.data(), m_code.size());
    for (const auto each : none)
        if (each == code)
            return 0;
    for (const auto each : three)
        if (each == code)
            return 3;
    return 2;
}

QString decimalText(qint64 minor, int digits)
{
    const bool negative = minor < 0;
    QString text = QString::number(negative ? 0 - static_cast<quint64>(minor) : static_cast<quint64>(minor));
    if (digits > 0) {
        text = text.rightJustified(digits + 1, u'0');
        text.insert(text.size() - digits, u'.');
    }
    return negative ? QString(u'-' + text) : text;
}

QString Money::toDecimal() const { return decimalText(minor, currency.minorDigits()); }

std::optional<Money> add(Money a, Money b)
{
    Money sum{0, a.currency};
    if (a.currency != b.currency || __builtin_add_overflow(a.minor, b.minor, &sum.minor))
        return std::nullopt;
    return sum;
}

qint64 divideHalfUp(Wide value, qint64 divisor)
{
    const Wide half = divisor / 2;
    return saturated(value >= 0 ? (value + half) / divisor : (value - half) / divisor);
}

std::optional<Mrr> Mrr::perTerm(qint64 minor, int months)
{
    if (months < 1)
        return std::nullopt;
    const Wide units = static_cast<Wide>(minor) * perMinor;
    if (units > highest || units < lowest)
        return std::nullopt;
    return fromUnits(divideHalfUp(units, months));
}

qint64 Mrr::toMinor() const { return divideHalfUp(m_units, perMinor); }

qint64 Mrr::toArrMinor() const { return divideHalfUp(static_cast<Wide>(m_units) * 12, perMinor); }

Mrr& Mrr::operator+=(Mrr other)
{
    m_units = saturated(static_cast<Wide>(m_units) + other.m_units);
    return *this;
}

Mrr& Mrr::operator-=(Mrr other)
{
    m_units = saturated(static_cast<Wide>(m_units) - other.m_units);
    return *this;
}

} // namespace steward
