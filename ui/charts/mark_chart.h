// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace steward::charts {

/// A painted chart whose marks are walked with the arrow keys, opened with Enter, and read one by one by a screen
/// reader: each mark is an accessible child with its words and its place.
class MarkChart : public QWidget
{
    Q_OBJECT
public:
    explicit MarkChart(QWidget* parent = nullptr);
    [[nodiscard]] virtual int markCount() const = 0;
    /// What a mark is, in words.
    [[nodiscard]] virtual QString markText(int mark) const = 0;
    /// Around it, in the widget; empty: not in sight.
    [[nodiscard]] virtual QRect markRect(int mark) const = 0;
    /// -1: none.
    [[nodiscard]] int chosen() const { return m_chosen; }
    void choose(int mark);

Q_SIGNALS:
    void markChosen(int mark);
    void markOpened(int mark);

protected:
    /// There are other marks than before; chosen: the one that is chosen now, -1: none.
    void marksChanged(int chosen);
    /// -1: there is none.
    [[nodiscard]] virtual int markAt(QPointF point) const = 0;
    /// Brings a mark into sight.
    virtual void reveal(int mark);
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    int m_chosen = -1;
};

} // namespace steward::charts
