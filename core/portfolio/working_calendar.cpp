// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/working_calendar.h"

#include "core/portfolio/book_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <bit>

namespace steward {

namespace {

unsigned weekOf(const QStringList& names)
{
    static constexpr QStringView days[] = {u"mon", u"tue", u"wed", u"thu", u"fri", u"sat", u"sun"};
    unsigned week = 0;
    for (const QString& name : names)
        for (unsigned i = 0; i < std::size(days); ++i)
            if (QStringView(name).left(3).compare(days[i], Qt::CaseInsensitive) == 0)
                week |= 1U << i;
    return week;
}

} // namespace

WorkingCalendar::WorkingCalendar(const QStringList& week, std::vector<QDate> holidays)
{
    if (const unsigned named = weekOf(week); named != 0)
        m_week = named;
    std::sort(holidays.begin(), holidays.end());
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    std::erase_if(holidays, [this](QDate day) { return !day.isValid() || !isInWeek(day); });
    m_holidays = std::move(holidays);
}

bool WorkingCalendar::isHoliday(QDate day) const { return std::ranges::binary_search(m_holidays, day); }

int WorkingCalendar::daysBetween(QDate from, QDate to) const
{
    if (to < from)
        return -daysBetween(to, from);
    const qint64 days = from.daysTo(to);
    auto count = static_cast<int>(days / 7) * std::popcount(m_week);
    for (QDate day = from.addDays(days / 7 * 7).addDays(1); day <= to; day = day.addDays(1))
        count += isInWeek(day) ? 1 : 0;
    const auto first = std::upper_bound(m_holidays.begin(), m_holidays.end(), from);
    const auto last = std::upper_bound(m_holidays.begin(), m_holidays.end(), to);
    return count - static_cast<int>(last - first);
}

std::vector<QDate> holidaysOf(const BookFacts& book)
{
    std::vector<QDate> holidays;
    if (const Definition* newest = settingNamed(book.definitions, u"holidays"))
        for (const QJsonValue day : QJsonDocument::fromJson(newest->text.text.toUtf8()).array())
            holidays.push_back(dayFromIso(day.toString().toStdString()));
    return holidays;
}

WorkingCalendar calendarOf(const BookFacts& book, const Account& account)
{
    return WorkingCalendar(account.workingWeek, holidaysOf(book));
}

} // namespace steward
