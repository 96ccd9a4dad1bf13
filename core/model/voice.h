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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_id", &Ticket::contact), field("subject", &Ticket::subject, Trait::Searchable),
                       field("opened", &Ticket::opened, Trait::Happened), field("opened_at", &Ticket::openedAt),
                       field("first_reply_at", &Ticket::firstReplyAt, Trait::Outcome),
                       field("first_reply_minutes", &Ticket::firstReplyMinutes),
                       field("closed", &Ticket::closed, Trait::Outcome),
                       field("closed_at", &Ticket::closedAt, Trait::Outcome),
                       field("priority", &Ticket::priority, Trait::Canonical),
                       field("status", &Ticket::status, Trait::History | Trait::Outcome),
                       field("category", &Ticket::category), field("escalated", &Ticket::escalated),
                       field("csat", &Ticket::csat, Trait::Outcome), field("csat_scale", &Ticket::csatScale)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_id", &Survey::contact, Trait::Key),
                       field("day", &Survey::day, Trait::Happened | Trait::Key),
                       field("kind", &Survey::kind, Trait::Key | Trait::Canonical), field("score", &Survey::score),
                       field("scale_low", &Survey::scaleLow), field("scale_high", &Survey::scaleHigh),
                       field("method", &Survey::method, Trait::Canonical),
                       field("comment", &Survey::comment, Trait::Searchable), field("touchpoint", &Survey::touchpoint),
                       field("themes", &Survey::themes), field("replied_on", &Survey::repliedOn, Trait::Outcome),
                       field("routed_to", &Survey::routedTo, Trait::Canonical),
                       field("told_on", &Survey::toldOn, Trait::Outcome)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("contact_id", &SurveySent::contact, Trait::Key),
                                         field("day", &SurveySent::day, Trait::Happened | Trait::Key),
                                         field("kind", &SurveySent::kind, Trait::Key | Trait::Canonical),
                                         field("touchpoint", &SurveySent::touchpoint)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("contact_ids", &Touch::contacts), field("kind", &Touch::kind, Trait::Key | Trait::Canonical),
                field("day", &Touch::day, Trait::Happened | Trait::Key), field("at", &Touch::at),
                field("minutes", &Touch::minutes), field("subject", &Touch::subject, Trait::Searchable | Trait::Key),
                field("text", &Touch::text, Trait::Searchable), field("sentiment", &Touch::sentiment, Trait::Canonical),
                field("direction", &Touch::direction, Trait::Canonical), field("planned", &Touch::planned),
                field("took_place", &Touch::tookPlace), field("purpose", &Touch::purpose, Trait::Canonical),
                field("person_ids", &Touch::persons), field("recap_owed_until", &Touch::recapOwedUntil),
                field("recap_sent_at", &Touch::recapSentAt, Trait::Outcome)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(), std::tuple{field("title", &Request::title, Trait::Searchable),
                                                           field("day", &Request::day, Trait::Happened),
                                                           field("decision", &Request::decision, Trait::Canonical),
                                                           field("decided_on", &Request::decidedOn, Trait::Outcome),
                                                           field("note", &Request::note, Trait::Searchable),
                                                           field("owner_id", &Request::owner)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("contact_id", &Feedback::contact), field("day", &Feedback::day, Trait::Happened),
                       field("source", &Feedback::source, Trait::Canonical),
                       field("words", &Feedback::words, Trait::Searchable), field("theme", &Feedback::theme),
                       field("route", &Feedback::route, Trait::Canonical),
                       field("state", &Feedback::state, Trait::Canonical), field("owner_id", &Feedback::owner),
                       field("decision", &Feedback::decision), field("told_on", &Feedback::toldOn, Trait::Outcome),
                       field("request_id", &Feedback::request), field("survey_id", &Feedback::survey),
                       field("ticket_id", &Feedback::ticket),
                       field("sentiment", &Feedback::sentiment, Trait::Canonical)});
    }
};

} // namespace steward
