// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/today_model.h"

#include <QStyledItemDelegate>

namespace steward::today {

/// Paints the rows of Today. The current one is a line taller: what its keys do, and why it stands where it stands.
class TodayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TodayDelegate(QObject* parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setCurrentRow(int row) { m_current = row; }

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                     const style::Theme& theme) const;
    int m_current = -1;
};

} // namespace steward::today
