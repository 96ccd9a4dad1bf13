// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revenue/movements.h"

#include <map>

namespace steward::revenue {

/// Where a month's MRR is read from. What the book was told by another tool wins over what is computed.
enum class MonthSource
{
    Subscriptions,
    Movements,
    Snapshots,
    Unknown ///< nothing tells of it: the level before goes on, see RevenueRow::isKnown
};

/// The months looked at: column 0 is the month before the first that is asked about, or earlier where imported
/// movements have to be added up from their first month on.
struct Columns
{
    Month first;
    std::vector<MonthSource> sources; ///< one a month

    [[nodiscard]] std::size_t count() const { return sources.size(); }
    [[nodiscard]] Month month(std::size_t column) const { return first.plus(static_cast<int>(column)); }
    [[nodiscard]] std::size_t column(Month wanted) const
    {
        return static_cast<std::size_t>(wanted.index() - first.index());
    }
};
[[nodiscard]] Columns columnsOf(const Portfolio& portfolio, const Query& query);

/// An imported movement of one account.
struct ImportedMovement
{
    std::size_t column = 0;
    MovementKind kind = MovementKind::Added;
    Currency currency;
    Mrr amount; ///< with its sign
};

/// MRR of one account at the end of every month, by currency; column 0 is the level before the first month.
struct Levels
{
    struct OfCurrency
    {
        Currency currency;
        std::vector<Mrr> atEnd;
    };
    std::vector<OfCurrency> currencies;
    std::vector<ImportedMovement> imported;
    bool wasHeldBefore = false; ///< in some month before the first column

    [[nodiscard]] bool isEmpty() const { return currencies.empty() && imported.empty(); }
    [[nodiscard]] bool isHeld(std::size_t column) const;
};
[[nodiscard]] Levels levelsOf(const AccountFacts& facts, const BookFacts& book, const Columns& columns, MrrRule rule,
                              Cancellation cancellation, int graceDays);

/// An account whose MRR is known by imported movements or snapshots alone.
[[nodiscard]] bool isTold(const AccountFacts& facts);
/// What such an account brings a month on a day, by currency: the sum of its movements, else the snapshot of the month.
/// Empty where it is unknown: before the first of them, or in a month after all that the book was told.
[[nodiscard]] std::map<Currency, Mrr> toldMrrOn(const AccountFacts& facts, const BookFacts& book, QDate day);

/// Facts without an account, one pseudo account for each key they name.
[[nodiscard]] std::vector<AccountFacts> splitUnlinked(const AccountFacts& unlinked);

} // namespace steward::revenue
