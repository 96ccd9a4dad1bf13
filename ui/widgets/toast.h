// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

namespace steward::widgets {

/// Says what was done and offers to take it back; goes away by itself after eight seconds, not while it is hovered or
/// focused. A child of the view it lies on.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget* parent);
    /// undoable: with the button.
    void show(const QString& text, bool undoable);
    /// What it says holds no longer.
    void dismiss() { hide(); }

Q_SIGNALS:
    void undoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void placeOften(int turns = 3);
    void leave();
    QLabel* m_text;
    QPushButton* m_undo;
    QLabel* m_key;
    QTimer m_timer;
};

} // namespace steward::widgets
