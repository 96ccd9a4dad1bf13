// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/sample_window.h"
#include "ui/today/today_page.h"

namespace steward::tests {

/// Today of the sample book, worked from the keyboard.
struct TodayWindow : SampleWindow<today::TodayPage>
{
    TodayWindow()
        : SampleWindow(QStringLiteral("today"))
    {
        REQUIRE(page->list().hasFocus());
    }
    /// With J and K alone, to the first row of which the condition holds, from the top.
    template <class Holds>
    bool walkTo(Holds&& holds)
    {
        for (int back = page->list().row(); back > 0; --back)
            press(Qt::Key_K);
        for (int i = 0; i < page->model().rowCount(); ++i) {
            const work::TodayRow* row = page->model().rowAt(page->list().row());
            if (row && holds(*row))
                return true;
            press(Qt::Key_J);
        }
        return false;
    }
    bool walkToAccount(std::size_t reasons = 1)
    {
        return walkTo([reasons](const work::TodayRow& row) {
            return row.lane == work::Lane::Now && row.accounts.size() == 1 && row.signalList.size() >= reasons &&
                   !row.play.isEmpty() && !(row.lastRun && !row.lastRun->ended.isValid());
        });
    }
    [[nodiscard]] AccountId current() const { return page->model().accountAt(page->list().row()); }
    [[nodiscard]] bool hasRow(AccountId account) const
    {
        return page->model().rowOf(QStringLiteral("account:%1").arg(account.value())) >= 0;
    }
};

} // namespace steward::tests
