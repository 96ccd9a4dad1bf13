// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace steward::sheet {

/// What a spreadsheet program takes in one cell, in UTF-16 units.
constexpr qsizetype longestCell = 32'767;

struct CellText
{
    QByteArray utf8;
    int replaced = 0; ///< characters that XML cannot carry, now U+FFFD
    bool isCut = false;
};

/// Text ready for a cell. "_x0041_" is how the format writes a character by its number, so such text gets an escaped
/// underscore in front, as spreadsheet programs do; they show it as it was.
[[nodiscard]] CellText cellText(QStringView text);

/// A name that spreadsheet programs accept: at most 31 characters, none of [ ] : * ? / \, no apostrophe at an end, not
/// "History", not one of those taken (folded to small letters; the result is added).
[[nodiscard]] QString sheetName(const QString& wanted, QSet<QString>& taken);

} // namespace steward::sheet
