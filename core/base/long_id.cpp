// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/long_id.h"

#include <algorithm>

namespace steward {

namespace {

constexpr qsizetype shortLength = 15;
constexpr qsizetype group = 5;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

QString endingOf(QStringView id)
{
    static const QString letters = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345");
    QString ending;
    for (qsizetype start = 0; start < shortLength; start += group) {
        qsizetype bits = 0;
        for (qsizetype i = 0; i < group; ++i)
            if (id[start + i] >= u'A' && id[start + i] <= u'Z')
                bits |= qsizetype(1) << i;
        ending += letters[bits];
    }
    return ending;
}

} // namespace

QString otherFormOfId(QStringView key)
{
    const bool isShort = key.size() == shortLength;
    if (!(isShort || key.size() == shortLength + 3) || !std::all_of(key.begin(), key.end(), isLetterOrDigit))
        return {};
    const QString ending = endingOf(key.left(shortLength));
    if (isShort)
        return key + ending;
    return key.mid(shortLength) == ending ? key.left(shortLength).toString() : QString();
}

} // namespace steward
