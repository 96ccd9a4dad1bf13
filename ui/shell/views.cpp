// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/views.h"

#include "ui/account/account_page.h"
#include "ui/accounts/accounts_page.h"
#include "ui/importing/gaps_page.h"
#include "ui/importing/import_page.h"
#include "ui/journey/journey_page.h"
#include "ui/playbooks/playbooks_page.h"
#include "ui/qbr/reviews_page.h"
#include "ui/settings/settings_page.h"
#include "ui/tasks/tasks_page.h"
#include "ui/today/today_page.h"

namespace steward::shell {

std::vector<widgets::View*> makeViews(OpenBook& book, const QLocale& locale, QWidget* parent)
{
    return {
        new today::TodayPage(book, locale, parent),
        new accounts::AccountsPage(*new accounts::AccountsPresenter(book, locale, parent), parent),
        new tasks::TasksPage(book, locale, parent),
        new journeys::JourneyPage(book, locale, parent),
        new reviews::ReviewsPage(book, locale, parent),
        new playbooks::PlaybooksPage(book, locale, parent),
        new account::AccountPage(book, locale, parent),
        new importing::ImportPage(book, locale, parent),
        new importing::GapsPage(book, locale, parent),
        new settings::SettingsPage(book, locale, parent),
    };
}

} // namespace steward::shell
