// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/date_order.h"

#include <algorithm>

namespace steward::words {

DateOrder dateOrderOf(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const auto day = format.indexOf(u'd');
    const auto month = format.indexOf(u'M');
    const auto year = format.indexOf(u'y');
    if (year < day && year < month)
        return DateOrder::Ymd;
    return month < day ? DateOrder::Mdy : DateOrder::Dmy;
}

DateOrder dateOrderOf(const QStringList& together, const QLocale& locale)
{
    const auto datesIn = [&](DateOrder order) {
        return std::ranges::count_if(together, [order](const QString& each) {
            return parseDate(each.trimmed().toStdString(), {order, DateNumbers::None}).isValid();
        });
    };
    const DateOrder own = dateOrderOf(locale);
    const DateOrder other = own == DateOrder::Mdy ? DateOrder::Dmy : DateOrder::Mdy;
    return datesIn(other) > datesIn(own) ? other : own;
}

} // namespace steward::words
