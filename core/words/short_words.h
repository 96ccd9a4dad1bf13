// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QLocale>

/// Values as the window shows them: short, in the reader's locale, with a true minus.
namespace steward::words {

/// Whole units, rounded where there are cents: 184,200.
[[nodiscard]] QString amountText(Money money, const QLocale& locale);
/// With its currency: €184,200, USD 97,824.
[[nodiscard]] QString moneyText(Money money, const QLocale& locale);
/// 22 Mar 2027
[[nodiscard]] QString dayText(QDate day, const QLocale& locale);
/// 22 Mar, with the year where it is another than that of `today`.
[[nodiscard]] QString shortDay(QDate day, QDate today, const QLocale& locale);
/// Tenths of a point: 10.8.
[[nodiscard]] QString tenthsText(qint64 tenths, const QLocale& locale);
/// With its sign, + too; 0 has none.
[[nodiscard]] QString signedTenths(qint64 tenths, const QLocale& locale);
/// 12 with a true minus where it is below 0.
[[nodiscard]] QString numberText(qint64 number, const QLocale& locale);
/// With the decimals it needs, at most so many.
[[nodiscard]] QString numberText(double number, int mostDecimals, const QLocale& locale);

} // namespace steward::words
