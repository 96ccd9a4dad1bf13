// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

class QFont;
class QPainter;
class QRect;

/// Lines of text that a list draws again with every key: laid out once and remembered, as shaping a line takes longer
/// than anything else about a row. Plain text always. Each thread remembers its own.
namespace steward::style {

/// As QPainter::drawText() with Qt::TextSingleLine, in the middle of the height; ends in an ellipsis where it does not
/// fit. In the painter's font and colour. Returns the width it took.
qreal drawLine(QPainter& painter, const QRect& place, Qt::Alignment alignment, const QString& text);
/// The whole text from the left end of its base line on, in the painter's font and colour.
void drawWholeLine(QPainter& painter, QPointF baseline, const QString& text);
/// The width drawLine() takes where there is room for all of it.
[[nodiscard]] qreal lineWidth(const QFont& font, const QString& text);

} // namespace steward::style
