// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_delegate.h"

#include "ui/style/line_text.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>

namespace steward::widgets {

using style::Tone;

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const style::Theme& theme = style::Theme::of(option.palette);
    painter->save();
    paintGround(*painter, option, index, theme);
    const int padding = style::px(8);
    paintContent(*painter, option.rect.adjusted(padding, 0, -padding, -1), index, theme);
    painter->restore();
    if (option.state & QStyle::State_HasFocus)
        style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), theme);
}

void RowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                              const style::Theme& theme) const
{
    const auto ground = static_cast<Ground>(index.data(GroundRole).toInt());
    QColor fill = theme[Tone::Base];
    if (option.state & QStyle::State_Selected)
        fill = theme[option.state & QStyle::State_Active ? Tone::Sel : Tone::SelInactive];
    else if (ground == Ground::GroupHead)
        fill = theme[Tone::Alt];
    else if (ground == Ground::Pasted)
        fill = theme[Tone::AccentTint];
    else if (index.row() == m_hoveredRow)
        fill = theme[Tone::Hover];
    painter.fillRect(option.rect, fill);
    painter.setPen(QPen(theme[Tone::Grid], 0));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (ground == Ground::Wrong) {
        painter.setPen(QPen(theme.band(style::Band::Red).solid, 1));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

void RowDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                               const style::Theme& theme) const
{
    const auto shade = static_cast<Shade>(index.data(ToneRole).toInt());
    const bool isStrong = shade == Shade::Late || shade == Shade::Soon;
    painter.setFont(style::fontOf(isStrong ? style::Type::Strong : style::Type::Body));
    painter.setPen(shade == Shade::Late    ? theme.band(style::Band::Red).text
                   : shade == Shade::Soon  ? theme.band(style::Band::Yellow).text
                   : shade == Shade::Muted ? theme[Tone::Muted]
                                           : theme[Tone::Text]);
    const QString text = index.data().toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (index.data(NumericRole).toBool()) {
        style::drawNumber(painter, rect, alignment, text);
        return;
    }
    style::drawLine(painter, rect, alignment, text);
}

} // namespace steward::widgets
