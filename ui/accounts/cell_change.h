// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "ui/accounts/columns.h"

namespace steward {
enum class DateOrder;
}

namespace steward::accounts {

/// What a cell is to become, read from what somebody typed or pasted.
struct CellChange
{
    AccountId account;
    ColumnId column = ColumnId::Renewal;
    std::variant<QString, QStringList, QDate, PersonId> value; ///< empty or invalid: cleared
};

/// Reads a text for a cell, a date in figures in the order given. An empty text clears it. Errors: "cell.not-a-date",
/// "cell.not-a-person", "cell.not-a-choice", "cell.computed".
[[nodiscard]] Result<CellChange> readCell(AccountId account, ColumnId column, const QString& text,
                                          const BookNumbers& numbers, const QLocale& locale, DateOrder order);

/// What may stand in the cells of a column, for completion; empty where anything may.
[[nodiscard]] QStringList choicesOf(ColumnId column, const BookNumbers& numbers);

/// Writes the changes inside one edit. The renewal day goes to the subscription it was read from, else to the account;
/// a next task renames the earliest open one, or is made.
[[nodiscard]] Status applyChanges(book::Edit& edit, std::span<const CellChange> changes, const Numbers& numbers);

/// A block as spreadsheets put it on the clipboard: rows by lines, cells by tabs; quoted cells may hold both.
[[nodiscard]] std::vector<QStringList> blockOf(const QString& text);
[[nodiscard]] QString textOfBlock(const std::vector<QStringList>& rows);
/// These cells as such a block; what is not known is an empty cell.
[[nodiscard]] QString blockText(const BookNumbers& numbers, std::span<const AccountId> accounts,
                                std::span<const ColumnId> columns, const QLocale& locale);

} // namespace steward::accounts
