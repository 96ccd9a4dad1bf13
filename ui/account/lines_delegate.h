// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"

#include <QStyledItemDelegate>

namespace steward::style {
class Theme;
}

namespace steward::account {

/// Paints the lines of a LinesView. Internal to the view.
class LinesDelegate final : public QStyledItemDelegate
{
public:
    LinesDelegate(LineColumns widths, QObject* parent)
        : QStyledItemDelegate(parent)
        , columns(widths)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// A date is never cut: the outer columns are as wide as their widest.
    void fit(const std::vector<Line>& lines);
    LineColumns columns;

private:
    /// By letters: measuring thousands of lines takes longer than showing them.
    static QString widest(const std::vector<Line>& lines, QString Line::*part);
    static const Line& lineOf(const QModelIndex& index);
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Line& line,
                     const style::Theme& theme) const;
    static bool isHovered(const QStyleOptionViewItem& option, const QModelIndex& index);
    /// The same in every row of a list with columns, so that they stand; names of many people are cut.
    [[nodiscard]] int endWidth(const Line& line, int whole) const;
    [[nodiscard]] int detailWidth(int whole) const;
    /// With the space behind it.
    [[nodiscard]] int leadWidth() const;
    /// What a line without columns of its own leaves for the text: painted as it is measured, or a word is cut.
    [[nodiscard]] int textWidth(const Line& line, int whole) const;
    static void paintOther(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme);
    void paintLine(QPainter& painter, QRect rect, const Line& line, const style::Theme& theme) const;
    /// Beside names a text begins at their height.
    [[nodiscard]] QRect firstLine(const QRect& rect) const;
    static void paintPart(QPainter& painter, const QRect& rect, const QString& text, widgets::Shade shade,
                          Qt::Alignment alignment, const style::Theme& theme);
    void paintMark(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme) const;

    QString m_widestLead;
    QString m_widestEnd;
    QString m_widestDetail;
    QString m_widestText;
};

} // namespace steward::account
