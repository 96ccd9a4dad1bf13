// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/views.h"

#include "ui/account/account_page.h"
#include "ui/accounts/accounts_page.h"
#include "ui/importing/gaps_page.h"
#include "ui/importing/import_page.h"
#include "ui/journey/journey_page.h"
#include "ui/meeting/meeting_page.h"
#include "ui/playbooks/playbooks_page.h"
#include "ui/qbr/reviews_page.h"
#include "ui/settings/settings_page.h"
#include "ui/tasks/tasks_page.h"
#include "ui/today/today_page.h"

namespace steward::shell {

namespace {

template <class Page>
ViewMaker later(OpenBook& book, const QLocale& locale, QWidget* parent)
{
    return {Page::ownFace(), [&book, locale, parent] { return new Page(book, locale, parent); }};
}

ViewMaker accountsLater(OpenBook& book, const QLocale& locale, QWidget* parent)
{
    using namespace accounts;
    return {AccountsPage::ownFace(),
            [&book, locale, parent] { return new AccountsPage(*new AccountsPresenter(book, locale, parent), parent); }};
}

} // namespace

std::vector<ViewMaker> viewMakers(OpenBook& book, const QLocale& locale, QWidget* parent)
{
    return {
        later<today::TodayPage>(book, locale, parent),       accountsLater(book, locale, parent),
        later<tasks::TasksPage>(book, locale, parent),       later<journeys::JourneyPage>(book, locale, parent),
        later<reviews::ReviewsPage>(book, locale, parent),   later<playbooks::PlaybooksPage>(book, locale, parent),
        later<account::AccountPage>(book, locale, parent),   later<meeting::MeetingPage>(book, locale, parent),
        later<importing::ImportPage>(book, locale, parent),  later<importing::GapsPage>(book, locale, parent),
        later<settings::SettingsPage>(book, locale, parent),
    };
}

} // namespace steward::shell
