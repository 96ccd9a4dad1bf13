// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/account_order.h"

namespace steward::accounts {

/// A way to look at the accounts that has a name.
struct SavedView
{
    QString name;
    QString filter;
    std::vector<SortKey> sort{{ColumnId::Name, false}};
    std::optional<ColumnId> group;
    friend bool operator==(const SavedView&, const SavedView&) = default;
};
/// The views a new user finds.
[[nodiscard]] std::vector<SavedView> firstViews();
/// For the settings of the machine; what cannot be read is left out.
[[nodiscard]] QString textOf(const std::vector<SavedView>& views);
[[nodiscard]] std::vector<SavedView> viewsOf(const QString& text);

} // namespace steward::accounts
