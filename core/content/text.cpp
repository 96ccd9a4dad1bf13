// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/text.h"

namespace steward::content {

QStringList placeholdersOf(QStringView text)
{
    QStringList names;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            break;
        const QString name = text.sliced(open + 1, close - open - 1).toString();
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace steward::content
