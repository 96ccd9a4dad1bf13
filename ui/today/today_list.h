// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/today_delegate.h"
#include "ui/widgets/row_list.h"

namespace steward::today {

/// The rows of Today. A click on a group, or on what can wait, opens it.
class TodayList final : public widgets::RowList
{
    Q_OBJECT
public:
    explicit TodayList(TodayModel& model, QWidget* parent = nullptr);
    /// To the first row of the next part, from the last one to the first.
    void stepPart();
    /// The first of the rows under the current one come into view, which stays in it.
    void showBelow();
    /// The current row offers no key that edits; why stands in their place. Empty: it does.
    void setReadOnly(const QString& why);

protected:
    [[nodiscard]] QString keyAt(int row) const override;
    void keep() override;
    void restore() override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    TodayModel& m_model;
    TodayDelegate* m_delegate;
};

} // namespace steward::today
