// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_button.h"

#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"

#include <QAction>
#include <QPainter>

namespace steward::widgets {

using style::px;

KeyButton::KeyButton(QAction& action, QWidget* parent)
    : QToolButton(parent)
{
    setDefaultAction(&action);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
}

QString KeyButton::shownKey() const
{
    if (toolButtonStyle() == Qt::ToolButtonIconOnly || !isEnabled())
        return {};
    return defaultAction()->shortcut().toString(QKeySequence::NativeText);
}

QSize KeyButton::sizeHint() const
{
    QSize size = QToolButton::sizeHint();
    if (const QString key = shownKey(); !key.isEmpty())
        size.rwidth() += px(6) + keyWidth(QFontMetrics(style::fontOf(style::Type::Small)), px(18), key);
    return size;
}

void KeyButton::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    const QString key = shownKey();
    if (key.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(style::fontOf(style::Type::Small));
    const int height = px(18);
    const int left = width() - px(6) - keyWidth(painter.fontMetrics(), height, key);
    paintKey(painter, QPoint(left, (this->height() - height) / 2), height, key, palette());
}

} // namespace steward::widgets
