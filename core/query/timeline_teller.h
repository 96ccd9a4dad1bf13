// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/catalogue.h"
#include "core/portfolio/standing.h"
#include "core/query/timeline.h"

/// Inside this room only: how a timeline is told.
namespace steward::query {

/// The first line of a text, no longer than fits.
[[nodiscard]] QString firstLine(const QString& text);

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
    [[nodiscard]] std::vector<TimelineLine> tell();

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
    void with(TimelineLine* line, ContactId contact) const;
    void with(TimelineLine* line, const std::vector<ContactId>& contacts) const;
    void by(TimelineLine* line, PersonId person) const;
    [[nodiscard]] QString word(QStringView list, const QString& id) const { return m_word(list, id); }
    [[nodiscard]] bool hasRole(ContactId contact, QStringView role) const;

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

} // namespace steward::query
