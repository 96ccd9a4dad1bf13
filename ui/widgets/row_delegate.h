// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QStyledItemDelegate>

namespace steward::widgets {

/// Roles that every table of Steward may answer beside Qt's.
enum Role
{
    SortRole = Qt::UserRole, ///< the raw value
    ToneRole,                ///< int(Shade) of the text
    NumericRole,             ///< true: drawn in tabular figures
    GroundRole,              ///< int(Ground) of the cell
    FirstFreeRole
};

/// How a cell's text is inked.
enum class Shade
{
    Plain,
    Muted,
    Late, ///< red text, bold
    Soon  ///< yellow text, bold
};

/// What lies under a cell beside selection and hover.
enum class Ground
{
    Plain,
    Pasted,
    Wrong,
    GroupHead
};

/// The look of a row: ground by state, rule below, focus inside the current cell, then the content of the cell. Rooms
/// derive from it and paint the content of their own columns.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    void setHoveredRow(int row) { m_hoveredRow = row; }

protected:
    /// rect is the cell without its padding. Leaves the painter as it found it.
    virtual void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                              const style::Theme& theme) const;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                     const style::Theme& theme) const;
    int m_hoveredRow = -1;
};

} // namespace steward::widgets
