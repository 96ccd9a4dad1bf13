// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"
#include "core/portfolio/portfolio.h"
#include "core/portfolio/subscription_mrr.h"

namespace steward::revenue {

/// Months of a term, the end being its first day no longer in it: whole months plus one for 15 days or more that are
/// left; at least 1 (1 Jan to 20 Mar: 3, to 10 Mar: 2, ten days: 1). none: no dates, or the end not after the start.
[[nodiscard]] std::optional<int> termMonths(QDate start, QDate end);

/// What so many months bring, in minor units, rounded once.
[[nodiscard]] qint64 termAmount(Mrr mrr, int months);

enum class RenewalBucket
{
    Due,    ///< on the day asked about or later
    Passed, ///< before it, and the subscription still runs: nobody recorded what came of it
    Missing ///< no renewal date is known
};

/// What is to be renewed of one account on one date in one currency.
struct Renewal
{
    AccountId account;
    QDate cycle; ///< the renewal date; invalid when missing
    RenewalBucket bucket = RenewalBucket::Due;
    std::optional<qint64> daysLeft; ///< negative when passed
    QDate noticeBy;                 ///< the earliest of its subscriptions
    bool noticeGiven = false;
    int months = 12; ///< of the term the amount is for
    Money amount;    ///< recurring amount of the term
    /// "renewal.amount.term": the term since start or last renewal, at most a year unless the subscription names a
    /// longer one; "renewal.amount.year": that term is longer or unknown, so a year is counted.
    Code method;
    int checkpoint = 0;        ///< 180, 90, or 0: more than 180 days left, passed or missing
    QString csmCall;           ///< the newest renewal call of this cycle; empty: none made
    bool isCallAllowed = true; ///< false: at 90 days the call is still "watch" or "likely"
    struct Moved
    {
        QDate since;
        QString from;
        QString to;
        QString why;
        friend bool operator==(const Moved&, const Moved&) = default;
    };
    std::optional<Moved> moved;        ///< the last time the call changed
    std::optional<QString> scoreCall;  ///< given by the score, not here
    std::optional<double> probability; ///< given by the caller, not here
    std::vector<RecordRef> records;    ///< subscriptions, renewal calls
};

/// "watch" and "likely" are calls for 180 days; at 90 it is commit, likely_with_conditions, at_risk or lost.
[[nodiscard]] bool isCallAllowedAt(int checkpoint, const QString& call);

/// The renewals of subscriptions in force on the day, by bucket, then date, then account. within: days ahead that are
/// due (none: all); passed and missing ones are always listed. The portfolio is the one as of the day.
[[nodiscard]] std::vector<Renewal> renewals(const Portfolio& portfolio, QDate day, std::optional<int> within = {});
[[nodiscard]] std::vector<Renewal> renewalsOf(const AccountFacts& facts, const BookFacts& book, QDate day);

} // namespace steward::revenue
