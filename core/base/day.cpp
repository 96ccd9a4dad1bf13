// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"

#include <QDateTime>
#include <QTimeZone>

namespace steward {

namespace {

/// The value of n digits at the front, or -1.
int digits(std::string_view text, std::size_t at, std::size_t n)
{
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

QDate dayOf(Instant instant, const QTimeZone& zone) { return QDateTime::fromMSecsSinceEpoch(instant.ms, zone).date(); }

std::optional<Month> Month::fromIso(QStringView text)
{
    const std::string ascii = text.toString().toStdString();
    if (ascii.size() != 7 || ascii[4] != '-')
        return std::nullopt;
    const int year = digits(ascii, 0, 4);
    const int month = digits(ascii, 5, 2);
    if (year < 1 || month < 1 || month > 12)
        return std::nullopt;
    return Month(year, month);
}

QString Month::toIso() const
{
    return QStringLiteral("%1-%2").arg(year(), 4, 10, QLatin1Char('0')).arg(month(), 2, 10, QLatin1Char('0'));
}

QDate dayFromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    return year < 1 || month < 1 || day < 1 ? QDate() : QDate(year, month, day);
}

QString isoText(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); }

QString isoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace steward
