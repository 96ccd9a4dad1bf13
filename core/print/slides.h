// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"
#include "core/print/wording.h"

namespace steward::print {

enum class Copy
{
    Customer,  ///< no notes, no hidden slides: everything in it may be left on the table
    Presenter, ///< the same slides with notes: what to say, to ask and to leave out, source and time
    Internal   ///< not these slides: the page that is ours alone, see internalPage()
};

/// The ways the chart of that slide may be drawn, the first as it is at first; none: the slide has no choice.
[[nodiscard]] std::vector<deck::ChartKind> chartKindsOf(const QString& slide);
/// How its chart is drawn: as chosen, where that is one of its ways.
[[nodiscard]] std::optional<deck::ChartKind> chartKindOf(const qbr::Slide& slide);

/// A pack as slides in words, measured and split so that nothing runs over: goals, requests, actions and definitions
/// that do not fit continue on further slides ("(2 of 3)").
[[nodiscard]] deck::Deck slidesOf(const qbr::Pack& pack, const Wording& wording, Copy copy, Instant created,
                                  const QTimeZone& zone);

/// What to do about a gap of the readiness, with the quarters whose plan is missing.
[[nodiscard]] QString toDoOf(const content::QbrItem& item, const qbr::Pack& pack, const Wording& wording);

} // namespace steward::print
