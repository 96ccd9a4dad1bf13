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

/// The account as of the end of a day: rows that happened later and rows archived by then are absent, an outcome later
/// than the day reads as empty, planned dates stay, fields with a history have their value of that day (before their
/// first change: the first value known). A text that is an outcome (status, reason) is known from the record's closing
/// day on, without one from the day it was recorded; before that it is what had been recorded by then, else empty:
/// dates decide, texts never betray what came later. Usage is cut when read. Lists that lose nothing are shared with
/// the original, and so is the front of a list that only loses its end. The changes stay as they are.
[[nodiscard]] AccountFacts asOf(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone);

/// The first day anything of the account is known to have happened; invalid where nothing is dated.
[[nodiscard]] QDate firstDay(const AccountFacts& facts);

/// False where the account was archived by then or is younger: everything dated of it is later (as we knew it: or it
/// was recorded later). An account of which nothing is dated was always there.
[[nodiscard]] bool wasThere(const AccountFacts& facts, QDate day, LookBack mode, const QTimeZone& zone);

/// The whole book as of a day, without the accounts that were not there.
[[nodiscard]] Portfolio asOf(const Portfolio& portfolio, QDate day, LookBack mode);

} // namespace steward
