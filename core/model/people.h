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
    template <class T = Contact>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("name", &T::name, Trait::Personal | Trait::Searchable | Trait::Key),
                       field("title", &T::title, Trait::Personal),
                       field("email", &T::email, Trait::Personal | Trait::Searchable | Trait::Key),
                       field("phone", &T::phone, Trait::Personal),
                       field("influence", &T::influence, Trait::Personal),
                       field("view_of_us", &T::viewOfUs, Trait::Personal | Trait::Canonical),
                       field("preferred_channel", &T::preferredChannel, Trait::Personal | Trait::Canonical),
                       field("preferred_time", &T::preferredTime, Trait::Personal),
                       field("max_frequency", &T::maxFrequency, Trait::Personal),
                       field("time_zone", &T::timeZone, Trait::Personal),
                       field("language", &T::language, Trait::Personal),
                       field("billing", &T::billing),
                       field("no_survey", &T::noSurvey),
                       field("reports_to_id", &T::reportsTo),
                       field("successor_of_id", &T::successorOf),
                       field("joined_on", &T::joinedOn, Trait::Happened),
                       field("left_on", &T::leftOn, Trait::Outcome | Trait::History),
                       field("left_how", &T::leftHow, Trait::Outcome | Trait::Canonical),
                       field("met_on", &T::metOn, Trait::Outcome),
                       field("last_seen_in_product", &T::lastSeenInProduct),
                       field("note", &T::note, Trait::Personal | Trait::Searchable)});
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
    template <class T = ContactRole>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("contact_id", &T::contact, Trait::Key),
                                         field("role", &T::role, Trait::Key | Trait::Canonical),
                                         field("from", &T::from, Trait::Happened),
                                         field("to", &T::to, Trait::Outcome)});
    }
};

} // namespace steward
