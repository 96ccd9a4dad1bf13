// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <algorithm>
#include <vector>

/// What the tables of the settings have in common.
namespace steward::settings {

constexpr int numberAlignment = int(Qt::AlignRight | Qt::AlignVCenter);
constexpr int wordAlignment = int(Qt::AlignLeft | Qt::AlignVCenter);

/// The head of a table: words to the left, numbers to the right.
[[nodiscard]] inline QVariant headOf(const QStringList& names, const std::vector<int>& numbers, int section,
                                     Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= names.size())
        return {};
    if (role == Qt::DisplayRole)
        return names[section];
    if (role == Qt::TextAlignmentRole)
        return std::ranges::find(numbers, section) == numbers.end() ? wordAlignment : numberAlignment;
    return {};
}

/// A cell for who cannot see the table.
[[nodiscard]] inline QString spoken(const QAbstractItemModel& model, const QModelIndex& index)
{
    return model.index(index.row(), 0).data().toString() + u", " +
           model.headerData(index.column(), Qt::Horizontal).toString() + u": " + index.data().toString();
}

} // namespace steward::settings
