// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

/// Records that are archived: figures leave them out from that day on, as looking back does.
namespace steward {

/// Some record of the account is archived by then.
[[nodiscard]] bool hasArchived(const AccountFacts& facts, QDate day);
/// Without them; lists that lose nothing are shared.
[[nodiscard]] AccountFacts withoutArchived(const AccountFacts& facts, QDate day);
/// The whole book without them; archived accounts are gone, those that lose nothing are shared, and so is a
/// book that does.
[[nodiscard]] Portfolio withoutArchived(const Portfolio& portfolio, QDate day);

} // namespace steward
