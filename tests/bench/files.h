// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::bench {

enum class Grain
{
    Day,
    Month
};

enum class Order
{
    ByAccount, ///< account, metric, day
    ByDay      ///< day, account, metric: as a tool appends them
};

/// accounts.csv: account_id,name. Answers the rows written, -1 when the file cannot be written.
[[nodiscard]] qint64 writeAccounts(const QString& path, qint64 accounts);

/// account,metric,day,value: two metrics of every account on consecutive days (or month ends), so many samples in all.
/// Equal arguments give equal files.
[[nodiscard]] qint64 writeSamples(const QString& path, qint64 accounts, qint64 samples, Grain grain, Order order);

} // namespace steward::bench
