// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/views.h"

#include "ui/accounts/accounts_page.h"

namespace steward::shell {

std::vector<widgets::View*> makeViews(OpenBook& book, const QLocale& locale, QWidget* parent)
{
    return {
        new accounts::AccountsPage(*new accounts::AccountsPresenter(book, locale, parent), parent),
    };
}

} // namespace steward::shell
