// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

namespace steward {

/// What a past day is asked about.
enum class LookBack
{
    AsItHappened, ///< facts by the day they happened, fields with a history by their value on that day
    AsWeKnewIt    ///< in addition only what had been recorded by the end of that day
};

/// The account as of the end of a day: rows that happened later are absent, an outcome later than the day reads as
/// empty, planned dates stay, fields with a history have their value of that day (before their first change: today's
/// value). Usage is cut at the day. Lists that lose nothing are shared with the original. A row is archived from
/// archived_on on.
[[nodiscard]] AccountFacts asOf(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone);

/// The whole book as of a day; accounts that were not there yet (as we knew it: not recorded yet) or are archived are
/// left out.
[[nodiscard]] Portfolio asOf(const Portfolio& portfolio, QDate day, LookBack mode);

} // namespace steward
