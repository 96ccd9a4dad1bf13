// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_painter.h"

#include "ui/style/icons.h"

#include <QPainter>

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
    const QString shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    m_painter.drawText(place, int(side) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return place.left() + std::min(place.width(), m_painter.fontMetrics().horizontalAdvance(shown));
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

} // namespace steward::widgets
