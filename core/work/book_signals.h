// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/rule.h"

namespace steward::work {

/// "data.bookwide": use fell in so many accounts in one of the last weeks that the export is to be doubted before any
/// customer is. none: it did not, or the data has no such rule.
[[nodiscard]] std::optional<Signal> bookwideFall(const Portfolio& facts, const BookKnown& book,
                                                 std::span<const Rule> rules, QDate day);

/// "data.stale": each kind of imported data that ends too long ago, with how many of the scores read it.
[[nodiscard]] std::vector<Signal> staleData(std::span<const health::AccountScore> scores, const BookKnown& book,
                                            std::span<const Rule> rules, QDate day);

} // namespace steward::work
