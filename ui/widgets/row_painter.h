// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/type.h"
#include "ui/widgets/row_delegate.h"

namespace steward::widgets {

[[nodiscard]] QColor inkOf(Shade shade, const style::Theme& theme);

/// Draws the parts of a row: texts that end in dots where there is no room, numbers in figures of one width, icons.
class RowPainter
{
public:
    RowPainter(QPainter& painter, const QPalette& palette);

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] const QPalette& palette() const { return m_palette; }
    [[nodiscard]] const style::Theme& theme() const { return m_theme; }
    /// Returns where the text ends.
    int text(const QRect& place, const QString& text, style::Type type, const QColor& ink,
             Qt::Alignment side = Qt::AlignLeft);
    void number(const QRect& place, const QString& text, style::Type type, const QColor& ink,
                Qt::Alignment side = Qt::AlignRight);
    /// In the middle of the height of the place; side: in pixels of the design.
    void icon(int left, const QRect& place, const QString& name, const QColor& ink, double side = 16);

    /// A box to be ticked, in the middle of the height of the place.
    void box(const QRect& place, bool isTicked);
    /// What lies under a row of a RowList by its state, with the rule below; a head is never chosen.
    void ground(const QStyleOptionViewItem& option, const QModelIndex& index, bool isHead);

private:
    QPainter& m_painter;
    const QPalette& m_palette;
    const style::Theme& m_theme;
};

} // namespace steward::widgets
