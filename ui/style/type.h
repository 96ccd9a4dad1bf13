// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

class QPainter;
class QRectF;

/// Sizes and letters, relative to the font the user has chosen for the desktop.
namespace steward::style {

enum class Type
{
    Small, ///< captions, column headers, status bar
    Body,
    Strong, ///< section titles, the number that matters
    Title2, ///< title of a pane or an empty state
    Title,  ///< title of a view
    Hero    ///< first run
};

[[nodiscard]] QFont fontOf(Type type);
/// A size of the design (pixels at 96 dpi with a 17 pixel line) at the user's font.
[[nodiscard]] int px(double n);

/// Height of a table row, by how dense the user wants it.
enum class Density
{
    Compact,
    Normal,
    Comfortable
};
[[nodiscard]] int rowHeight(Density density);

/// Draws a number so that digits stand below digits: in fonts whose digits differ in width each is drawn on the width
/// of a 0.
void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);
/// The lines a text takes in this width, at most so many; the last ends in an ellipsis where the text goes on.
[[nodiscard]] QStringList linesOf(const QString& text, const QFont& font, int width, int most);
/// The width drawNumber() takes.
[[nodiscard]] qreal numberWidth(const QFont& font, const QString& text);

} // namespace steward::style
