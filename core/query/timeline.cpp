// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/timeline.h"

#include "core/query/timeline_teller.h"

#include <algorithm>

namespace steward::query {

QString firstLine(const QString& text)
{
    constexpr qsizetype most = 160;
    const QString line = text.section(u'\n', 0, 0, QString::SectionSkipEmpty).simplified();
    return line.size() <= most ? line : QString(line.left(most) + QChar(0x2026));
}

std::vector<TimelineLine> Teller::tell()
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

void Teller::with(TimelineLine* line, ContactId contact) const
{
    if (line && contact.isValid())
        with(line, std::vector<ContactId>{contact});
}

void Teller::with(TimelineLine* line, const std::vector<ContactId>& contacts) const
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

void Teller::by(TimelineLine* line, PersonId person) const
{
    if (!line || !line->who.isEmpty())
        return;
    for (const Person& each : m_book.people)
        if (each.id == person.value())
            line->who = each.name;
}

bool Teller::hasRole(ContactId contact, QStringView role) const
{
    return std::ranges::any_of(m_facts.of<ContactRole>(),
                               [&](const ContactRole& each) { return each.contact == contact && each.role == role; });
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

std::vector<TimelineLine> timelineOf(const AccountFacts& facts, const BookFacts& book, QDate day, const WordOf& word)
{
    return Teller(facts, book, day, word).tell();
}

} // namespace steward::query
