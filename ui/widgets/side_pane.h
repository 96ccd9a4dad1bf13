// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

class QKeyEvent;
class QScrollArea;

namespace steward::widgets {

/// What stands beside a list: of one width, with a line to its left.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    explicit SidePane(const QString& name, QWidget* parent = nullptr);
    /// Hidden because another one is shown; nobody is told.
    virtual void putAway() { hide(); }

protected:
    /// While it has the focus, what is typed belongs to it and not to the commands of the view, which are about the
    /// list. Panes that only tell about the current row leave letters to the view.
    [[nodiscard]] virtual bool keepsLetters() const { return true; }
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// Fills the pane and scrolls up and down only; its name is that of the pane and ".scroll".
    [[nodiscard]] QScrollArea* addScroll();
};

/// A letter, digit or sign, not a command.
[[nodiscard]] bool isTyped(const QKeyEvent& key);

/// The cross in the corner. spoken: what it does; tip: the same with its key.
[[nodiscard]] QToolButton* closeButton(const QString& name, const QString& spoken, const QString& tip);

} // namespace steward::widgets
