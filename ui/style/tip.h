// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::style {

/// Without the marks that turn the letters after them round: a name from a file does not turn the words it stands
/// among. Letters keep the direction of their own script.
[[nodiscard]] inline QString unturned(QString text)
{
    return text.removeIf([](QChar c) {
        return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    });
}

/// A tooltip that shows a text as it stands: what looks like markup is no markup, an ampersand is one. All that comes
/// from the book or a file goes through here; Qt would take it for HTML. Empty stays empty: no tip.
[[nodiscard]] inline QString plainTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>") + unturned(text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) +
           QStringLiteral("</qt>");
}

/// A text of the book as the label of a button, a tab or an action, where an ampersand would mark a key.
[[nodiscard]] inline QString plainLabel(QString text)
{
    return unturned(std::move(text)).replace(u'&', QStringLiteral("&&"));
}

} // namespace steward::style
