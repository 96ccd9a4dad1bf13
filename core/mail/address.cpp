// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/address.h"

#include <QUrl>
#include <algorithm>

namespace steward::mail {

QByteArray plainAddress(const QString& address)
{
    const QString trimmed = address.trimmed();
    const qsizetype at = trimmed.indexOf(u'@');
    if (at <= 0 || trimmed.indexOf(u'@', at + 1) >= 0)
        return {};
    constexpr QLatin1String marks("!#$%&'*+-/=?^_`{|}~.");
    const QStringView local = QStringView(trimmed).left(at);
    const bool isPlain = std::ranges::all_of(
        local, [&](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || marks.contains(c)); });
    const QByteArray domain = QUrl::toAce(trimmed.mid(at + 1));
    return isPlain && !domain.isEmpty() ? QByteArray(local.toLatin1() + '@' + domain) : QByteArray();
}

QString oneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return line.simplified();
}

} // namespace steward::mail
