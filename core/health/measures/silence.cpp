// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"
#include "core/portfolio/contact_life.h"

/// Days since the customer last said anything - a conversation, an answer, a ticket - against the planned rhythm.
namespace steward::health::measures {

namespace {

enum Number
{
    FloorDays
};
enum Sentence
{
    Quiet,
    Never
};

struct Said
{
    QDate day;
    RecordRef record;
};

Said lastSaid(const AccountView& account)
{
    Said last;
    const auto see = [&last]<class T>(const T& row, QDate day) {
        if (day.isValid() && (!last.day.isValid() || day > last.day))
            last = {day, {T::entity, row.id}};
    };
    const auto touches = account.of<Touch>().all();
    const auto touch = std::find_if(touches.rbegin(), touches.rend(), [](const Touch& each) { return isTwoWay(each); });
    if (touch != touches.rend())
        see(*touch, touch->day);
    // Both lie by the day they happened, unknown days first.
    if (const auto surveys = account.of<Survey>().all(); !surveys.empty())
        see(surveys.back(), surveys.back().day);
    if (const auto tickets = account.of<Ticket>().all(); !tickets.empty())
        see(tickets.back(), tickets.back().opened);
    return last;
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    // Of the kind that reaches furthest. What people type reaches to today: one call of anybody must not make the
    // silence of everybody longer.
    QDate end;
    for (const DataKind kind : rule.connectedAny())
        if (account.book().holds(kind) && account.book().isPractised(kind) &&
            (!end.isValid() || account.book().horizon(kind) > end))
            end = account.book().horizon(kind);
    if (!end.isValid())
        return unknown(trail, Gap::NotConnected, rule.reads().front());
    const qint64 rhythm = std::max(account.cadence().value_or(0), rule.days(FloorDays));
    const Said last = lastSaid(account);
    const QDate since = last.day.isValid() ? last.day : account.start();
    if (!since.isValid())
        return unknown(trail, Gap::TooLittle, rule.reads().front());
    const qint64 days = std::max<qint64>(0, since.daysTo(end));
    trail.dataTo(end);
    if (last.day.isValid())
        trail.add(last.record.entity, last.record.id);
    else
        account.addStart(trail);
    trail.say(last.day.isValid() ? Quiet : Never, days);
    return scored(rule.curve().at({days, rhythm}));
}

} // namespace

extern const MeasureKind silence;
constexpr MeasureKind silence{"silence", "floor_days", "points", "", "quiet never", "", &read};

} // namespace steward::health::measures
