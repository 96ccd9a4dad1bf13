// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/tasks_model.h"
#include "ui/widgets/row_list.h"

namespace steward::tasks {

/// The rows of the queue. Shift and the arrow keys choose several; a click on the box ticks.
class TasksList final : public widgets::RowList
{
    Q_OBJECT
public:
    explicit TasksList(TasksModel& model, QWidget* parent = nullptr);
    /// What is chosen, from the top; where nothing is, the current one.
    [[nodiscard]] TasksPresenter::Chosen chosen() const;

Q_SIGNALS:
    void ticked();

protected:
    [[nodiscard]] QString keyAt(int row) const override;
    void keep() override;
    void restore() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    class Delegate;
    void extend(int direction);
    TasksModel& m_model;
    Delegate* m_delegate;
    QStringList m_kept; ///< keys of what was chosen before the model is made anew
    int m_anchor = -1;  ///< where a choice of several began
    int m_reach = -1;   ///< where it ends
};

} // namespace steward::tasks
