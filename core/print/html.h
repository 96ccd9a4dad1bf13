// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

#include <QLocale>

namespace steward::print {

/// A deck as one HTML file that needs nothing else: no script, no font, no picture from anywhere. Slides look as they
/// do in the presentation and print one a page; headings, tables and charts (SVG with a description) can be read aloud.
[[nodiscard]] QByteArray html(const deck::Deck& deck, const QLocale& locale);

} // namespace steward::print
