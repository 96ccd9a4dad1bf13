// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/row_delegate.h"

#include <QAbstractTableModel>

namespace steward::settings {

/// What a draft may change, as a table: each cell with what holds until it is saved.
class DraftTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        BeforeRole = widgets::FirstFreeRole, ///< what holds now, where it is something else
        IsGroupRole
    };
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] bool isEditable() const { return m_isEditable; }

protected:
    struct Cell
    {
        QString now;
        QString before; ///< empty: the same
        bool isNumber = false;
        bool isMarked = false;
        bool isGroup = false;
        QString tip = {};
    };
    [[nodiscard]] QVariant answer(const QModelIndex& index, int role, const Cell& cell) const;
    /// Rows with the same keys keep the place of who types.
    template <class Line>
    void replace(std::vector<Line>& lines, std::vector<Line> with, QString Line::*key, bool isEditable)
    {
        const bool isSame = std::ranges::equal(with, lines, {}, key, key);
        if (!isSame)
            beginResetModel();
        lines = std::move(with);
        m_isEditable = isEditable;
        if (!isSame)
            endResetModel();
        else if (!lines.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    bool m_isEditable = false;
};

} // namespace steward::settings
