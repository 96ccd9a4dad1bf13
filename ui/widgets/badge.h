// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPainter>
#include <QString>

namespace steward::widgets {

/// The word of a band as it stands on screen.
[[nodiscard]] QString bandWord(style::Band band);

/// Shape, number and, where there is room, word: never colour alone. number is empty where too little is known.
struct Badge
{
    style::Band band = style::Band::Unknown;
    QString number;
    bool hasWord = false;
    bool isSetByHand = false; ///< a lock at its end: a person set the band
};
/// What the lock takes of the width; 0 without one.
[[nodiscard]] int lockWidth(const Badge& badge);
/// The word, and by whom where it is not the score's: "Green, set by hand".
[[nodiscard]] QString spokenBand(const Badge& badge);

/// The shape of a band in a square: disc with tick, triangle with !, octagon with x, dashed ring with ?.
void paintBandShape(QPainter& painter, const QRectF& square, style::Band band, const style::Theme& theme);
void paintBadge(QPainter& painter, const QRect& rect, const Badge& badge, const style::Theme& theme);

} // namespace steward::widgets
