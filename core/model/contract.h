// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// What they pay for, what was billed, what was lost.
namespace steward {

/// amount is for one billing period, net of nothing; discount is taken off it.
struct Subscription : AccountRecord
{
    QString product;
    PlanId plan;
    std::optional<qint64> seats;
    std::optional<Minor> amount;
    Currency currency;
    QString billingPeriod;            ///< month, quarter, half_year, year, multi_year, one_off
    std::optional<qint64> termMonths; ///< length of the billing period when it is multi_year
    QDate start;
    QDate endedOn;     ///< first day no longer in force
    QDate renewalDate; ///< end of the agreed term: planned
    QDate noticeBy;    ///< last day to give notice: planned
    QDate noticeGivenOn;
    QDate commitmentUntil;
    std::optional<bool> autoRenew;
    std::optional<bool> trial;
    std::optional<bool> perpetual;
    QString status;
    std::optional<Minor> discountAmount;
    std::optional<double> discountPercent; ///< 0-100
    QString priceRule;                     ///< at renewal
    QString orderNumber;
    std::optional<bool> needsOrderNumber;
    std::vector<AccountId> servesAccounts; ///< a parent's contract for its children
    SubscriptionId replacedBy;             ///< closed by an upgrade: not a loss

    friend bool operator==(const Subscription&, const Subscription&) = default;
    static constexpr Entity entity = Entity::Subscription;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("product", &Subscription::product),
                                         field("plan_id", &Subscription::plan),
                                         field("seats", &Subscription::seats),
                                         field("amount", &Subscription::amount),
                                         field("currency", &Subscription::currency),
                                         field("billing_period", &Subscription::billingPeriod, Trait::Canonical),
                                         field("term_months", &Subscription::termMonths),
                                         field("start", &Subscription::start, Trait::Happened),
                                         field("ended_on", &Subscription::endedOn, Trait::Outcome),
                                         field("renewal_date", &Subscription::renewalDate, Trait::History),
                                         field("notice_by", &Subscription::noticeBy),
                                         field("notice_given_on", &Subscription::noticeGivenOn, Trait::Outcome),
                                         field("commitment_until", &Subscription::commitmentUntil),
                                         field("auto_renew", &Subscription::autoRenew),
                                         field("trial", &Subscription::trial),
                                         field("perpetual", &Subscription::perpetual),
                                         field("status", &Subscription::status, Trait::History | Trait::Outcome),
                                         field("discount_amount", &Subscription::discountAmount),
                                         field("discount_percent", &Subscription::discountPercent),
                                         field("price_rule", &Subscription::priceRule),
                                         field("order_number", &Subscription::orderNumber),
                                         field("needs_order_number", &Subscription::needsOrderNumber),
                                         field("serves_account_ids", &Subscription::servesAccounts),
                                         field("replaced_by_id", &Subscription::replacedBy)});
    }
};

/// From that day on the subscription has these seats and this amount.
struct SubscriptionPhase : AccountRecord
{
    SubscriptionId subscription;
    QDate from;
    std::optional<qint64> seats;
    std::optional<Minor> amount;
    Currency currency;

    friend bool operator==(const SubscriptionPhase&, const SubscriptionPhase&) = default;
    static constexpr Entity entity = Entity::SubscriptionPhase;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("subscription_id", &SubscriptionPhase::subscription, Trait::Key),
                                         field("from", &SubscriptionPhase::from, Trait::Happened | Trait::Key),
                                         field("seats", &SubscriptionPhase::seats),
                                         field("amount", &SubscriptionPhase::amount),
                                         field("currency", &SubscriptionPhase::currency)});
    }
};

struct PaymentMethod : AccountRecord
{
    QString kind;      ///< card, transfer, direct_debit, other
    QDate cardExpires; ///< last day it is good: planned
    QDate from;
    QDate replacedOn;

    friend bool operator==(const PaymentMethod&, const PaymentMethod&) = default;
    static constexpr Entity entity = Entity::PaymentMethod;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("kind", &PaymentMethod::kind, Trait::Canonical),
                                         field("card_expires", &PaymentMethod::cardExpires),
                                         field("from", &PaymentMethod::from, Trait::Happened),
                                         field("replaced_on", &PaymentMethod::replacedOn, Trait::Outcome)});
    }
};

struct Invoice : AccountRecord
{
    QString number;
    QDate issued;
    QDate due;
    QDate paidOn;
    std::optional<Minor> amount; ///< negative: credit note
    Currency currency;
    QString status;
    QString method;
    SubscriptionId subscription;

    friend bool operator==(const Invoice&, const Invoice&) = default;
    static constexpr Entity entity = Entity::Invoice;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("number", &Invoice::number, Trait::Key), field("issued", &Invoice::issued, Trait::Happened),
                field("due", &Invoice::due), field("paid_on", &Invoice::paidOn, Trait::Outcome),
                field("amount", &Invoice::amount), field("currency", &Invoice::currency),
                field("status", &Invoice::status, Trait::History | Trait::Outcome),
                field("method", &Invoice::method, Trait::Canonical), field("subscription_id", &Invoice::subscription)});
    }
};

/// An MRR movement as a finance tool lists it; signed by its kind.
struct Movement : AccountRecord
{
    QDate month;                 ///< first of the month
    QString kind;                ///< new, expansion, contraction, churn, reactivation
    std::optional<Minor> amount; ///< positive adds, negative takes away
    Currency currency;

    friend bool operator==(const Movement&, const Movement&) = default;
    static constexpr Entity entity = Entity::Movement;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("month", &Movement::month, Trait::Happened | Trait::Key),
                                         field("kind", &Movement::kind, Trait::Key | Trait::Canonical),
                                         field("amount", &Movement::amount), field("currency", &Movement::currency)});
    }
};

/// MRR of an account at the end of a month as another tool counted it.
struct Snapshot : AccountRecord
{
    QDate month; ///< first of the month
    std::optional<Minor> amount;
    Currency currency;

    friend bool operator==(const Snapshot&, const Snapshot&) = default;
    static constexpr Entity entity = Entity::Snapshot;
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("month", &Snapshot::month, Trait::Happened | Trait::Key),
                                         field("amount", &Snapshot::amount), field("currency", &Snapshot::currency)});
    }
};

struct Churn : AccountRecord
{
    QDate day;
    QString reason; ///< id of the word list, or as written
    QString reason2;
    QString reason3;
    QString words;         ///< theirs
    QString couldHaveKept; ///< yes, no, perhaps
    std::optional<Minor> refund;
    Currency currency;
    std::optional<bool> reactivated; ///< came back
    SubscriptionId subscription;

    friend bool operator==(const Churn&, const Churn&) = default;
    static constexpr Entity entity = Entity::Churn;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("day", &Churn::day, Trait::Happened | Trait::Key), field("reason", &Churn::reason),
                       field("reason_2", &Churn::reason2), field("reason_3", &Churn::reason3),
                       field("words", &Churn::words, Trait::Searchable),
                       field("could_have_kept", &Churn::couldHaveKept, Trait::Canonical),
                       field("refund", &Churn::refund), field("currency", &Churn::currency),
                       field("reactivated", &Churn::reactivated), field("subscription_id", &Churn::subscription)});
    }
};

struct Opportunity : AccountRecord
{
    QString name;
    QString kind; ///< renewal, expansion, cross_sell, new
    std::optional<Minor> amount;
    Currency currency;
    QString stage;
    std::optional<double> probability; ///< 0-1
    QDate created;
    QDate closeDate; ///< planned while open
    QDate closedOn;
    std::optional<bool> won;
    GoalId outcomeGoal; ///< the customer outcome it serves
    QString csmCall;
    PersonId owner;
    QString product;
    QString reason;

    friend bool operator==(const Opportunity&, const Opportunity&) = default;
    static constexpr Entity entity = Entity::Opportunity;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{
                field("name", &Opportunity::name, Trait::Searchable),
                field("kind", &Opportunity::kind, Trait::Canonical), field("amount", &Opportunity::amount),
                field("currency", &Opportunity::currency),
                field("stage", &Opportunity::stage, Trait::History | Trait::Outcome),
                field("probability", &Opportunity::probability),
                field("created", &Opportunity::created, Trait::Happened), field("close_date", &Opportunity::closeDate),
                field("closed_on", &Opportunity::closedOn, Trait::Outcome),
                field("won", &Opportunity::won, Trait::Outcome), field("outcome_goal_id", &Opportunity::outcomeGoal),
                field("csm_call", &Opportunity::csmCall, Trait::Canonical), field("owner_id", &Opportunity::owner),
                field("product", &Opportunity::product), field("reason", &Opportunity::reason, Trait::Outcome)});
    }
};

/// What one of us expects of a renewal. Never overwritten.
struct RenewalCall : AccountRecord
{
    QDate cycle; ///< renewal date it speaks about
    QDate day;
    PersonId by;
    QString checkpoint; ///< 180, 90, other
    QString call;       ///< commit, likely, likely_with_conditions, watch, at_risk, lost
    std::optional<Minor> amount;
    Currency currency;
    QString reason;

    friend bool operator==(const RenewalCall&, const RenewalCall&) = default;
    static constexpr Entity entity = Entity::RenewalCall;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("cycle", &RenewalCall::cycle, Trait::Key),
                       field("day", &RenewalCall::day, Trait::Happened | Trait::Key), field("by_id", &RenewalCall::by),
                       field("checkpoint", &RenewalCall::checkpoint, Trait::Canonical),
                       field("call", &RenewalCall::call, Trait::Canonical), field("amount", &RenewalCall::amount),
                       field("currency", &RenewalCall::currency), field("reason", &RenewalCall::reason)});
    }
};

} // namespace steward
