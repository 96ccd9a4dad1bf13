// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"

namespace steward::query {

/// One line of the brief; id of the content's list of lines.
struct BriefLine
{
    QString line;
    health::Explanation say;
    friend bool operator==(const BriefLine&, const BriefLine&) = default;
};

/// What to know before a conversation (content 6.2), in the content's order, each line only if there is something to
/// say, at most three of a kind: what is most urgent first. The last line is one question worth asking. facts: as of
/// the day of the score, which has evidence. Names are those of people: for our own eyes only.
[[nodiscard]] std::vector<BriefLine> briefOf(const AccountFacts& facts, const BookFacts& book,
                                             const health::AccountScore& score, const content::Brief& brief);

} // namespace steward::query
