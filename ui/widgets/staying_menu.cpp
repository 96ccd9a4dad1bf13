// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/staying_menu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace steward::widgets {

bool StayingMenu::tick(QAction* action)
{
    if (!action || !action->isCheckable())
        return false;
    if (action->isEnabled())
        action->trigger();
    return true;
}

void StayingMenu::mouseReleaseEvent(QMouseEvent* event)
{
    if (!tick(actionAt(event->position().toPoint())))
        QMenu::mouseReleaseEvent(event);
}

void StayingMenu::keyPressEvent(QKeyEvent* event)
{
    const bool isTick =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!isTick || !tick(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace steward::widgets
