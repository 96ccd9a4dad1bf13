// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"
#include "core/query/account_lines.h"

/// The health score as the rest of Steward asks for it.
namespace steward::query {

/// Scores a book by the scorecards it works with; every account in the segment it has on the day. portfolio: with
/// everything known, looking back happens in the scorer.
[[nodiscard]] Result<health::Scorer> scorerOf(const Portfolio& portfolio, const content::Content& content, QDate day,
                                              LookBack mode);

/// The scorer of the next snapshot: after an edit that left the content alone one account is scored again at once. day:
/// the newest one known, on which the accounts are grouped; portfolio: as of it.
[[nodiscard]] health::Scorer scorerAfter(const health::Scorer& before, const Portfolio& portfolio,
                                         const content::Content& content, QDate day);

/// Fills in score, band and coverage of the lines. Both in id order; a line without a score keeps none.
void addScores(std::vector<AccountLine>& lines, std::span<const health::AccountScore> scores);

/// What the score says of a renewal, an id of the word list "renewal_call" (content 6). It never says commit. Notice
/// given: lost; red: at risk; yellow, green under a cap, or value known not to have been confirmed in 365 days: watch,
/// at the checkpoint of 90 days conditional; green: likely. checkpoint: 180, 90, or 0.
[[nodiscard]] QString scoreCall(const health::AccountScore& score, int checkpoint);

} // namespace steward::query
