// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/follow_up.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/standing.h"
#include "core/qbr/record.h"

#include <algorithm>

namespace steward::qbr {

namespace {

constexpr QStringView origin = u"qbr";

QString keyOf(qint64 review, QStringView what)
{
    return QString(QStringLiteral("review-") + QString::number(review) + u'-' + what);
}

QString recapKey(qint64 review) { return keyOf(review, u"recap"); }

const Task* taskOf(const AccountFacts& facts, const QString& key)
{
    const auto all = facts.of<Task>();
    const auto found = std::ranges::find_if(all, [&](const Task& each) {
        return each.origin == origin && each.originKey == key && !each.archivedOn.isValid();
    });
    return found == all.end() ? nullptr : &*found;
}

template <class T>
Status saved(book::Edit& edit, T record)
{
    const auto id = edit.save(record);
    return id ? Status() : Status(tl::unexpected(id.error()));
}

Task begun(const book::Edit& edit, AccountId account)
{
    Task task;
    task.account = account;
    task.created = edit.today();
    task.status = QStringLiteral("open");
    task.origin = origin.toString();
    return task;
}

/// Of us by name; none: somebody else.
PersonId personCalled(const BookFacts& book, const QString& name)
{
    for (const Person& each : book.people)
        if (each.name.compare(name, Qt::CaseInsensitive) == 0)
            return PersonId(each.id);
    return {};
}

QString touchKind(const QString& channel)
{
    if (channel == u"on_site")
        return QStringLiteral("meeting");
    return channel == u"video" || channel == u"chat" || channel == u"email" ? channel : QStringLiteral("call");
}

/// The conversation of a check-in, planned or held by now; nullptr: there is none. Its words name the review.
const Touch* touchOf(const AccountFacts& facts, const CheckIn& checkIn, const QString& subject)
{
    const auto all = facts.of<Touch>();
    const auto found = std::ranges::find_if(all, [&](const Touch& each) {
        const bool isWithThem = std::ranges::find(each.contacts, checkIn.contact) != each.contacts.end();
        const bool isCheckIn = each.purpose == u"check_in" && each.subject == subject;
        return isWithThem && !each.archivedOn.isValid() && (isCheckIn || each.at == checkIn.start);
    });
    return found == all.end() ? nullptr : &*found;
}

/// That of the meeting as it was said before, one that a calendar brought, or a new one.
Touch conversationOf(const AccountFacts& facts, const BookFacts& book, const Qbr& before, const HeldMeeting& meeting,
                     const QString& subject)
{
    const QDate day = dayOf(meeting.start, book.zone);
    const auto isIt = [&](const Touch& each) {
        const bool wasSaid = before.heldOn.isValid() && each.purpose == u"review" && each.at == before.meetingStart;
        return !each.archivedOn.isValid() && isHeldKind(each.kind) && (wasSaid || each.at == meeting.start);
    };
    const auto all = facts.of<Touch>().all();
    const auto known = std::ranges::find_if(all, isIt);
    Touch touch;
    if (known != all.end()) {
        touch = *known;
    } else {
        touch.account = facts.id();
        touch.kind = QStringLiteral("meeting");
        touch.direction = QStringLiteral("both");
    }
    if (touch.subject.isEmpty())
        touch.subject = subject;
    touch.purpose = QStringLiteral("review");
    touch.day = day;
    touch.at = meeting.start;
    touch.minutes = std::max<qint64>(0, (meeting.end.ms - meeting.start.ms) / 60'000);
    touch.contacts = meeting.attendees;
    touch.tookPlace = true;
    if (const PersonId csm = csmOn(facts, day); touch.persons.empty() && csm.isValid())
        touch.persons = {csm};
    return touch;
}

} // namespace

Status recordMeeting(book::Edit& edit, const AccountFacts& facts, const BookFacts& book, const Period& quarter,
                     const HeldMeeting& meeting, const MeetingWords& words)
{
    Qbr review;
    review.account = facts.id();
    review.quarter = quarter.from;
    if (const Qbr* known = reviewOf(facts, quarter))
        review = *known;
    if (Status said = saved(edit, conversationOf(facts, book, review, meeting, words.conversation)); !said)
        return said;
    review.status = QStringLiteral("held");
    review.meetingStart = meeting.start;
    review.meetingEnd = meeting.end;
    review.attendees = meeting.attendees;
    review.heldOn = dayOf(meeting.start, book.zone);
    const auto id = edit.save(review);
    if (!id)
        return tl::unexpected(id.error());
    if (review.recapSentAt)
        return {};
    const QString key = recapKey(review.id);
    const Task* known = taskOf(facts, key);
    Task task = known ? *known : begun(edit, facts.id());
    task.title = words.recap;
    task.category = QStringLiteral("qbr");
    task.priority = QStringLiteral("high");
    task.originKey = key;
    task.assignee = csmOn(facts, review.heldOn);
    task.dueAt = recapDue(review);
    task.due = dayOf(*task.dueAt, book.zone);
    return saved(edit, std::move(task));
}

Status recordRecap(book::Edit& edit, const AccountFacts& facts, qint64 review)
{
    if (Status sent = edit.change<Qbr>(review, [&](Qbr& each) { each.recapSentAt = edit.recorded(); }); !sent)
        return sent;
    const Task* known = taskOf(facts, recapKey(review));
    if (!known || !isOpen(*known))
        return {};
    Task task = *known;
    task.status = QStringLiteral("done");
    task.doneOn = edit.today();
    return saved(edit, std::move(task));
}

FollowUps followUpsOf(const AccountFacts& facts, const BookFacts& book, const Recap& recap,
                      const QString& checkInSubject)
{
    FollowUps made;
    for (const ActionLine& each : recap.actions) {
        const QString key = keyOf(recap.review, each.id.isEmpty() ? each.what : each.id);
        if (const Task* known = taskOf(facts, key)) {
            // It follows its action: the promise under its old words would stay open for ever.
            if (isOpen(*known) && (known->title != each.what || known->due != each.due)) {
                Task& task = made.tasks.emplace_back(*known);
                task.title = each.what;
                task.due = each.due;
            }
            continue;
        }
        Task& task = made.tasks.emplace_back();
        task.account = recap.account;
        task.title = each.what;
        task.category = each.isOurs ? QStringLiteral("promise") : QStringLiteral("qbr");
        task.origin = origin.toString();
        task.originKey = key;
        task.status = QStringLiteral("open");
        task.due = each.due;
        const PersonId person = personCalled(book, each.who);
        task.assignee = person.isValid() ? person : recap.csmId;
        if (!each.isOurs && !person.isValid()) {
            task.waitingFor = QStringLiteral("customer");
            task.note = each.who;
        }
    }
    for (const CheckIn& each : recap.checkIns) {
        if (const Touch* known = touchOf(facts, each, checkInSubject)) {
            if (known->planned && known->at != each.start) {
                Touch& moved = made.checkIns.emplace_back(*known);
                moved.day = dayOf(each.start, book.zone);
                moved.at = each.start;
            }
            continue;
        }
        Touch& touch = made.checkIns.emplace_back();
        touch.account = recap.account;
        touch.contacts = {each.contact};
        touch.kind = touchKind(each.channel);
        touch.day = dayOf(each.start, book.zone);
        touch.at = each.start;
        touch.minutes = (each.end.ms - each.start.ms) / 60'000;
        touch.subject = checkInSubject;
        touch.direction = QStringLiteral("both");
        touch.planned = true;
        touch.purpose = QStringLiteral("check_in");
        if (recap.csmId.isValid())
            touch.persons = {recap.csmId};
    }
    return made;
}

Status save(book::Edit& edit, FollowUps followUps)
{
    for (Task& each : followUps.tasks) {
        if (each.id == 0)
            each.created = edit.today();
        if (Status done = saved(edit, std::move(each)); !done)
            return done;
    }
    for (Touch& each : followUps.checkIns)
        if (Status done = saved(edit, std::move(each)); !done)
            return done;
    return {};
}

} // namespace steward::qbr
