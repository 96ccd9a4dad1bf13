// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/today_delegate.h"

#include <QListView>

namespace steward::today {

/// The rows. Enter opens, Space asks why; the current row stays current when others come and go, and where it went its
/// place is taken by the next.
class TodayList final : public QListView
{
    Q_OBJECT
public:
    explicit TodayList(TodayModel& model, QWidget* parent = nullptr);
    /// One row down or up, over heads.
    void step(int direction);
    [[nodiscard]] int row() const { return currentIndex().row(); }
    void choose(int row);

Q_SIGNALS:
    void opened();
    void whyRequested();
    void rowChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void hover(int row);
    void restore();
    TodayModel& m_model;
    TodayDelegate* m_delegate;
    QString m_key; ///< of the current row before a reset
    int m_row = -1;
    int m_scrolled = 0;
};

} // namespace steward::today
