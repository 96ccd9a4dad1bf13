// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::style {

/// A tooltip that shows a text as it stands: what looks like markup is no markup, an ampersand is one. All that comes
/// from the book or a file goes through here; Qt would take it for HTML. Empty stays empty: no tip.
[[nodiscard]] inline QString plainTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) +
           QStringLiteral("</qt>");
}

/// A text of the book as the label of a button, a tab or an action, where an ampersand would mark a key.
[[nodiscard]] inline QString plainLabel(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace steward::style
