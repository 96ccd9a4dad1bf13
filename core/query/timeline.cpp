// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/timeline.h"

#include "core/model/catalogue.h"
#include "core/portfolio/standing.h"

#include <algorithm>

namespace steward::query {

namespace {

/// The first line of a text, no longer than fits.
QString firstLine(const QString& text)
{
    constexpr qsizetype most = 160;
    const QString line = text.section(u'\n', 0, 0, QString::SectionSkipEmpty).simplified();
    return line.size() <= most ? line : QString(line.left(most) + QChar(0x2026));
}

bool isOpenTask(const Task& task) { return isOpen(task); }

class Teller
{
public:
    Teller(const AccountFacts& facts, const BookFacts& book, QDate day, const WordOf& word)
        : m_facts(facts)
        , m_book(book)
        , m_day(day)
        , m_word(word)
    {
    }
    std::vector<TimelineLine> tell()
    {
        tellTouches();
        tellReviews();
        tellTickets();
        tellAnswers();
        tellInvoices();
        tellContracts();
        tellOpportunities();
        tellPeople();
        tellRisks();
        tellPlan();
        tellTasks();
        tellRatings();
        tellChanges();
        std::ranges::stable_sort(m_lines, std::greater(), &TimelineLine::day);
        return std::move(m_lines);
    }

private:
    template <class T>
    TimelineLine* add(TimelineKind kind, const T& record, QDate day, Message what)
    {
        if (!day.isValid() || record.archivedOn.isValid())
            return nullptr;
        TimelineLine& line = m_lines.emplace_back();
        line.day = day;
        line.kind = kind;
        line.record = {T::entity, record.id};
        line.icon = info(T::entity).name;
        line.what = std::move(what);
        line.isPlanned = day > m_day;
        return &line;
    }
    static void say(TimelineLine* line, Message outcome, TimelineTone tone = TimelineTone::Plain)
    {
        if (!line)
            return;
        line->outcome = std::move(outcome);
        line->tone = tone;
    }
    static void mark(TimelineLine* line, Message landmark)
    {
        if (line && !line->isPlanned)
            line->landmark = std::move(landmark);
    }
    void with(TimelineLine* line, ContactId contact) const
    {
        if (line && contact.isValid())
            with(line, std::vector<ContactId>{contact});
    }
    void with(TimelineLine* line, const std::vector<ContactId>& contacts) const
    {
        if (!line)
            return;
        line->contacts = contacts;
        QStringList names;
        for (const Contact& each : m_facts.of<Contact>())
            if (std::ranges::find(contacts, ContactId(each.id)) != contacts.end())
                names << each.name;
        line->who = names.join(QStringLiteral(", "));
    }
    void by(TimelineLine* line, PersonId person) const
    {
        if (!line || !line->who.isEmpty())
            return;
        for (const Person& each : m_book.people)
            if (each.id == person.value())
                line->who = each.name;
    }
    [[nodiscard]] QString word(QStringView list, const QString& id) const { return m_word(list, id); }
    [[nodiscard]] bool hasRole(ContactId contact, QStringView role) const
    {
        return std::ranges::any_of(m_facts.of<ContactRole>(), [&](const ContactRole& each) {
            return each.contact == contact && each.role == role;
        });
    }

    void tellTouches();
    void tellReviews();
    void tellTickets();
    void tellAnswers();
    void tellInvoices();
    void tellContracts();
    void tellOpportunities();
    void tellPeople();
    void tellRisks();
    void tellPlan();
    void tellTasks();
    void tellRatings();
    void tellChanges();

    const AccountFacts& m_facts;
    const BookFacts& m_book;
    QDate m_day;
    const WordOf& m_word;
    std::vector<TimelineLine> m_lines;
};

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
            each.quarter.isValid()
                ? QStringLiteral("Q%1 %2").arg((each.quarter.month() + 2) / 3).arg(each.quarter.year())
                : QString();
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

void Teller::tellInvoices()
{
    constexpr qint64 noticeablyLate = 14;
    for (const Invoice& each : m_facts.of<Invoice>()) {
        const InvoiceState state = stateOf(each);
        const Money amount{each.amount.value_or(Minor{}).value, each.currency};
        if (state == InvoiceState::Paid && each.paidOn.isValid()) {
            auto* line =
                add(TimelineKind::Money, each, each.paidOn, {Code("timeline.invoice-paid"), {each.number, amount}});
            const qint64 late = each.due.isValid() ? each.due.daysTo(each.paidOn) : 0;
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Late);
            else if (each.due.isValid())
                say(line, {Code("timeline.on-time"), {}});
        } else if (state == InvoiceState::Open && each.due.isValid()) {
            auto* line =
                add(TimelineKind::Money, each, each.due, {Code("timeline.invoice-due"), {each.number, amount}});
            const qint64 late = each.due.daysTo(m_day);
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Hurts);
            if (late >= noticeablyLate)
                mark(line, {Code("landmark.invoice"), {}});
        }
    }
}

void Teller::tellContracts()
{
    for (const Subscription& each : m_facts.of<Subscription>()) {
        const QString product = each.product;
        add(TimelineKind::Money, each, each.start, {Code("timeline.contract-begins"), {product}});
        if (each.noticeGivenOn.isValid()) {
            auto* line = add(TimelineKind::Money, each, each.noticeGivenOn, {Code("timeline.notice-given"), {product}});
            say(line, {}, TimelineTone::Hurts);
            mark(line, {Code("landmark.notice"), {}});
        }
        if (each.endedOn.isValid()) {
            add(TimelineKind::Money, each, each.endedOn, {Code("timeline.contract-ended"), {product}});
            continue;
        }
        if (each.renewalDate.isValid())
            add(TimelineKind::Money, each, each.renewalDate, {Code("timeline.renewal"), {product}});
        if (each.noticeBy.isValid() && !each.noticeGivenOn.isValid() && each.noticeBy >= m_day)
            add(TimelineKind::Money, each, each.noticeBy, {Code("timeline.notice-by"), {product}});
    }
    for (const RenewalCall& each : m_facts.of<RenewalCall>()) {
        auto* line = add(TimelineKind::Money, each, each.day,
                         {Code("timeline.renewal-call"), {word(u"renewal_call", each.call), firstLine(each.reason)}});
        by(line, each.by);
    }
}

void Teller::tellOpportunities()
{
    for (const Opportunity& each : m_facts.of<Opportunity>()) {
        const QString name = each.name.isEmpty() ? word(u"opportunity_kind", each.kind) : each.name;
        const OpportunityState state = stateOf(each);
        const bool isOpen = state == OpportunityState::Open;
        const QDate day = isOpen ? each.created : each.closedOn.isValid() ? each.closedOn : each.closeDate;
        auto* line = add(TimelineKind::Money, each, day, {Code("timeline.opportunity"), {name}});
        if (state == OpportunityState::Won)
            say(line, {Code("timeline.won"), {}}, TimelineTone::Good);
        else if (state == OpportunityState::Lost)
            say(line, {Code("timeline.lost"), {}}, TimelineTone::Hurts);
        else
            say(line, {Code("timeline.plain"), {word(u"opportunity_stage", each.stage)}});
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

void Teller::tellRisks()
{
    for (const Risk& each : m_facts.of<Risk>()) {
        const QString kind = word(u"risk_kind", each.kind);
        const bool isHeavy = each.severity == u"critical" || each.severity == u"high";
        auto* line = add(TimelineKind::Risks, each, each.opened,
                         {Code("timeline.risk"), {kind, word(u"risk_severity", each.severity), firstLine(each.text)}});
        by(line, each.owner);
        if (isHeavy)
            mark(line, {Code("landmark.risk"), {kind}});
        if (isOpen(each) && each.due.isValid())
            say(line, {Code("timeline.due"), {each.due}}, each.due < m_day ? TimelineTone::Hurts : TimelineTone::Plain);
        if (each.closed.isValid())
            add(TimelineKind::Risks, each, each.closed, {Code("timeline.risk-closed"), {kind}});
    }
    for (const Escalation& each : m_facts.of<Escalation>()) {
        auto* line =
            add(TimelineKind::Risks, each, each.opened, {Code("timeline.escalation"), {firstLine(each.subject)}});
        by(line, each.owner);
        mark(line, {Code("landmark.escalation"), {}});
        if (each.closed.isValid())
            say(line, {Code("timeline.closed-after"), {each.opened.daysTo(each.closed)}});
        else
            say(line, {Code("timeline.open-days"), {each.opened.daysTo(m_day)}}, TimelineTone::Hurts);
    }
}

void Teller::tellPlan()
{
    for (const Goal& each : m_facts.of<Goal>()) {
        const QString name = each.shortName.isEmpty() ? firstLine(each.outcome) : each.shortName;
        auto* line = add(TimelineKind::Plan, each, each.agreedOn, {Code("timeline.goal-agreed"), {name}});
        if (!each.status.isEmpty())
            say(line, {Code("timeline.plain"), {word(u"goal_status", each.status)}});
        if (each.metOn.isValid())
            say(add(TimelineKind::Plan, each, each.metOn, {Code("timeline.goal-met"), {name}}), {}, TimelineTone::Good);
    }
    for (const Milestone& each : m_facts.of<Milestone>()) {
        const QString name = each.name.isEmpty() ? word(u"milestone", each.kind) : each.name;
        if (each.reached.isValid()) {
            auto* line = add(TimelineKind::Plan, each, each.reached, {Code("timeline.milestone"), {name}});
            with(line, each.saidBy);
        } else if (each.planned.isValid()) {
            auto* line = add(TimelineKind::Plan, each, each.planned, {Code("timeline.milestone-planned"), {name}});
            if (const qint64 late = each.planned.daysTo(m_day); late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Late);
        }
    }
    for (const Value& each : m_facts.of<Value>()) {
        auto* line = add(TimelineKind::Plan, each, each.day, {Code("timeline.value"), {firstLine(each.text)}});
        with(line, each.confirmedBy);
        if (each.confirmedBy.isValid())
            say(line, {Code("timeline.confirmed"), {}}, TimelineTone::Good);
        else
            say(line, {Code("timeline.estimated"), {}});
    }
}

void Teller::tellTasks()
{
    for (const Task& each : m_facts.of<Task>()) {
        const bool isPromise = each.category == u"promise";
        const Message what{isPromise ? Code("timeline.promise") : Code("timeline.plain"), {firstLine(each.title)}};
        if (isOpenTask(each)) {
            auto* line = add(TimelineKind::Tasks, each, each.due.isValid() ? each.due : each.created, what);
            by(line, each.assignee);
            const qint64 late = each.due.isValid() ? each.due.daysTo(m_day) : 0;
            if (late > 0)
                say(line, {Code("timeline.days-late"), {late}}, TimelineTone::Hurts);
            else
                say(line, {Code("timeline.open"), {}});
        } else {
            auto* line = add(TimelineKind::Tasks, each, each.doneOn, what);
            by(line, each.assignee);
            say(line, {Code("timeline.plain"), {word(u"task_status", each.status)}});
        }
    }
}

void Teller::tellRatings()
{
    for (const Pulse& each : m_facts.of<Pulse>()) {
        if (!each.rating)
            continue;
        QStringList reasons;
        for (const QString& reason : each.reasons)
            reasons << word(u"pulse_reason", reason);
        const QString rating = word(u"pulse", QString::number(*each.rating));
        auto* line =
            add(TimelineKind::Changes, each, each.day,
                reasons.isEmpty() ? Message{Code("timeline.rating"), {rating}}
                                  : Message{Code("timeline.rating-why"), {rating, reasons.join(QStringLiteral(", "))}});
        by(line, each.by);
    }
    for (const Override& each : m_facts.of<Override>()) {
        auto* line = add(TimelineKind::Changes, each, each.from,
                         {Code("timeline.override"), {word(u"band", each.band), firstLine(each.note)}});
        by(line, each.by);
        if (each.until.isValid())
            say(line, {Code("timeline.until"), {each.until}});
        mark(line, {Code("landmark.override"), {}});
    }
}

void Teller::tellChanges()
{
    for (const StageMove& each : m_facts.of<StageMove>()) {
        const QString to = word(u"stage", each.toStage);
        auto* line =
            add(TimelineKind::Changes, each, each.day,
                each.fromStage.isEmpty() ? Message{Code("timeline.stage"), {to}}
                                         : Message{Code("timeline.stage-from"), {word(u"stage", each.fromStage), to}});
        by(line, each.by);
        if (!each.fromStage.isEmpty())
            mark(line, {Code("landmark.stage"), {to}});
    }
    for (const AccountEvent& each : m_facts.of<AccountEvent>()) {
        const QString kind = word(u"account_event", each.kind);
        auto* line = add(TimelineKind::Changes, each, each.day,
                         each.note.isEmpty() ? Message{Code("timeline.plain"), {kind}}
                                             : Message{Code("timeline.event"), {kind, firstLine(each.note)}});
        mark(line, {Code("timeline.plain"), {kind}});
    }
}

} // namespace

std::vector<TimelineLine> timelineOf(const AccountFacts& facts, const BookFacts& book, QDate day, const WordOf& word)
{
    return Teller(facts, book, day, word).tell();
}

} // namespace steward::query
