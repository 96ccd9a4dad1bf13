// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/deck/deck.h"
#include "core/health/score.h"
#include "core/print/wording.h"

/// The page that goes with a review and stays in the house (content 7.4): a file of its own, never in a deck.
namespace steward::print {

/// What only we know of an account. Everything named outlives it.
struct Internal
{
    const AccountFacts& facts;
    const BookFacts& book;
    const health::AccountScore& score; ///< of the pack's day, with evidence
    const content::Content& content;
};

/// One slide: the score and the three reasons that cost it most, the renewal with our call, who is for and against us,
/// open promises, the hard question to expect. Lists say how many more there are.
[[nodiscard]] deck::Deck internalPage(const qbr::Pack& pack, const Internal& internal, const Wording& wording,
                                      Instant created);

} // namespace steward::print
