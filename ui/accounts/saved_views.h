// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/account_order.h"

namespace steward::accounts {

/// A way to look at the accounts that has a name. Columns by their names in settings: a view outlives the book, whose
/// own fields come and go.
struct SavedView
{
    QString name;
    QString filter;
    QString sort = QStringLiteral("name"); ///< "csm,-arr": the first counts most, a minus turns it round
    QString group;                         ///< empty: no groups
    friend bool operator==(const SavedView&, const SavedView&) = default;
};
/// The views a new user finds.
[[nodiscard]] std::vector<SavedView> firstViews();
/// What the book has no column for is left out; by name where nothing is left.
[[nodiscard]] std::vector<SortKey> sortOf(const QString& sort, const BookNumbers& numbers);
[[nodiscard]] QString sortText(std::span<const SortKey> keys, const BookNumbers& numbers);
/// For the settings of the machine; what cannot be read is left out.
[[nodiscard]] QString textOf(const std::vector<SavedView>& views);
[[nodiscard]] std::vector<SavedView> viewsOf(const QString& text);

} // namespace steward::accounts
