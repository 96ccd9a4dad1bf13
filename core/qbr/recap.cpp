// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/recap.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/working_calendar.h"
#include "core/qbr/record.h"

#include <QTimeZone>
#include <algorithm>

namespace steward::qbr {

namespace {

bool mayBeReached(const Contact& contact, QDate day)
{
    return isPresent(contact, day) && contact.preferredChannel != u"none" && !contact.name.isEmpty();
}

bool isStakeholder(const AccountFacts& facts, const Contact& contact, QDate day)
{
    constexpr QStringView roles[] = {u"sponsor", u"champion", u"decision_maker"};
    return std::ranges::any_of(facts.of<ContactRole>(), [&](const ContactRole& each) {
        const bool isHeld = !(each.from.isValid() && each.from > day) && !(each.to.isValid() && each.to <= day);
        return each.contact.value() == contact.id && isHeld &&
               std::ranges::find(roles, QStringView(each.role)) != std::end(roles);
    });
}

void addCsm(const AccountFacts& facts, const BookFacts& book, QDate day, Recap& recap)
{
    recap.csmId = csmOn(facts, day);
    for (const Person& each : book.people)
        if (each.id == recap.csmId.value()) {
            recap.csm = each.name;
            recap.csmEmail = each.email;
        }
}

/// At the meeting's time of day, whether the clocks changed meanwhile or not. Nobody is asked into the past.
void addCheckIns(const AccountFacts& facts, const BookFacts& book, QDate day, QDate asOf, Recap& recap)
{
    constexpr int after = 14;
    constexpr int perDay = 4;
    constexpr qint64 length = 30 * 60 * 1000;
    const WorkingCalendar calendar = calendarOf(book, facts.account);
    const auto working = [&](QDate from) {
        for (int i = 0; i < 31 && !calendar.isWorking(from); ++i)
            from = from.addDays(1);
        return from;
    };
    const QDateTime meeting = QDateTime::fromMSecsSinceEpoch(recap.start.ms, book.zone);
    QDate date = working(meeting.date().addDays(after));
    int nth = 0;
    for (const Contact& each : facts.of<Contact>()) {
        if (!mayBeReached(each, day) || !isStakeholder(facts, each, day))
            continue;
        if (nth == perDay) {
            date = working(date.addDays(1));
            nth = 0;
        }
        const qint64 start = QDateTime(date, meeting.time(), book.zone).toMSecsSinceEpoch() + nth++ * length;
        if (date < asOf)
            continue;
        recap.checkIns.push_back(
            {ContactId(each.id), each.name, each.email, each.preferredChannel, {start}, {start + length}});
    }
}

} // namespace

std::optional<Recap> recapOf(const Portfolio& portfolio, const Pack& pack)
{
    const AccountFacts& facts = *portfolio.find(pack.account);
    const BookFacts& book = portfolio.book();
    const Qbr* review = reviewOf(facts, periodOf(pack.quarter, book.fiscalYearStart));
    if (!review || !review->meetingStart)
        return std::nullopt;
    Recap recap;
    recap.review = review->id;
    recap.account = pack.account;
    recap.accountName = pack.accountName;
    recap.vendor = pack.vendor;
    recap.quarter = pack.quarter;
    recap.start = *review->meetingStart;
    recap.end = meetingEnd(*review).value_or(recap.start);
    recap.due = recapDue(*review).value_or(recap.end);
    recap.sent = review->recapSentAt;
    const QDate day = dayOf(recap.start, book.zone);
    addCsm(facts, book, day, recap);
    for (const bool wasThere : {true, false})
        for (const Contact& each : facts.of<Contact>()) {
            const bool attended = std::ranges::find(review->attendees, ContactId(each.id)) != review->attendees.end();
            if (mayBeReached(each, pack.asOf) && attended == wasThere && (attended || isStakeholder(facts, each, day)))
                recap.guests.push_back({ContactId(each.id), each.name, each.email, wasThere});
        }
    if (!pack.goals.lines.empty())
        recap.goal = pack.goals.lines.front();
    // What was found out after the recap was owed is not what was agreed that day.
    if (recap.goal && recap.goal->reviewed > dayOf(recap.due, book.zone))
        recap.goal->now.reset();
    for (const ActionLine& each : pack.actions)
        if (each.isOpen())
            (each.isCarried ? recap.carried : recap.actions).push_back(each);
    addCheckIns(facts, book, day, pack.asOf, recap);
    return recap;
}

} // namespace steward::qbr
