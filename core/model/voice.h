// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// What they say: answers, tickets, touches, wishes.
namespace steward {

struct Ticket : AccountRecord
{
    ContactId contact;
    QString subject;
    QDate opened;
    std::optional<Instant> openedAt;
    std::optional<Instant> firstReplyAt;
    std::optional<qint64> firstReplyMinutes;
    QDate closed;
    std::optional<Instant> closedAt;
    QString priority; ///< low, normal, high, urgent
    QString status;   ///< as written
    QString category;
    std::optional<bool> escalated;
    std::optional<double> csat;
    std::optional<qint64> csatScale; ///< highest possible answer; none: 5

    friend bool operator==(const Ticket&, const Ticket&) = default;
    static constexpr Entity entity = Entity::Ticket;
    template <class T = Ticket>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_id", &T::contact), field("subject", &T::subject, Trait::Searchable),
                       field("opened", &T::opened, Trait::Happened), field("opened_at", &T::openedAt),
                       field("first_reply_at", &T::firstReplyAt, Trait::Outcome),
                       field("first_reply_minutes", &T::firstReplyMinutes), field("closed", &T::closed, Trait::Outcome),
                       field("closed_at", &T::closedAt, Trait::Outcome),
                       field("priority", &T::priority, Trait::Canonical),
                       field("status", &T::status, Trait::History | Trait::Outcome), field("category", &T::category),
                       field("escalated", &T::escalated), field("csat", &T::csat, Trait::Outcome),
                       field("csat_scale", &T::csatScale)});
    }
};

/// One answer.
struct Survey : AccountRecord
{
    ContactId contact;
    QDate day;    ///< may be unknown
    QString kind; ///< nps, csat, ces
    std::optional<double> score;
    std::optional<qint64> scaleLow;
    std::optional<qint64> scaleHigh;
    QString method;
    QString comment;
    QString touchpoint;
    QStringList themes;
    QDate repliedOn;
    QString routedTo;
    QDate toldOn; ///< what was done was told to the customer

    friend bool operator==(const Survey&, const Survey&) = default;
    static constexpr Entity entity = Entity::Survey;
    template <class T = Survey>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("contact_id", &T::contact, Trait::Key), field("day", &T::day, Trait::Happened | Trait::Key),
                field("kind", &T::kind, Trait::Key | Trait::Canonical), field("score", &T::score),
                field("scale_low", &T::scaleLow), field("scale_high", &T::scaleHigh),
                field("method", &T::method, Trait::Canonical), field("comment", &T::comment, Trait::Searchable),
                field("touchpoint", &T::touchpoint), field("themes", &T::themes),
                field("replied_on", &T::repliedOn, Trait::Outcome), field("routed_to", &T::routedTo, Trait::Canonical),
                field("told_on", &T::toldOn, Trait::Outcome)});
    }
};

struct SurveySent : AccountRecord
{
    ContactId contact;
    QDate day;
    QString kind;
    QString touchpoint;

    friend bool operator==(const SurveySent&, const SurveySent&) = default;
    static constexpr Entity entity = Entity::SurveySent;
    template <class T = SurveySent>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("contact_id", &T::contact, Trait::Key),
                                         field("day", &T::day, Trait::Happened | Trait::Key),
                                         field("kind", &T::kind, Trait::Key | Trait::Canonical),
                                         field("touchpoint", &T::touchpoint)});
    }
};

struct Touch : AccountRecord
{
    std::vector<ContactId> contacts;
    QString kind; ///< call, email, meeting, chat, video, social, note, event ...
    QDate day;
    std::optional<Instant> at;
    std::optional<qint64> minutes;
    QString subject;
    QString text;
    QString sentiment;
    QString direction; ///< in, out, both
    std::optional<bool> planned;
    std::optional<bool> tookPlace;
    QString purpose;
    std::vector<PersonId> persons; ///< of us
    std::optional<Instant> recapOwedUntil;
    std::optional<Instant> recapSentAt;

    friend bool operator==(const Touch&, const Touch&) = default;
    static constexpr Entity entity = Entity::Touch;
    template <class T = Touch>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_ids", &T::contacts), field("kind", &T::kind, Trait::Key | Trait::Canonical),
                       field("day", &T::day, Trait::Happened | Trait::Key), field("at", &T::at),
                       field("minutes", &T::minutes), field("subject", &T::subject, Trait::Searchable | Trait::Key),
                       field("text", &T::text, Trait::Searchable), field("sentiment", &T::sentiment, Trait::Canonical),
                       field("direction", &T::direction, Trait::Canonical), field("planned", &T::planned),
                       field("took_place", &T::tookPlace), field("purpose", &T::purpose, Trait::Canonical),
                       field("person_ids", &T::persons), field("recap_owed_until", &T::recapOwedUntil),
                       field("recap_sent_at", &T::recapSentAt, Trait::Outcome)});
    }
};

/// Something several customers ask for.
struct Request : Record
{
    QString title;
    QDate day;
    QString decision;
    QDate decidedOn;
    QString note;
    PersonId owner;

    friend bool operator==(const Request&, const Request&) = default;
    static constexpr Entity entity = Entity::Request;
    template <class T = Request>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("title", &T::title, Trait::Searchable),
                                         field("day", &T::day, Trait::Happened),
                                         field("decision", &T::decision, Trait::Canonical),
                                         field("decided_on", &T::decidedOn, Trait::Outcome),
                                         field("note", &T::note, Trait::Searchable), field("owner_id", &T::owner)});
    }
};

struct Feedback : AccountRecord
{
    ContactId contact;
    QDate day;
    QString source; ///< survey, ticket, conversation, usage, social
    QString words;
    QString theme;
    QString route;
    QString state;
    PersonId owner;
    QString decision;
    QDate toldOn;
    RequestId request;
    SurveyId survey;
    TicketId ticket;
    QString sentiment;

    friend bool operator==(const Feedback&, const Feedback&) = default;
    static constexpr Entity entity = Entity::Feedback;
    template <class T = Feedback>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_id", &T::contact), field("day", &T::day, Trait::Happened),
                       field("source", &T::source, Trait::Canonical), field("words", &T::words, Trait::Searchable),
                       field("theme", &T::theme), field("route", &T::route, Trait::Canonical),
                       field("state", &T::state, Trait::Canonical), field("owner_id", &T::owner),
                       field("decision", &T::decision), field("told_on", &T::toldOn, Trait::Outcome),
                       field("request_id", &T::request), field("survey_id", &T::survey), field("ticket_id", &T::ticket),
                       field("sentiment", &T::sentiment, Trait::Canonical)});
    }
};

} // namespace steward
