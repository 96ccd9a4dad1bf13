// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/directory.h"
#include "core/exchange/table.h"
#include "core/exchange/typing.h"

namespace steward::exchange {

/// Counts accounts, ARR, seats and renewals before a plan and after it. Internal to the room.
class Reconciler
{
public:
    /// Takes the "before"; only for files that can change one of the four.
    Reconciler(Directory& directory, const ImportPlan& plan);
    /// Also lists each total of the file that what was taken from its rows does not reach.
    void finish(const Table& table, const std::vector<ColumnFormat>& formats, ImportPlan& plan) const;

private:
    [[nodiscard]] Reconciliation::Side count() const;

    Directory& m_directory;
    QDate m_day;
    bool m_isWanted;
    Reconciliation::Side m_before;
};

} // namespace steward::exchange
