// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accounts_model.h"

namespace steward::accounts {

/// Paints the cells of accounts, and edits them with what may stand there offered below.
class AccountsDelegate final : public widgets::RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    /// What stands in a cell of the column beside its number takes so much of its width.
    [[nodiscard]] static int roomBeside(ColumnId column);
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;

Q_SIGNALS:
    /// A cell is being typed into: what is shown should stay where it is until editingEnded().
    void editingBegun() const;
    void editingEnded() const;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override;

private:
    static void paintShare(QPainter& painter, const QRect& rect, const QVariant& share, const style::Theme& theme);
    static void paintHealth(QPainter& painter, const QRect& rect, const AccountsModel& model, int row,
                            const style::Theme& theme);
};

} // namespace steward::accounts
