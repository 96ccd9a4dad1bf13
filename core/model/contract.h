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
    template <class T = Subscription>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("product", &T::product),
                                         field("plan_id", &T::plan),
                                         field("seats", &T::seats),
                                         field("amount", &T::amount),
                                         field("currency", &T::currency),
                                         field("billing_period", &T::billingPeriod, Trait::Canonical),
                                         field("term_months", &T::termMonths),
                                         field("start", &T::start, Trait::Happened),
                                         field("ended_on", &T::endedOn, Trait::Outcome),
                                         field("renewal_date", &T::renewalDate, Trait::History),
                                         field("notice_by", &T::noticeBy),
                                         field("notice_given_on", &T::noticeGivenOn, Trait::Outcome),
                                         field("commitment_until", &T::commitmentUntil),
                                         field("auto_renew", &T::autoRenew),
                                         field("trial", &T::trial),
                                         field("perpetual", &T::perpetual),
                                         field("status", &T::status, Trait::History | Trait::Outcome),
                                         field("discount_amount", &T::discountAmount),
                                         field("discount_percent", &T::discountPercent),
                                         field("price_rule", &T::priceRule),
                                         field("order_number", &T::orderNumber),
                                         field("needs_order_number", &T::needsOrderNumber),
                                         field("serves_account_ids", &T::servesAccounts),
                                         field("replaced_by_id", &T::replacedBy)});
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
    template <class T = SubscriptionPhase>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("subscription_id", &T::subscription, Trait::Key),
                                         field("from", &T::from, Trait::Happened | Trait::Key),
                                         field("seats", &T::seats), field("amount", &T::amount),
                                         field("currency", &T::currency)});
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
    template <class T = PaymentMethod>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("kind", &T::kind, Trait::Canonical), field("card_expires", &T::cardExpires),
                       field("from", &T::from, Trait::Happened), field("replaced_on", &T::replacedOn, Trait::Outcome)});
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
    template <class T = Invoice>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("number", &T::number, Trait::Key), field("issued", &T::issued, Trait::Happened),
                       field("due", &T::due), field("paid_on", &T::paidOn, Trait::Outcome), field("amount", &T::amount),
                       field("currency", &T::currency), field("status", &T::status, Trait::History | Trait::Outcome),
                       field("method", &T::method, Trait::Canonical), field("subscription_id", &T::subscription)});
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
    template <class T = Movement>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("month", &T::month, Trait::Happened | Trait::Key),
                                         field("kind", &T::kind, Trait::Key | Trait::Canonical),
                                         field("amount", &T::amount), field("currency", &T::currency)});
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
    template <class T = Snapshot>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("month", &T::month, Trait::Happened | Trait::Key),
                                         field("amount", &T::amount), field("currency", &T::currency)});
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
    template <class T = Churn>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("day", &T::day, Trait::Happened | Trait::Key),
                                         field("reason", &T::reason), field("reason_2", &T::reason2),
                                         field("reason_3", &T::reason3), field("words", &T::words, Trait::Searchable),
                                         field("could_have_kept", &T::couldHaveKept, Trait::Canonical),
                                         field("refund", &T::refund), field("currency", &T::currency),
                                         field("reactivated", &T::reactivated),
                                         field("subscription_id", &T::subscription)});
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
    template <class T = Opportunity>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            AccountRecord::fields(),
            std::tuple{field("name", &T::name, Trait::Searchable), field("kind", &T::kind, Trait::Canonical),
                       field("amount", &T::amount), field("currency", &T::currency),
                       field("stage", &T::stage, Trait::History | Trait::Outcome),
                       field("probability", &T::probability), field("created", &T::created, Trait::Happened),
                       field("close_date", &T::closeDate), field("closed_on", &T::closedOn, Trait::Outcome),
                       field("won", &T::won, Trait::Outcome), field("outcome_goal_id", &T::outcomeGoal),
                       field("csm_call", &T::csmCall, Trait::Canonical), field("owner_id", &T::owner),
                       field("product", &T::product), field("reason", &T::reason, Trait::Outcome)});
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
    template <class T = RenewalCall>
    static constexpr auto fields()
    {
        return std::tuple_cat(AccountRecord::fields(),
                              std::tuple{field("cycle", &T::cycle, Trait::Key),
                                         field("day", &T::day, Trait::Happened | Trait::Key), field("by_id", &T::by),
                                         field("checkpoint", &T::checkpoint, Trait::Canonical),
                                         field("call", &T::call, Trait::Canonical), field("amount", &T::amount),
                                         field("currency", &T::currency), field("reason", &T::reason)});
    }
};

} // namespace steward
