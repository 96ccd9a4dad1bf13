// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/catalogue.h"
#include "core/portfolio/facts.h"
#include "core/portfolio/figure.h"

namespace steward::query {

/// A record of the account, or the account itself, as values in the order of its entity's catalogue entry; none where
/// the account has no such record.
[[nodiscard]] std::optional<Row> rowOf(const AccountFacts& facts, RecordRef record);

} // namespace steward::query
