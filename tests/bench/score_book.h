// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

namespace steward::bench {

/// The day the book is scored on, a Friday. All its data reach to it.
[[nodiscard]] QDate scoreDay();

/// A book of many accounts with every kind of data that the scorecard of mid-touch accounts reads: 84 days of active
/// users and four weeks of three features, a contract, twelve invoices, tickets with ratings, NPS answers, touches,
/// people with roles, goals, values, risks, pulses. Equal arguments give equal books. Nobody has left, no quiet
/// period, one plan of all features, no goal that names features: what the peer's statement may leave out.
[[nodiscard]] Portfolio scoreBook(qint64 accounts);

/// The same facts as one CSV file a table, days as Julian day numbers, for tests/bench/scores.sql. The folder exists.
[[nodiscard]] bool writeTables(const Portfolio& book, const QString& folder);

} // namespace steward::bench
