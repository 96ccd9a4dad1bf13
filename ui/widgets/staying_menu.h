// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace steward::widgets {

/// A menu of things to tick that stays open while they are ticked: whoever chooses columns chooses several. What cannot
/// be ticked closes it as usual, so does Escape.
class StayingMenu final : public QMenu
{
    Q_OBJECT
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Returns whether it was one to tick.
    static bool tick(QAction* action);
};

} // namespace steward::widgets
