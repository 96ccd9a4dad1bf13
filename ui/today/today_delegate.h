// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/today_model.h"

#include <QStyledItemDelegate>

namespace steward::today {

/// Paints the rows of Today. The current one is a line taller: what its keys do, and why it stands where it stands.
/// Where the lower line of the play begins in a row of that width. What to do next in a play that runs is read whole:
/// the other reasons give way, and where the play has no room its next step stands alone.
[[nodiscard]] int nextStepFrom(const RowText& row, int width);

class TodayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TodayDelegate(QObject* parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setCurrentRow(int row) { m_current = row; }
    /// Keys that edit are not offered on the current row; why stands in their place. Empty: all of them are.
    void setReadOnly(const QString& why) { m_readOnly = why; }
    [[nodiscard]] const QString& readOnly() const { return m_readOnly; }
    /// Times and delays on the clock are never cut, however long the language writes them.
    void fit(const TodayModel& model);

private:
    int m_current = -1;
    int m_timeWidth = 0;
    int m_nameWidth = 0; ///< of the longest name on the clock
    QString m_readOnly;
};

} // namespace steward::today
