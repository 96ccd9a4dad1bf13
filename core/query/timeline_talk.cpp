// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quarter.h"
#include "core/query/timeline_teller.h"

/// What was said on a timeline, and by whom.
namespace steward::query {

void Teller::tellTouches()
{
    for (const Touch& each : m_facts.of<Touch>()) {
        const bool isNote = each.kind == u"note";
        const QString kind = word(u"touch_kind", each.kind);
        const QString about = firstLine(each.subject.isEmpty() ? each.text : each.subject);
        Message what{Code("timeline.touch"), {kind, about}};
        if (about.isEmpty())
            what = {Code("timeline.plain"), {kind}};
        else if (isNote)
            what = {Code("timeline.plain"), {about}};
        else if (each.minutes)
            what = {Code("timeline.touch-minutes"), {kind, about, *each.minutes}};
        auto* line = add(isNote ? TimelineKind::Notes : TimelineKind::Conversations, each, each.day, std::move(what));
        if (!line)
            continue;
        line->icon = each.kind;
        with(line, each.contacts);
        if (!each.persons.empty())
            by(line, each.persons.front());
        if (each.tookPlace && !*each.tookPlace)
            say(line, {Code("timeline.not-held"), {}}, TimelineTone::Late);
        else if (line->isPlanned || (each.planned.value_or(false) && !each.tookPlace))
            say(line, {Code("timeline.planned"), {}});
        else if (each.sentiment == u"bad" || each.sentiment == u"very_bad")
            say(line, {Code("timeline.plain"), {word(u"sentiment", each.sentiment)}}, TimelineTone::Hurts);
        else if (!each.purpose.isEmpty())
            say(line, {Code("timeline.plain"), {word(u"touch_purpose", each.purpose)}});
    }
}

void Teller::tellReviews()
{
    for (const Qbr& each : m_facts.of<Qbr>()) {
        QDate day = each.heldOn;
        if (!day.isValid() && each.meetingStart)
            day = dayOf(*each.meetingStart, m_book.zone);
        const QString quarter =
            each.quarter.isValid() ? quarterOf(each.quarter, m_book.fiscalYearStart).name() : QString();
        auto* line = add(TimelineKind::Reviews, each, day, {Code("timeline.review"), {quarter}});
        with(line, each.attendees);
        if (!each.heldOn.isValid())
            say(line, {Code("timeline.planned"), {}});
        else
            mark(line, {Code("landmark.review"), {}});
    }
}

void Teller::tellTickets()
{
    for (const Ticket& each : m_facts.of<Ticket>()) {
        const bool isUrgent = each.priority == u"urgent" || each.escalated.value_or(false);
        const QString priority = word(u"ticket_priority", each.priority);
        const QString subject = firstLine(each.subject);
        auto* line =
            add(TimelineKind::Tickets, each, each.opened,
                isUrgent || each.priority == u"high" ? Message{Code("timeline.ticket-urgent"), {priority, subject}}
                                                     : Message{Code("timeline.ticket"), {subject}});
        with(line, each.contact);
        if (isUrgent)
            mark(line, {Code("landmark.ticket"), {}});
        if (isOpen(each)) {
            say(line, {Code("timeline.open-days"), {each.opened.daysTo(m_day)}},
                isUrgent ? TimelineTone::Hurts : TimelineTone::Plain);
            continue;
        }
        if (each.closed.isValid() && each.opened.isValid())
            say(line, {Code("timeline.closed-after"), {each.opened.daysTo(each.closed)}});
        if (each.csat)
            say(line, {Code("timeline.rated"), {*each.csat, double(each.csatScale.value_or(5))}},
                *each.csat * 2 <= double(each.csatScale.value_or(5)) ? TimelineTone::Hurts : TimelineTone::Plain);
    }
}

void Teller::tellAnswers()
{
    constexpr double unhappy = 6;
    for (const Survey& each : m_facts.of<Survey>()) {
        if (!each.score)
            continue;
        const QString kind = word(u"survey_kind", each.kind);
        const QString comment = firstLine(each.comment);
        auto* line = add(TimelineKind::Answers, each, each.day,
                         comment.isEmpty() ? Message{Code("timeline.answer"), {kind, *each.score}}
                                           : Message{Code("timeline.answer-words"), {kind, *each.score, comment}});
        with(line, each.contact);
        const bool isUnhappy = each.kind == u"nps" && *each.score <= unhappy;
        if (isUnhappy)
            mark(line, {Code("landmark.nps"), {*each.score}});
        if (each.repliedOn.isValid())
            say(line, {Code("timeline.replied"), {each.repliedOn}});
        else if (isUnhappy)
            say(line, {Code("timeline.no-reply"), {}}, TimelineTone::Hurts);
    }
    for (const Feedback& each : m_facts.of<Feedback>()) {
        auto* line =
            add(TimelineKind::Answers, each, each.day, {Code("timeline.their-words"), {firstLine(each.words)}});
        with(line, each.contact);
        if (!each.state.isEmpty())
            say(line, {Code("timeline.plain"), {word(u"feedback_state", each.state)}});
    }
}

void Teller::tellPeople()
{
    for (const Contact& each : m_facts.of<Contact>()) {
        const ContactId id(each.id);
        auto* came = add(TimelineKind::People, each, each.joinedOn,
                         each.title.isEmpty() ? Message{Code("timeline.joined"), {each.name}}
                                              : Message{Code("timeline.joined-as"), {each.name, each.title}});
        with(came, id);
        const bool isSponsor = hasRole(id, u"sponsor");
        const bool isChampion = hasRole(id, u"champion");
        auto* left = add(TimelineKind::People, each, each.leftOn,
                         isSponsor || isChampion
                             ? Message{Code("timeline.left-as"),
                                       {each.name, word(u"contact_role", isSponsor ? QStringLiteral("sponsor")
                                                                                   : QStringLiteral("champion"))}}
                             : Message{Code("timeline.left"), {each.name}});
        with(left, id);
        if (isSponsor || isChampion) {
            say(left, {}, TimelineTone::Hurts);
            mark(left, {isSponsor ? Code("landmark.sponsor-left") : Code("landmark.champion-left"), {}});
        }
    }
}

} // namespace steward::query
