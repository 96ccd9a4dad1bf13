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
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &Account::name, Trait::Key | Trait::Searchable),
                                         field("domain", &Account::domain, Trait::Key),
                                         field("parent_id", &Account::parent),
                                         field("group_name", &Account::groupName),
                                         field("industry", &Account::industry),
                                         field("region", &Account::region),
                                         field("country", &Account::country),
                                         field("tier", &Account::tier, Trait::History),
                                         field("segment", &Account::segment, Trait::History),
                                         field("segment_reason", &Account::segmentReason),
                                         field("stage", &Account::stage, Trait::History),
                                         field("status", &Account::status, Trait::History | Trait::Outcome),
                                         field("csm_id", &Account::csm, Trait::History),
                                         field("employees", &Account::employees),
                                         field("customer_since", &Account::customerSince),
                                         field("churned_on", &Account::churnedOn, Trait::Outcome),
                                         field("churn_reason", &Account::churnReason, Trait::Outcome),
                                         field("currency", &Account::currency),
                                         field("renewal_date", &Account::renewalDate, Trait::History),
                                         field("tags", &Account::tags, Trait::Searchable),
                                         field("working_week", &Account::workingWeek),
                                         field("story", &Account::story),
                                         field("market_notes", &Account::marketNotes, Trait::Searchable)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("day", &StageMove::day, Trait::Happened | Trait::Key),
                                         field("from_stage", &StageMove::fromStage),
                                         field("to_stage", &StageMove::toStage, Trait::Key),
                                         field("why", &StageMove::why), field("by_id", &StageMove::by)});
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
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("role", &Assignment::role, Trait::Key | Trait::Canonical),
                                         field("person_id", &Assignment::person, Trait::Key),
                                         field("from", &Assignment::from, Trait::Happened | Trait::Key),
                                         field("to", &Assignment::to, Trait::Outcome), field("why", &Assignment::why),
                                         field("handover", &Assignment::handover),
                                         field("read_on", &Assignment::readOn, Trait::Outcome)});
    }
};

} // namespace steward
