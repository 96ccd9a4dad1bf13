// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// The customer's people. Everything here is personal data: erased and exported with the person.
namespace steward {

struct Contact : AccountRecord
{
    QString name;
    QString title;
    QString email;
    QString phone;
    std::optional<qint64> influence; ///< 1-5
    QString viewOfUs;                ///< supporter ... opponent, unknown
    QString preferredChannel;
    QString preferredTime;
    QString maxFrequency;
    QString timeZone;
    QString language;
    std::optional<bool> billing;
    std::optional<bool> noSurvey;
    ContactId reportsTo;
    ContactId successorOf;
    QDate joinedOn;
    QDate leftOn;
    QString leftHow;
    QDate metOn; ///< first two-way meeting, call or video
    QDate lastSeenInProduct;
    QString note;

    friend bool operator==(const Contact&, const Contact&) = default;
    static constexpr Entity entity = Entity::Contact;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("name", &Contact::name, Trait::Personal | Trait::Searchable | Trait::Key),
                       field("title", &Contact::title, Trait::Personal),
                       field("email", &Contact::email, Trait::Personal | Trait::Searchable | Trait::Key),
                       field("phone", &Contact::phone, Trait::Personal),
                       field("influence", &Contact::influence, Trait::Personal),
                       field("view_of_us", &Contact::viewOfUs, Trait::Personal | Trait::Canonical),
                       field("preferred_channel", &Contact::preferredChannel, Trait::Personal | Trait::Canonical),
                       field("preferred_time", &Contact::preferredTime, Trait::Personal),
                       field("max_frequency", &Contact::maxFrequency, Trait::Personal),
                       field("time_zone", &Contact::timeZone, Trait::Personal),
                       field("language", &Contact::language, Trait::Personal),
                       field("billing", &Contact::billing),
                       field("no_survey", &Contact::noSurvey),
                       field("reports_to_id", &Contact::reportsTo),
                       field("successor_of_id", &Contact::successorOf),
                       field("joined_on", &Contact::joinedOn, Trait::Happened),
                       field("left_on", &Contact::leftOn, Trait::Outcome | Trait::History),
                       field("left_how", &Contact::leftHow, Trait::Outcome | Trait::Canonical),
                       field("met_on", &Contact::metOn, Trait::Outcome),
                       field("last_seen_in_product", &Contact::lastSeenInProduct),
                       field("note", &Contact::note, Trait::Personal | Trait::Searchable)});
    }
};

struct ContactRole : AccountRecord
{
    ContactId contact;
    QString role; ///< sponsor, decision_maker, champion ...
    QDate from;
    QDate to;

    friend bool operator==(const ContactRole&, const ContactRole&) = default;
    static constexpr Entity entity = Entity::ContactRole;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("contact_id", &ContactRole::contact, Trait::Key),
                                         field("role", &ContactRole::role, Trait::Key | Trait::Canonical),
                                         field("from", &ContactRole::from, Trait::Happened),
                                         field("to", &ContactRole::to, Trait::Outcome)});
    }
};

} // namespace steward
