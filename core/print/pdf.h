// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/deck/deck.h"

#include <QLocale>

class QPainter;

namespace steward::print {

/// A deck as PDF: one page and one bookmark a slide, text as text in embedded fonts, charts as lines and areas. Needs a
/// QGuiApplication. Error "deck.failed".
[[nodiscard]] Result<QByteArray> pdf(const deck::Deck& deck, const QLocale& locale);

/// Letters of the slides that no font of this machine has: a PDF is made without them. Each once, at most twelve. Needs
/// a QGuiApplication.
[[nodiscard]] QString lettersWithoutFont(const deck::Deck& deck);

/// Paints one slide in points of the slide; number is shown in its corner. For PDF and preview alike.
void paint(QPainter& painter, const deck::Slide& slide, int number, const QLocale& locale);

} // namespace steward::print
