// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/snooze_days.h"

#include "core/portfolio/working_calendar.h"

#include <QCoreApplication>

namespace steward::account {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

} // namespace

std::vector<Option> snoozeDays(const BookNumbers& numbers, const QLocale& locale)
{
    const WorkingCalendar calendar({}, holidaysOf(numbers.facts.book()));
    const QDate today = numbers.asked.day;
    std::vector<Option> days;
    QDate last = today;
    const auto add = [&](QDate day, const QString& name) {
        while (!calendar.isWorking(day))
            day = day.addDays(1);
        if (day <= last)
            return;
        last = day;
        days.push_back(
            {day.toString(Qt::ISODate), QString(name + u", " + locale.toString(day, QStringLiteral("ddd d MMM")))});
    };
    add(today.addDays(1), calendar.isWorking(today.addDays(1)) ? tr("Tomorrow") : tr("Next working day"));
    add(today.addDays(8 - today.dayOfWeek()), tr("Next week"));
    add(today.addDays(7), tr("In a week"));
    add(today.addDays(14), tr("In two weeks"));
    add(today.addMonths(1), tr("In a month"));
    return days;
}

} // namespace steward::account
