// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::bench {

/// Writes the tables of the scored book into a folder that exists.
[[nodiscard]] bool writeScoreTables(const QString& folder, qint64 accounts);

/// Prints what scoring takes: all accounts with evidence, 26 weeks of all, one account changed, published and scored
/// anew. Writes "account,sum of the contributions" into a file, for comparing with the peer.
[[nodiscard]] bool printScores(const QString& file, qint64 accounts);

} // namespace steward::bench
