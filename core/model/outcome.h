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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("group_id", &Goal::group),
                       field("outcome", &Goal::outcome, Trait::Searchable | Trait::Key),
                       field("short_name", &Goal::shortName), field("category", &Goal::category, Trait::Canonical),
                       field("measure", &Goal::measure), field("unit", &Goal::unit), field("baseline", &Goal::baseline),
                       field("target", &Goal::target), field("current", &Goal::current),
                       field("agreed_on", &Goal::agreedOn, Trait::Happened), field("due", &Goal::due),
                       field("status", &Goal::status, Trait::Canonical | Trait::History | Trait::Outcome),
                       field("met_on", &Goal::metOn, Trait::Outcome), field("value", &Goal::value),
                       field("currency", &Goal::currency), field("vendor_goal", &Goal::vendorGoal),
                       field("priority", &Goal::priority), field("last_reviewed", &Goal::lastReviewed),
                       field("features", &Goal::features)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("kind", &Milestone::kind, Trait::Key | Trait::Canonical),
                       field("goal_id", &Milestone::goal, Trait::Key), field("name", &Milestone::name),
                       field("planned", &Milestone::planned), field("reached", &Milestone::reached, Trait::Outcome),
                       field("said_by_id", &Milestone::saidBy), field("said_source", &Milestone::saidSource),
                       field("known_by", &Milestone::knownBy, Trait::Canonical),
                       field("required", &Milestone::required)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &Risk::kind, Trait::Canonical),
                                         field("severity", &Risk::severity, Trait::Canonical | Trait::History),
                                         field("opened", &Risk::opened, Trait::Happened),
                                         field("text", &Risk::text, Trait::Searchable),
                                         field("mitigation", &Risk::mitigation), field("owner_id", &Risk::owner),
                                         field("due", &Risk::due), field("closed", &Risk::closed, Trait::Outcome),
                                         field("outcome", &Risk::outcome, Trait::Outcome | Trait::Canonical)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("subject", &Escalation::subject, Trait::Searchable),
                       field("ticket_id", &Escalation::ticket), field("opened", &Escalation::opened, Trait::Happened),
                       field("business_effect", &Escalation::businessEffect), field("owner_id", &Escalation::owner),
                       field("next_update_due", &Escalation::nextUpdateDue),
                       field("cause_told_on", &Escalation::causeToldOn, Trait::Outcome),
                       field("closed", &Escalation::closed, Trait::Outcome),
                       field("satisfaction_before", &Escalation::satisfactionBefore),
                       field("satisfaction_after", &Escalation::satisfactionAfter)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("day", &Value::day, Trait::Happened | Trait::Key),
                                         field("text", &Value::text, Trait::Searchable),
                                         field("amount", &Value::amount), field("currency", &Value::currency),
                                         field("number", &Value::number), field("unit", &Value::unit),
                                         field("goal_id", &Value::goal), field("confirmed_by_id", &Value::confirmedBy),
                                         field("method", &Value::method), field("used_in", &Value::usedIn)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("quarter", &PlanFigure::quarter, Trait::Key),
                                         field("line", &PlanFigure::line, Trait::Key),
                                         field("amount", &PlanFigure::amount), field("currency", &PlanFigure::currency),
                                         field("recorded_on", &PlanFigure::recordedOn, Trait::Happened)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("metric", &Baseline::metric, Trait::Key), field("scope", &Baseline::scope, Trait::Key),
                       field("day", &Baseline::day, Trait::Happened | Trait::Key), field("number", &Baseline::number),
                       field("amount", &Baseline::amount), field("currency", &Baseline::currency),
                       field("definition", &Baseline::definition), field("version", &Baseline::version)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("feature", &FeatureNote::feature, Trait::Key),
                       field("wanted", &FeatureNote::wanted, Trait::Canonical), field("why", &FeatureNote::why),
                       field("day", &FeatureNote::day, Trait::Happened), field("review_on", &FeatureNote::reviewOn)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("from", &QuietPeriod::from, Trait::Key), field("to", &QuietPeriod::to),
                                         field("why", &QuietPeriod::why)});
    }
};

struct AccountEvent : AccountRecord
{
    QString kind; ///< merger, reorganisation, layoffs, budget_freeze, new_leadership, award ...
    QDate day;
    QString note;

    friend bool operator==(const AccountEvent&, const AccountEvent&) = default;
    static constexpr Entity entity = Entity::AccountEvent;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &AccountEvent::kind, Trait::Key | Trait::Canonical),
                                         field("day", &AccountEvent::day, Trait::Happened | Trait::Key),
                                         field("note", &AccountEvent::note, Trait::Searchable)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("from", &Override::from, Trait::Happened | Trait::Key),
                                         field("band", &Override::band, Trait::Canonical),
                                         field("reason", &Override::reason, Trait::Canonical),
                                         field("note", &Override::note), field("until", &Override::until),
                                         field("by_id", &Override::by)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("day", &Pulse::day, Trait::Happened | Trait::Key),
                                         field("rating", &Pulse::rating), field("reasons", &Pulse::reasons),
                                         field("note", &Pulse::note), field("by_id", &Pulse::by)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("kind", &Advocacy::kind, Trait::Canonical), field("contact_id", &Advocacy::contact),
                field("day", &Advocacy::day, Trait::Happened), field("status", &Advocacy::status, Trait::Canonical),
                field("consent_by_id", &Advocacy::consentBy), field("consent_on", &Advocacy::consentOn, Trait::Outcome),
                field("consent_until", &Advocacy::consentUntil),
                field("withdrawn_on", &Advocacy::withdrawnOn, Trait::Outcome), field("goal_id", &Advocacy::goal),
                field("story_goal", &Advocacy::storyGoal), field("story_how", &Advocacy::storyHow, Trait::Searchable),
                field("story_result", &Advocacy::storyResult), field("used_on", &Advocacy::usedOn)});
    }
};

} // namespace steward
