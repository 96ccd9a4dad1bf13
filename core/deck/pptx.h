// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/deck/deck.h"

namespace steward::deck {

/// The deck as a PPTX file: own master and three layouts with real placeholders, theme colours, native charts with
/// their workbooks, tables, notes where a slide has them, alt text, slide numbers. The same deck gives the same bytes,
/// under any locale. Hidden slides are written as hidden. Error "deck.failed": no memory; "deck.empty": no slides.
[[nodiscard]] Result<QByteArray> pptx(const Deck& deck);

} // namespace steward::deck
