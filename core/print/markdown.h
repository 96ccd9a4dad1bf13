// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"

#include <QLocale>

namespace steward::print {

/// A deck as Markdown (CommonMark with tables), UTF-8: a heading a slide, charts as tables of their values, the same
/// words and numbers as on the slides. What is special to Markdown in a customer's text is escaped.
[[nodiscard]] QByteArray markdown(const deck::Deck& deck, const QLocale& locale);

} // namespace steward::print
