// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

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
    void paintEvent(QPaintEvent* event) override;
    /// Fills the pane and scrolls up and down only; its name is that of the pane and ".scroll".
    [[nodiscard]] QScrollArea* addScroll();
};

/// The cross in the corner. spoken: what it does; tip: the same with its key.
[[nodiscard]] QToolButton* closeButton(const QString& name, const QString& spoken, const QString& tip);

} // namespace steward::widgets
