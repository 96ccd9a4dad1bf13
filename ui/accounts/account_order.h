// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/columns.h"

namespace steward::accounts {

struct SortKey
{
    ColumnId column = ColumnId::Name;
    bool isDescending = false;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// Positions in numbers.lines in the order of the keys; the first counts most, ties stand by name, and what is not
/// known comes last whichever way. Among accounts whose score is not known those come first of which most is at stake.
[[nodiscard]] std::vector<int> ordered(const BookNumbers& numbers, std::span<const SortKey> keys);

/// What an account without a score may cost: points lost so far x ARR x how near the renewal is (the factor of Today,
/// the same for all whose renewal date is not known). 0 where nothing is lost or no ARR is known. scores must be there.
[[nodiscard]] double stakeOf(const BookNumbers& numbers, std::size_t line);

} // namespace steward::accounts
