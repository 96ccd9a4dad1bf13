// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// What they want to achieve and what stands in the way.
namespace steward {

/// Of an account or of a customer group.
struct Goal : AccountRecord
{
    CustomerGroupId group;
    QString outcome;   ///< in the customer's words
    QString shortName; ///< up to 24 characters, for titles
    QString category;  ///< efficiency, revenue_growth, operational_calm
    QString measure;
    QString unit;
    std::optional<double> baseline;
    std::optional<double> target;
    std::optional<double> current;
    QDate agreedOn;
    QDate due;
    QString status; ///< on_track, at_risk, off_track, met, dropped
    QDate metOn;
    std::optional<Minor> value;
    Currency currency;
    QString vendorGoal;
    std::optional<qint64> priority; ///< 1 highest
    QDate lastReviewed;
    QStringList features; ///< features that serve it

    friend bool operator==(const Goal&, const Goal&) = default;
    static constexpr Entity entity = Entity::Goal;
    template <class T = Goal>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("group_id", &T::group), field("outcome", &T::outcome, Trait::Searchable | Trait::Key),
                       field("short_name", &T::shortName), field("category", &T::category, Trait::Canonical),
                       field("measure", &T::measure), field("unit", &T::unit), field("baseline", &T::baseline),
                       field("target", &T::target), field("current", &T::current),
                       field("agreed_on", &T::agreedOn, Trait::Happened), field("due", &T::due),
                       field("status", &T::status, Trait::Canonical | Trait::History | Trait::Outcome),
                       field("met_on", &T::metOn, Trait::Outcome), field("value", &T::value),
                       field("currency", &T::currency), field("vendor_goal", &T::vendorGoal),
                       field("priority", &T::priority), field("last_reviewed", &T::lastReviewed),
                       field("features", &T::features)});
    }
};

struct Milestone : AccountRecord
{
    QString kind; ///< id of content 4.4
    GoalId goal;
    QString name;
    QDate planned;
    QDate reached;
    ContactId saidBy;
    QString saidSource;
    QString knownBy; ///< fact, person
    std::optional<bool> required;

    friend bool operator==(const Milestone&, const Milestone&) = default;
    static constexpr Entity entity = Entity::Milestone;
    template <class T = Milestone>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &T::kind, Trait::Key | Trait::Canonical),
                                         field("goal_id", &T::goal, Trait::Key), field("name", &T::name),
                                         field("planned", &T::planned), field("reached", &T::reached, Trait::Outcome),
                                         field("said_by_id", &T::saidBy), field("said_source", &T::saidSource),
                                         field("known_by", &T::knownBy, Trait::Canonical),
                                         field("required", &T::required)});
    }
};

struct Risk : AccountRecord
{
    QString kind;
    QString severity; ///< low, medium, high, critical
    QDate opened;
    QString text;
    QString mitigation;
    PersonId owner;
    QDate due;
    QDate closed;
    QString outcome;

    friend bool operator==(const Risk&, const Risk&) = default;
    static constexpr Entity entity = Entity::Risk;
    template <class T = Risk>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &T::kind, Trait::Canonical),
                                         field("severity", &T::severity, Trait::Canonical | Trait::History),
                                         field("opened", &T::opened, Trait::Happened),
                                         field("text", &T::text, Trait::Searchable),
                                         field("mitigation", &T::mitigation), field("owner_id", &T::owner),
                                         field("due", &T::due), field("closed", &T::closed, Trait::Outcome),
                                         field("outcome", &T::outcome, Trait::Outcome | Trait::Canonical)});
    }
};

struct Escalation : AccountRecord
{
    QString subject;
    TicketId ticket;
    QDate opened;
    QString businessEffect;
    PersonId owner;
    QDate nextUpdateDue;
    QDate causeToldOn;
    QDate closed;
    std::optional<double> satisfactionBefore;
    std::optional<double> satisfactionAfter;

    friend bool operator==(const Escalation&, const Escalation&) = default;
    static constexpr Entity entity = Entity::Escalation;
    template <class T = Escalation>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("subject", &T::subject, Trait::Searchable),
                                         field("ticket_id", &T::ticket), field("opened", &T::opened, Trait::Happened),
                                         field("business_effect", &T::businessEffect), field("owner_id", &T::owner),
                                         field("next_update_due", &T::nextUpdateDue),
                                         field("cause_told_on", &T::causeToldOn, Trait::Outcome),
                                         field("closed", &T::closed, Trait::Outcome),
                                         field("satisfaction_before", &T::satisfactionBefore),
                                         field("satisfaction_after", &T::satisfactionAfter)});
    }
};

/// A result in money or another unit; confirmed by a named person or estimated.
struct Value : AccountRecord
{
    QDate day;
    QString text;
    std::optional<Minor> amount;
    Currency currency;
    std::optional<double> number;
    QString unit;
    GoalId goal;
    ContactId confirmedBy;
    QString method; ///< how it was estimated
    QStringList usedIn;

    friend bool operator==(const Value&, const Value&) = default;
    static constexpr Entity entity = Entity::Value;
    template <class T = Value>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("day", &T::day, Trait::Happened | Trait::Key), field("text", &T::text, Trait::Searchable),
                       field("amount", &T::amount), field("currency", &T::currency), field("number", &T::number),
                       field("unit", &T::unit), field("goal_id", &T::goal), field("confirmed_by_id", &T::confirmedBy),
                       field("method", &T::method), field("used_in", &T::usedIn)});
    }
};

struct PlanFigure : AccountRecord
{
    QDate quarter; ///< its first day
    QString line;
    std::optional<Minor> amount;
    Currency currency;
    QDate recordedOn;

    friend bool operator==(const PlanFigure&, const PlanFigure&) = default;
    static constexpr Entity entity = Entity::PlanFigure;
    template <class T = PlanFigure>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("quarter", &T::quarter, Trait::Key), field("line", &T::line, Trait::Key),
                                         field("amount", &T::amount), field("currency", &T::currency),
                                         field("recorded_on", &T::recordedOn, Trait::Happened)});
    }
};

/// A figure frozen on a day with its definition.
struct Baseline : AccountRecord
{
    QString metric;
    QString scope;
    QDate day;
    std::optional<double> number;
    std::optional<Minor> amount;
    Currency currency;
    QString definition;
    std::optional<qint64> version;

    friend bool operator==(const Baseline&, const Baseline&) = default;
    static constexpr Entity entity = Entity::Baseline;
    template <class T = Baseline>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("metric", &T::metric, Trait::Key), field("scope", &T::scope, Trait::Key),
                                         field("day", &T::day, Trait::Happened | Trait::Key),
                                         field("number", &T::number), field("amount", &T::amount),
                                         field("currency", &T::currency), field("definition", &T::definition),
                                         field("version", &T::version)});
    }
};

struct FeatureNote : AccountRecord
{
    QString feature;
    QString wanted; ///< wanted, not_wanted, later
    QString why;
    QDate day;
    QDate reviewOn;

    friend bool operator==(const FeatureNote&, const FeatureNote&) = default;
    static constexpr Entity entity = Entity::FeatureNote;
    template <class T = FeatureNote>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("feature", &T::feature, Trait::Key),
                                         field("wanted", &T::wanted, Trait::Canonical), field("why", &T::why),
                                         field("day", &T::day, Trait::Happened), field("review_on", &T::reviewOn)});
    }
};

/// Low use is expected from from to to, both included.
struct QuietPeriod : AccountRecord
{
    QDate from;
    QDate to;
    QString why;

    friend bool operator==(const QuietPeriod&, const QuietPeriod&) = default;
    static constexpr Entity entity = Entity::QuietPeriod;
    template <class T = QuietPeriod>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(), std::tuple{field("from", &T::from, Trait::Key),
                                                                  field("to", &T::to), field("why", &T::why)});
    }
};

struct AccountEvent : AccountRecord
{
    QString kind; ///< merger, reorganisation, layoffs, budget_freeze, new_leadership, award ...
    QDate day;
    QString note;

    friend bool operator==(const AccountEvent&, const AccountEvent&) = default;
    static constexpr Entity entity = Entity::AccountEvent;
    template <class T = AccountEvent>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &T::kind, Trait::Key | Trait::Canonical),
                                         field("day", &T::day, Trait::Happened | Trait::Key),
                                         field("note", &T::note, Trait::Searchable)});
    }
};

/// A band set by a person, with reason and end.
struct Override : AccountRecord
{
    QDate from;
    QString band; ///< green, yellow, red
    QString reason;
    QString note;
    QDate until;
    PersonId by;

    friend bool operator==(const Override&, const Override&) = default;
    static constexpr Entity entity = Entity::Override;
    template <class T = Override>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("from", &T::from, Trait::Happened | Trait::Key),
                                         field("band", &T::band, Trait::Canonical),
                                         field("reason", &T::reason, Trait::Canonical), field("note", &T::note),
                                         field("until", &T::until), field("by_id", &T::by)});
    }
};

/// The CSM's own rating.
struct Pulse : AccountRecord
{
    QDate day;
    std::optional<qint64> rating; ///< 1-6
    QStringList reasons;
    QString note;
    PersonId by;

    friend bool operator==(const Pulse&, const Pulse&) = default;
    static constexpr Entity entity = Entity::Pulse;
    template <class T = Pulse>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("day", &T::day, Trait::Happened | Trait::Key),
                                         field("rating", &T::rating), field("reasons", &T::reasons),
                                         field("note", &T::note), field("by_id", &T::by)});
    }
};

struct Advocacy : AccountRecord
{
    QString kind; ///< reference, case_study, review, testimonial, referral, speaker
    ContactId contact;
    QDate day;
    QString status;
    ContactId consentBy;
    QDate consentOn;
    QDate consentUntil;
    QDate withdrawnOn;
    GoalId goal;
    QString storyGoal;
    QString storyHow;
    QString storyResult;
    QStringList usedOn;

    friend bool operator==(const Advocacy&, const Advocacy&) = default;
    static constexpr Entity entity = Entity::Advocacy;
    template <class T = Advocacy>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("kind", &T::kind, Trait::Canonical), field("contact_id", &T::contact),
                       field("day", &T::day, Trait::Happened), field("status", &T::status, Trait::Canonical),
                       field("consent_by_id", &T::consentBy), field("consent_on", &T::consentOn, Trait::Outcome),
                       field("consent_until", &T::consentUntil), field("withdrawn_on", &T::withdrawnOn, Trait::Outcome),
                       field("goal_id", &T::goal), field("story_goal", &T::storyGoal),
                       field("story_how", &T::storyHow, Trait::Searchable), field("story_result", &T::storyResult),
                       field("used_on", &T::usedOn)});
    }
};

} // namespace steward
