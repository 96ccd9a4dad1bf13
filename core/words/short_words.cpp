// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/short_words.h"

#include <cmath>

namespace steward::words {

namespace {

constexpr QChar minus(0x2212);

bool isEnglish(const QLocale& locale)
{
    return locale.language() == QLocale::English || locale.language() == QLocale::C;
}

} // namespace

QString amountText(Money money, const QLocale& locale)
{
    qint64 unit = 1;
    for (int i = 0; i < money.currency.minorDigits(); ++i)
        unit *= 10;
    return numberText(divideHalfUp(money.minor, unit), locale);
}

QString moneyText(Money money, const QLocale& locale)
{
    const QString code = money.currency.code();
    const QString amount = amountText(money, locale);
    if (code.isEmpty())
        return amount;
    return code == u"EUR" ? QString(QChar(0x20AC) + amount) : QString(code + QChar(QChar::Nbsp) + amount);
}

QString dayText(QDate day, const QLocale& locale)
{
    return isEnglish(locale) ? locale.toString(day, QStringLiteral("d MMM yyyy"))
                             : locale.toString(day, QLocale::ShortFormat);
}

QString shortDay(QDate day, QDate today, const QLocale& locale)
{
    if (day.year() != today.year() || !isEnglish(locale))
        return dayText(day, locale);
    return locale.toString(day, QStringLiteral("d MMM"));
}

QString tenthsText(qint64 tenths, const QLocale& locale)
{
    const QString text = locale.toString(double(std::abs(tenths)) / 10.0, 'f', 1);
    return tenths < 0 ? QString(minus + text) : text;
}

QString signedTenths(qint64 tenths, const QLocale& locale)
{
    const QString text = tenthsText(tenths, locale);
    return tenths > 0 ? QString(u'+' + text) : text;
}

QString numberText(qint64 number, const QLocale& locale)
{
    const QString text = locale.toString(std::abs(number));
    return number < 0 ? QString(minus + text) : text;
}

QString numberText(double number, int mostDecimals, const QLocale& locale)
{
    int decimals = mostDecimals;
    double scale = std::pow(10.0, decimals);
    while (decimals > 0 && std::abs(std::fmod(std::round(number * scale), 10.0)) < 0.5) {
        --decimals;
        scale /= 10;
    }
    const QString text = locale.toString(std::abs(number), 'f', decimals);
    return number < 0 && std::round(number * scale) != 0 ? QString(minus + text) : text;
}

} // namespace steward::words
