// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quarter.h"

#include <QRegularExpression>

namespace steward {

Quarter Quarter::plus(int quarters) const
{
    const int index = year * 4 + number - 1 + quarters;
    return {index / 4, index % 4 + 1};
}

QString Quarter::toText() const { return QString(QString::number(year) + u'Q' + QString::number(number)); }

QString Quarter::name() const { return QString(u'Q' + QString::number(number) + u' ' + QString::number(year)); }

std::optional<Quarter> quarterFromText(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*([12]\\d{3})[ -]?[Qq]([1-4])\\s*$"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return Quarter{match.captured(1).toInt(), match.captured(2).toInt()};
}

Period periodOf(Quarter quarter, int fiscalYearStart)
{
    const int startYear = fiscalYearStart == 1 ? quarter.year : quarter.year - 1;
    const QDate first = QDate(startYear, fiscalYearStart, 1).addMonths(3 * (quarter.number - 1));
    return {first, first.addMonths(3).addDays(-1)};
}

Quarter quarterOf(QDate day, int fiscalYearStart)
{
    const int months = day.year() * 12 + day.month() - fiscalYearStart;
    const int year = months / 12 + (fiscalYearStart == 1 ? 0 : 1);
    return {year, months % 12 / 3 + 1};
}

} // namespace steward
