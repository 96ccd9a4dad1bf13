// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/wrapped_text.h"

#include "ui/style/type.h"

#include <QFontMetrics>

namespace steward::account {

namespace {

int heightOf(const QString& text, const QFont& font, int width)
{
    return text.isEmpty() ? 0
                          : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

} // namespace

int wrappedHeight(const QString& text, const QFont& font, int width)
{
    const QString rest = text.section(u'\n', 1);
    return heightOf(text.section(u'\n', 0, 0), font, width) + heightOf(rest, style::fontOf(style::Type::Small), width) +
           (rest.isEmpty() ? 0 : style::px(2));
}

void paintWrapped(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
                  const style::Theme& theme)
{
    constexpr int flags = int(Qt::AlignLeft) | int(Qt::AlignTop) | int(Qt::TextWordWrap);
    const QString head = text.section(u'\n', 0, 0);
    const int top = rect.top() + (rect.height() - wrappedHeight(text, font, rect.width())) / 2;
    painter.setFont(font);
    const int height = heightOf(head, font, rect.width());
    painter.drawText(QRect(rect.left(), top, rect.width(), height), flags, head);
    painter.setFont(style::fontOf(style::Type::Small));
    painter.setPen(theme[style::Tone::Muted]);
    painter.drawText(QRect(rect.left(), top + height + style::px(2), rect.width(), rect.bottom() - top - height), flags,
                     text.section(u'\n', 1));
}

} // namespace steward::account
