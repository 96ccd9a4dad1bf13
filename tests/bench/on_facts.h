// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace steward::bench {

/// Prints what edits, figures and filters over facts in memory take: one account replaced among 100,000, revenue
/// movements of 24 months at 10,000 and 100,000 accounts, a filter and a sort of 100,000 accounts.
[[nodiscard]] bool printFacts();

} // namespace steward::bench
