// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/indicators.h"

#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>

namespace steward::style {

namespace {

/// A square in the middle of what the style gives, on whole pixels.
QRectF place(const QRect& rect)
{
    const int side = std::min({rect.width(), rect.height(), px(14)});
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
}

void setInks(QPainter& painter, bool isOn, QStyle::State state, const Theme& theme)
{
    const bool isEnabled = state & QStyle::State_Enabled;
    const QColor on = theme[isEnabled ? Tone::Accent : Tone::SepStrong];
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn ? on : theme[isEnabled ? Tone::Ctl : Tone::SepStrong], 1));
    painter.setBrush(isOn ? on : theme[Tone::Base]);
}

} // namespace

void paintCheck(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme)
{
    const bool isPartly = state & QStyle::State_NoChange;
    const bool isOn = state & QStyle::State_On;
    const QRectF square = place(rect);
    painter.save();
    setInks(painter, isOn || isPartly, state, theme);
    painter.drawRoundedRect(square, 3, 3);
    const double u = square.width() / 14;
    painter.setPen(QPen(theme[Tone::OnAccent], 1.8 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return square.topLeft() + QPointF(x * u, y * u); };
    if (isPartly)
        painter.drawLine(at(3.5, 7), at(10.5, 7));
    else if (isOn)
        painter.drawPolyline(QPolygonF{at(3, 7.3), at(5.8, 10), at(11, 4.2)});
    if (state & QStyle::State_HasFocus)
        paintFocus(painter, square.toAlignedRect().adjusted(-2, -2, 2, 2), theme, 4);
    painter.restore();
}

void paintRadio(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme)
{
    const bool isOn = state & QStyle::State_On;
    const QRectF square = place(rect);
    painter.save();
    setInks(painter, isOn, state, theme);
    painter.drawEllipse(square);
    if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme[Tone::OnAccent]);
        painter.drawEllipse(square.center(), square.width() / 5, square.width() / 5);
    }
    painter.restore();
}

void paintFrame(QPainter& painter, const QRect& rect, QStyle::State state, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme[Tone::Ctl], 1));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.restore();
    if (state & QStyle::State_HasFocus)
        paintFocus(painter, rect, theme, 4);
}

} // namespace steward::style
