// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/filter/tree.h"

namespace steward::filter {

constexpr qsizetype longestText = 4096;
constexpr int deepestNesting = 64;

/// Reads the filter language:
///
///     band:red renewal<90d csm:ana          all of them
///     acme or "West Coast" -churned         words search all searchable columns
///     (stage:adoption,support or arr:10k..50k) not has:goal no:sponsor
///
/// Blanks mean "and", which binds tighter than `or`; `-` and `not` bind tightest. Quotes make anything a word, a
/// doubled quote inside them is one. The fields are not known here: see compile().
///
/// Errors have kind Usage; the last two arguments are always position and length in UTF-16 units: filter.too-long,
/// filter.too-deep, filter.quote-open, filter.parenthesis-open, filter.parenthesis-close, filter.word-missing (behind
/// or, and, not), filter.value-missing (field).
[[nodiscard]] Result<Node> parse(QStringView text);

} // namespace steward::filter
