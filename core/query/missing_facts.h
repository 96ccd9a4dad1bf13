// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date_parser.h"
#include "core/book/edit.h"
#include "core/query/gaps.h"

/// Facts that a CSM knows and a book may lack: for how many accounts, what it is worth to know them, and writing what
/// is typed.
namespace steward::query {

enum class Fact
{
    RenewalDate,
    Sponsor, ///< of the customer: a name, or "Name <address>"
    Goal,    ///< in the customer's words
    Seats,
    NoticeBy,
    Csm,
    Count
};

/// The accounts that lack one of them, most recurring revenue first.
struct MissingFact
{
    Fact fact = Fact::Count;
    std::vector<AccountId> accounts;
    int asked = 0;         ///< accounts that should have it
    Mrr value;             ///< of the accounts that lack it, in the book's currency
    Mrr allValue;          ///< of those that should have it
    int firstFew = 0;      ///< so many of the accounts ...
    double firstShare = 0; ///< ... make up this share of allValue, 0 to 1
    double gain = 0; ///< share of the scores' weight that would become known, by value; 0: no score reads it, or enough
                     ///< other accounts have it
};

/// Of accounts that are no former customers, prospects or trials; facts that no account lacks are left out. data: of
/// the same day. Most worth first: by the share of value that lacks it, those that scores read before the others.
[[nodiscard]] std::vector<MissingFact> missingFacts(std::span<const AccountLine> lines, const BookFacts& book,
                                                    std::span<const DataGap> data, QDate day);
/// What the account has on the day, for showing; empty: nothing.
[[nodiscard]] QString factText(Fact fact, const AccountFacts& facts, const BookFacts& book, QDate day,
                               const std::function<QString(QDate)>& dayText);

using FactValue = std::variant<QDate, qint64, QString>;
/// Errors "cell.not-a-date", "cell.not-a-number", "cell.no-contract" (seats and notice belong to one), "cell.empty".
[[nodiscard]] Result<FactValue> readFact(Fact fact, const QString& typed, DateOrder order, const AccountFacts& facts,
                                         const BookFacts& book, QDate day);

struct FactChange
{
    Fact fact = Fact::Count;
    AccountId account;
    FactValue value;
};
/// Who answers for the result at the customer's on the day; nullptr: nobody is named.
[[nodiscard]] const Contact* sponsorOf(const AccountFacts& facts, QDate day);

/// A sponsor, a CSM who is not known yet is made; who was the sponsor is it no more, and for an empty name nobody is.
/// facts: of before the edit.
[[nodiscard]] Status writeFacts(book::Edit& edit, std::span<const FactChange> changes, const Portfolio& facts,
                                QDate day);

} // namespace steward::query
