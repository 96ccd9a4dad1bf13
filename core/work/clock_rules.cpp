// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/standing.h"
#include "core/work/rule.h"

#include <QTimeZone>
#include <array>

/// What is on the clock today: promises, meetings, recaps.
namespace steward::work {

namespace {

using content::Severity;

void promiseDue(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Named,
        Unnamed
    };
    for (const Task& each : account.of<Task>()) {
        const bool isOurs = each.category == u"promise" && each.waitingFor != u"customer";
        if (!isOpen(each) || !isOurs || !each.due.isValid() || each.due > account.day())
            continue;
        if (each.snoozedTo.isValid() && each.snoozedTo > account.day())
            continue;
        const Contact* to = account.contact(each.promisedTo);
        found.add(rule, {.severity = Severity::Critical,
                         .sentence = to ? Named : Unnamed,
                         .arguments = {to ? to->name : QString(), shortText(each.title), each.due},
                         .records = {refOf(each)},
                         .opened = each.due,
                         .key = keyOf(refOf(each)),
                         .figure = double(each.due.daysTo(account.day())),
                         .newest = each.due,
                         .due = each.due,
                         .at = each.dueAt});
    }
}

/// "14:30" where the book is.
QString timeOf(const Subject& account, Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, account.book().facts.zone).toString(u"HH:mm");
}

QString namesOf(const Subject& account, const std::vector<ContactId>& contacts)
{
    QStringList names;
    for (const ContactId id : contacts)
        if (const Contact* each = account.contact(id))
            names << each->name;
    return names.join(QStringLiteral(", "));
}

void meetingToday(const Subject& account, const Rule& rule, Findings& found)
{
    enum Sentence
    {
        Timed,
        Untimed,
        Review
    };
    const QDate day = account.day();
    for (const Touch& each : account.of<Touch>())
        if (each.day == day && each.planned.value_or(false) && !each.tookPlace.value_or(false))
            found.add(rule, {.severity = Severity::Critical,
                             .sentence = each.at ? Timed : Untimed,
                             .arguments = {each.at ? timeOf(account, *each.at) : QString(), each.kind,
                                           namesOf(account, each.contacts), shortText(each.subject)},
                             .records = {refOf(each)},
                             .opened = day,
                             .key = keyOf(refOf(each)),
                             .due = day,
                             .at = each.at});
    for (const Qbr& each : account.of<Qbr>())
        if (each.meetingStart && !each.heldOn.isValid() && each.status != u"cancelled" &&
            dayOf(*each.meetingStart, account.book().facts.zone) == day)
            found.add(rule, {.severity = Severity::Critical,
                             .sentence = Review,
                             .arguments = {timeOf(account, *each.meetingStart)},
                             .records = {refOf(each)},
                             .opened = day,
                             .key = keyOf(refOf(each)),
                             .due = day,
                             .at = each.meetingStart});
}

void recapDue(const Subject& account, const Rule& rule, Findings& found)
{
    enum Number
    {
        Within,
        Forgotten
    };
    enum Sentence
    {
        Due,
        Late,
        ReviewDue,
        ReviewLate
    };
    const QTimeZone& zone = account.book().facts.zone;
    const auto add = [&](RecordRef record, Instant until, QDate held, bool isReview, const QString& what) {
        const QDate last = dayOf(until, zone);
        // What was forgotten long ago is not sent any more.
        if (account.day().daysTo(last) > rule.days(Within) || held.daysTo(account.day()) > rule.days(Forgotten))
            return;
        const bool isLate = last < account.day();
        found.add(rule, {.severity = Severity::Critical,
                         .sentence = isReview ? (isLate ? ReviewLate : ReviewDue) : (isLate ? Late : Due),
                         .arguments = {what, last},
                         .records = {record},
                         .opened = held,
                         .key = keyOf(record),
                         .newest = held,
                         .due = last,
                         .at = until});
    };
    for (const Touch& each : account.of<Touch>())
        if (each.recapOwedUntil && !each.recapSentAt && each.tookPlace.value_or(true))
            add(refOf(each), *each.recapOwedUntil, each.day, false, shortText(each.subject));
    for (const Qbr& each : account.of<Qbr>())
        if (const auto until = recapDue(each); until && each.heldOn.isValid() && !each.recapSentAt)
            add(refOf(each), *until, each.heldOn, true, {});
}

constexpr std::array rules = {
    RuleKind{"promise.due", "", "named unnamed", &promiseDue},
    RuleKind{"meeting.today", "", "timed untimed review", &meetingToday},
    RuleKind{"recap.due", "within forgotten", "due late review_due review_late", &recapDue},
};

} // namespace

std::span<const RuleKind> clockRules() { return rules; }

} // namespace steward::work
