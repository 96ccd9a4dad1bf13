// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/usage_reader.h"

namespace steward::exchange {

/// The samples of a plan and what their keys and metrics mean. Internal to the room.
struct UsagePart
{
    UsageRead read;
    std::vector<qint64> accounts;  ///< by slot: the account, below 0 one of the plan, 0 unknown
    std::vector<QString> unlinked; ///< by slot: "account|csv|key" where the account is unknown
    std::vector<qint64> metrics;   ///< by metric: the record, below 0 one of the plan
    std::vector<Aggregate> aggregates;
    /// What the book holds where a file completes its days: account, unlinked key, metric, day.
    std::map<std::tuple<qint64, QString, qint64, qint32>, double> there;
};

} // namespace steward::exchange
