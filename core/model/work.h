// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// Our own work on it.
namespace steward {

struct Task : AccountRecord
{
    QString title;
    QString category;
    QDate created;
    QDate due;
    std::optional<Instant> dueAt;
    QString priority; ///< low, normal, high
    PersonId assignee;
    QString status; ///< open, done, dropped
    QDate doneOn;
    QDate snoozedTo;
    QString origin;    ///< signal, playbook, qbr, hand
    QString originKey; ///< signal key or step id
    PlaybookRunId run;
    QString waitingFor; ///< me, customer, support, product, sales, finance
    ContactId promisedTo;
    QString note;

    friend bool operator==(const Task&, const Task&) = default;
    static constexpr Entity entity = Entity::Task;
    template <class T = Task>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("title", &T::title, Trait::Searchable | Trait::Key),
                field("category", &T::category, Trait::Canonical), field("created", &T::created, Trait::Happened),
                field("due", &T::due), field("due_at", &T::dueAt), field("priority", &T::priority, Trait::Canonical),
                field("assignee_id", &T::assignee), field("status", &T::status, Trait::Canonical | Trait::Outcome),
                field("done_on", &T::doneOn, Trait::Outcome), field("snoozed_to", &T::snoozedTo),
                field("origin", &T::origin, Trait::Canonical), field("origin_key", &T::originKey),
                field("run_id", &T::run), field("waiting_for", &T::waitingFor, Trait::Canonical),
                field("promised_to_id", &T::promisedTo), field("note", &T::note, Trait::Searchable)});
    }
};

struct PlaybookRun : AccountRecord
{
    QString playbook;
    std::optional<qint64> version;
    QDate started;
    Json steps; ///< state of each step by its id
    QDate ended;
    QString outcome; ///< worked, partly, did_not, overtaken, in_error
    QString sentence;
    PersonId owner;
    QString why;

    friend bool operator==(const PlaybookRun&, const PlaybookRun&) = default;
    static constexpr Entity entity = Entity::PlaybookRun;
    template <class T = PlaybookRun>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("playbook", &T::playbook, Trait::Key), field("version", &T::version),
                                         field("started", &T::started, Trait::Happened | Trait::Key),
                                         field("steps", &T::steps), field("ended", &T::ended, Trait::Outcome),
                                         field("outcome", &T::outcome, Trait::Outcome | Trait::Canonical),
                                         field("sentence", &T::sentence), field("owner_id", &T::owner),
                                         field("why", &T::why)});
    }
};

struct Qbr : AccountRecord
{
    QDate quarter;  ///< its first day
    QString status; ///< planned, held, cancelled
    std::optional<Instant> meetingStart;
    std::optional<Instant> meetingEnd;
    QDate dateConfirmedOn;
    QDate deciderConfirmedOn;
    QDate agendaAskedOn;
    QDate draftShownOn;
    std::vector<ContactId> attendees;
    Json parts;
    Json slides;  ///< order and hidden
    Json actions; ///< what, who, due, state, why
    std::optional<Instant> refreshedAt;
    std::optional<Instant> recapSentAt;
    QDate heldOn;

    friend bool operator==(const Qbr&, const Qbr&) = default;
    static constexpr Entity entity = Entity::Qbr;
    template <class T = Qbr>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("quarter", &T::quarter, Trait::Key), field("status", &T::status, Trait::Canonical),
                       field("meeting_start", &T::meetingStart), field("meeting_end", &T::meetingEnd),
                       field("date_confirmed_on", &T::dateConfirmedOn, Trait::Outcome),
                       field("decider_confirmed_on", &T::deciderConfirmedOn, Trait::Outcome),
                       field("agenda_asked_on", &T::agendaAskedOn, Trait::Outcome),
                       field("draft_shown_on", &T::draftShownOn, Trait::Outcome), field("attendee_ids", &T::attendees),
                       field("parts", &T::parts), field("slides", &T::slides), field("actions", &T::actions),
                       field("refreshed_at", &T::refreshedAt), field("recap_sent_at", &T::recapSentAt, Trait::Outcome),
                       field("held_on", &T::heldOn, Trait::Happened | Trait::Outcome)});
    }
};

struct SignalDecision : AccountRecord
{
    QString signal;
    QString key;
    QDate day;
    QDate snoozedTo;
    QString dismissedReason;
    PersonId by;
    std::optional<double> figure;
    std::optional<bool> seen;

    friend bool operator==(const SignalDecision&, const SignalDecision&) = default;
    static constexpr Entity entity = Entity::SignalDecision;
    template <class T = SignalDecision>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("signal", &T::signal, Trait::Key), field("key", &T::key, Trait::Key),
                                         field("day", &T::day, Trait::Happened), field("snoozed_to", &T::snoozedTo),
                                         field("dismissed_reason", &T::dismissedReason, Trait::Canonical),
                                         field("by_id", &T::by), field("figure", &T::figure), field("seen", &T::seen)});
    }
};

} // namespace steward
