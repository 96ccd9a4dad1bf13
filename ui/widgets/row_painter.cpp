// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_painter.h"

#include "ui/style/icons.h"
#include "ui/style/line_text.h"
#include "ui/widgets/row_list.h"

#include <QPainter>
#include <cmath>

namespace steward::widgets {

using style::Band;
using style::px;
using style::Tone;

QColor inkOf(Shade shade, const style::Theme& theme)
{
    switch (shade) {
    case Shade::Plain:
        return theme[Tone::Text];
    case Shade::Muted:
        return theme[Tone::Muted];
    case Shade::Late:
        return theme.band(Band::Red).text;
    case Shade::Soon:
        return theme.band(Band::Yellow).text;
    }
    return theme[Tone::Text];
}

RowPainter::RowPainter(QPainter& painter, const QPalette& palette)
    : m_painter(painter)
    , m_palette(palette)
    , m_theme(style::Theme::of(palette))
{
}

int RowPainter::text(const QRect& place, const QString& text, style::Type type, const QColor& ink, Qt::Alignment side)
{
    m_painter.setFont(style::fontOf(type));
    m_painter.setPen(ink);
    const qreal width = style::drawLine(m_painter, place, side, text);
    return place.left() + std::min(place.width(), static_cast<int>(std::ceil(width)));
}

void RowPainter::number(const QRect& place, const QString& text, style::Type type, const QColor& ink,
                        Qt::Alignment side)
{
    m_painter.setFont(style::fontOf(type));
    m_painter.setPen(ink);
    style::drawNumber(m_painter, place, side, text);
}

void RowPainter::icon(int left, const QRect& place, const QString& name, const QColor& ink, double side)
{
    const QPixmap mark = style::iconPixmap(name, ink, px(side), m_painter.device()->devicePixelRatioF());
    m_painter.drawPixmap(QPointF(left, place.center().y() + 1 - px(side) / 2.0), mark);
}

void RowPainter::box(const QRect& place, bool isTicked)
{
    const double side = px(15);
    const QRectF frame(place.left() + 0.5, place.center().y() + 0.5 - side / 2, side, side);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_theme[isTicked ? Tone::Accent : Tone::Ctl], 1));
    m_painter.setBrush(m_theme[isTicked ? Tone::Accent : Tone::Base]);
    m_painter.drawRoundedRect(frame, 3, 3);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    if (isTicked)
        icon(place.left() + px(1.5), place, QStringLiteral("check"), m_theme[Tone::OnAccent], 12);
}

void RowPainter::ground(const QStyleOptionViewItem& option, const QModelIndex& index, bool isHead)
{
    const auto* list = qobject_cast<const RowList*>(option.widget);
    const bool isSelected = !isHead && (option.state & QStyle::State_Selected);
    const bool isHovered = !isHead && list && list->hovered() == index.row();
    const bool isActive = (option.state & QStyle::State_Active) && list && list->hasFocus();
    const Tone tone = isSelected ? (isActive ? Tone::Sel : Tone::SelInactive) : isHovered ? Tone::Hover : Tone::Base;
    m_painter.fillRect(option.rect, m_theme[tone]);
    m_painter.setPen(QPen(m_theme[isHead ? Tone::Sep : Tone::Grid], 0));
    m_painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace steward::widgets
