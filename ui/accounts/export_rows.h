// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/columns.h"

namespace steward::accounts {

/// What somebody sees of the accounts: these rows, these columns, in this order.
struct Seen
{
    Numbers numbers;
    std::vector<const query::AccountLine*> lines; ///< of numbers
    std::vector<ColumnId> columns;
};

/// Writes it as .xlsx where the path says so, else as CSV that spreadsheets open safely. Whole or not at all.
[[nodiscard]] Status exportRows(const Seen& seen, const QString& path);

} // namespace steward::accounts
