// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/filter/field.h"
#include "core/portfolio/exchange_rates.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/portfolio.h"
#include "core/portfolio/standing.h"

namespace steward::query {

/// An account as lists show, filter, sort and export it on a day. Unknown stays unknown: empty, invalid or none.
struct AccountLine
{
    const AccountFacts* facts = nullptr; ///< of the portfolio it was made from
    QString key;                         ///< its first outside key
    QString csm;
    QString stage;
    QString segment;
    AccountStanding standing = AccountStanding::Unknown;
    std::optional<Mrr> mrr;        ///< none: nothing recurring, or no rate to bring its currencies together
    Currency currency;             ///< of mrr
    std::optional<Mrr> comparable; ///< mrr in the book's currency, for sorting and filtering across currencies
    QDate renewal; ///< next end of an agreed term from the day on; one that has passed only where there is no other
    std::optional<double> nps;   ///< of the latest answer of each contact in 365 days, -100 to 100
    QDate lastTouch;             ///< newest two-way touch
    std::optional<qint64> seats; ///< bought, of all paid subscriptions in force
    // Of the score; none and empty until addScores() of core/query/scores.h
    std::optional<double> health;   ///< 0 to 100, after caps; none: too little is known
    QString band;                   ///< also one that a person set; empty: unknown
    std::optional<double> coverage; ///< share of the score's weight that is known, 0 to 1
    std::optional<double> seatUse;  ///< share of the seats that is used, 1: all of them
};

/// Recurring revenue of an account in the book's currency; none: nothing recurring, or no rate for a part of it.
[[nodiscard]] std::optional<Mrr> comparableMrr(const AccountFacts& facts, const BookFacts& book,
                                               const ExchangeRates& rates, QDate day);

/// Facts as of the day. In id order, or as the portfolio has them.
[[nodiscard]] std::vector<AccountLine> accountLines(const Portfolio& portfolio, QDate day, const Grouping& grouping);

/// The columns of accounts, the custom fields of the book behind them. The order gives the index of valueOf().
[[nodiscard]] std::vector<filter::Field> accountFields(const Portfolio& portfolio);
/// How many of them every book has: the first of its custom fields stands there.
[[nodiscard]] std::size_t fixedAccountFields();
[[nodiscard]] filter::Value valueOf(const AccountLine& line, std::span<const filter::Field> fields, std::size_t index);

/// Keeps the lines a filter text accepts. Errors of the filter language, see core/filter/predicate.h.
[[nodiscard]] Result<std::vector<AccountLine>> filtered(std::vector<AccountLine> lines, const QString& filter,
                                                        std::span<const filter::Field> fields, QDate day,
                                                        int fiscalStart);

/// Sorts by "arr", "-arr" (descending) or several, "csm,-arr". Unknown values come last either way; ties keep their
/// order. ErrorKind::Usage names a field that is none.
[[nodiscard]] Status sortBy(std::vector<AccountLine>& lines, const QString& order,
                            std::span<const filter::Field> fields);

} // namespace steward::query
