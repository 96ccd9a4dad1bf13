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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("title", &Task::title, Trait::Searchable | Trait::Key),
                       field("category", &Task::category, Trait::Canonical),
                       field("created", &Task::created, Trait::Happened), field("due", &Task::due),
                       field("due_at", &Task::dueAt), field("priority", &Task::priority, Trait::Canonical),
                       field("assignee_id", &Task::assignee),
                       field("status", &Task::status, Trait::Canonical | Trait::Outcome),
                       field("done_on", &Task::doneOn, Trait::Outcome), field("snoozed_to", &Task::snoozedTo),
                       field("origin", &Task::origin, Trait::Canonical), field("origin_key", &Task::originKey),
                       field("run_id", &Task::run), field("waiting_for", &Task::waitingFor, Trait::Canonical),
                       field("promised_to_id", &Task::promisedTo), field("note", &Task::note, Trait::Searchable)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("playbook", &PlaybookRun::playbook, Trait::Key), field("version", &PlaybookRun::version),
                       field("started", &PlaybookRun::started, Trait::Happened | Trait::Key),
                       field("steps", &PlaybookRun::steps), field("ended", &PlaybookRun::ended, Trait::Outcome),
                       field("outcome", &PlaybookRun::outcome, Trait::Outcome | Trait::Canonical),
                       field("sentence", &PlaybookRun::sentence), field("owner_id", &PlaybookRun::owner),
                       field("why", &PlaybookRun::why)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("quarter", &Qbr::quarter, Trait::Key), field("status", &Qbr::status, Trait::Canonical),
                field("meeting_start", &Qbr::meetingStart), field("meeting_end", &Qbr::meetingEnd),
                field("date_confirmed_on", &Qbr::dateConfirmedOn, Trait::Outcome),
                field("decider_confirmed_on", &Qbr::deciderConfirmedOn, Trait::Outcome),
                field("agenda_asked_on", &Qbr::agendaAskedOn, Trait::Outcome),
                field("draft_shown_on", &Qbr::draftShownOn, Trait::Outcome), field("attendee_ids", &Qbr::attendees),
                field("parts", &Qbr::parts), field("slides", &Qbr::slides), field("actions", &Qbr::actions),
                field("refreshed_at", &Qbr::refreshedAt), field("recap_sent_at", &Qbr::recapSentAt, Trait::Outcome),
                field("held_on", &Qbr::heldOn, Trait::Happened | Trait::Outcome)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("signal", &SignalDecision::signal, Trait::Key),
                                         field("key", &SignalDecision::key, Trait::Key),
                                         field("day", &SignalDecision::day, Trait::Happened),
                                         field("snoozed_to", &SignalDecision::snoozedTo),
                                         field("dismissed_reason", &SignalDecision::dismissedReason, Trait::Canonical),
                                         field("by_id", &SignalDecision::by), field("figure", &SignalDecision::figure),
                                         field("seen", &SignalDecision::seen)});
    }
};

} // namespace steward
