// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/date_order.h"

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

} // namespace steward::words
