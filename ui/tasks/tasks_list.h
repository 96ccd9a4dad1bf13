// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/tasks_model.h"

#include <QListView>

namespace steward::tasks {

/// The rows of the queue. Shift and the arrow keys choose several; where the current one went, the next takes its
/// place. Enter opens, Space asks for what is behind it, a click on the box ticks.
class TasksList final : public QListView
{
    Q_OBJECT
public:
    explicit TasksList(TasksModel& model, QWidget* parent = nullptr);
    /// One task down or up, over heads.
    void step(int direction, bool isExtending = false);
    void choose(int row);
    /// What is chosen, from the top; where nothing is, the current one.
    [[nodiscard]] TasksPresenter::Chosen chosen() const;

Q_SIGNALS:
    void opened();
    void contextRequested();
    void ticked();
    void rowChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Delegate;
    void keep();
    void restore();
    void hover(int row);
    TasksModel& m_model;
    Delegate* m_delegate;
    std::vector<std::pair<qint64, Part>> m_kept; ///< what was chosen before a reset, the current one first
    int m_row = -1;
    int m_anchor = -1; ///< where a choice of several began
    int m_scrolled = 0;
};

} // namespace steward::tasks
