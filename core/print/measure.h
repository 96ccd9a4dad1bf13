// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// How much room a text takes in the deck's font (Arial, or one of the same widths), from a table: the same on every
/// machine, whatever fonts it has. Letters the table lacks count as wide as the widest of their script, so that text
/// fits rather than not.
namespace steward::print {

/// In points.
[[nodiscard]] double textWidth(QStringView text, double size, bool isStrong = false);

/// Broken at blanks (a word wider than the line inside it), and at line feeds.
[[nodiscard]] QStringList brokenLines(const QString& text, double width, double size, bool isStrong = false);

/// What a line of text takes in height.
[[nodiscard]] inline double lineHeight(double size) { return size * 1.2; }
[[nodiscard]] double textHeight(const QString& text, double width, double size, bool isStrong = false);

/// The text, or as much of it as fits into so many lines, ended by an ellipsis.
[[nodiscard]] QString fitted(const QString& text, double width, int lines, double size, bool isStrong = false);

} // namespace steward::print
