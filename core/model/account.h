// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// The account and how it moves.
namespace steward {

/// A customer firm, or one that may become one. Fields with a history hold the latest value.
struct Account : Record
{
    QString name;
    QString domain;
    AccountId parent;
    QString groupName; ///< parent firm as text where the parent is no account
    QString industry;
    QString region;
    QString country;
    QString tier;    ///< plan or tier as the source names it
    QString segment; ///< set by hand; else the segments' rules decide
    QString segmentReason;
    QString stage;
    QString status; ///< of the source, as written: prospect, customer, trial ...
    PersonId csm;
    std::optional<qint64> employees;
    QDate customerSince;
    QDate churnedOn; ///< first day no longer a customer
    QString churnReason;
    Currency currency;
    QDate renewalDate; ///< where no subscription says it
    QStringList tags;
    QStringList workingWeek; ///< mon..sun; empty: Monday to Friday
    QString story;           ///< sample book only: which story the account tells
    QString marketNotes;

    friend bool operator==(const Account&, const Account&) = default;
    static constexpr Entity entity = Entity::Account;
    template <class T = Account>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(), std::tuple{field("name", &T::name, Trait::Key | Trait::Searchable),
                                                           field("domain", &T::domain, Trait::Key),
                                                           field("parent_id", &T::parent),
                                                           field("group_name", &T::groupName),
                                                           field("industry", &T::industry),
                                                           field("region", &T::region),
                                                           field("country", &T::country),
                                                           field("tier", &T::tier, Trait::History),
                                                           field("segment", &T::segment, Trait::History),
                                                           field("segment_reason", &T::segmentReason),
                                                           field("stage", &T::stage, Trait::History),
                                                           field("status", &T::status, Trait::History | Trait::Outcome),
                                                           field("csm_id", &T::csm, Trait::History),
                                                           field("employees", &T::employees),
                                                           field("customer_since", &T::customerSince),
                                                           field("churned_on", &T::churnedOn, Trait::Outcome),
                                                           field("churn_reason", &T::churnReason, Trait::Outcome),
                                                           field("currency", &T::currency),
                                                           field("renewal_date", &T::renewalDate, Trait::History),
                                                           field("tags", &T::tags, Trait::Searchable),
                                                           field("working_week", &T::workingWeek),
                                                           field("story", &T::story),
                                                           field("market_notes", &T::marketNotes, Trait::Searchable)});
    }
};

struct StageMove : AccountRecord
{
    QDate day;
    QString fromStage;
    QString toStage;
    QString why;
    PersonId by;

    friend bool operator==(const StageMove&, const StageMove&) = default;
    static constexpr Entity entity = Entity::StageMove;
    template <class T = StageMove>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(), std::tuple{field("day", &T::day, Trait::Happened | Trait::Key),
                                                                  field("from_stage", &T::fromStage, Trait::Key),
                                                                  field("to_stage", &T::toStage, Trait::Key),
                                                                  field("why", &T::why), field("by_id", &T::by)});
    }
};

/// Who of us holds which role for an account, dated.
struct Assignment : AccountRecord
{
    QString role; ///< csm, backup, executive_sponsor, sales, onboarding
    PersonId person;
    QDate from;
    QDate to;
    QString why;
    Json handover; ///< why they bought, promises, not sold, decider, opponents, price reason
    QDate readOn;

    friend bool operator==(const Assignment&, const Assignment&) = default;
    static constexpr Entity entity = Entity::Assignment;
    template <class T = Assignment>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("role", &T::role, Trait::Key | Trait::Canonical), field("person_id", &T::person, Trait::Key),
                field("from", &T::from, Trait::Happened | Trait::Key), field("to", &T::to, Trait::Outcome),
                field("why", &T::why), field("handover", &T::handover), field("read_on", &T::readOn, Trait::Outcome)});
    }
};

} // namespace steward
