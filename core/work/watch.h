// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/portfolio/look_back.h"
#include "core/work/signal.h"

#include <functional>

namespace steward::work {

/// What a watch found of one account, with what the order of the day is made from.
struct AccountSignals
{
    AccountId account;
    std::vector<Signal> signalList; ///< the gravest first, then in the order of the rules, then by key
    /// To the last day of notice where it lies ahead, else to the renewal; negative: passed, and nobody recorded what
    /// came of it; none: not known.
    std::optional<int> daysToTurn;
    double pointsLost = 0; ///< of the score since the day it is compared with; negative: won
};

struct Watched
{
    std::vector<Signal> ofBook;
    std::vector<AccountSignals> accounts; ///< that have signals, by id
    /// The book's own first, then by account.
    [[nodiscard]] std::vector<Signal> flat() const;
};

/// With what a book is watched. All that is referred to outlives the watch.
struct WatchOver
{
    const health::Scorer& scorer; ///< of everything known; looking back happens in it
    const content::Content& content;
    Grouping grouping; ///< of the day
    QDate day;
    LookBack mode = LookBack::AsItHappened;
    /// What the score says of a renewal (query::scoreCall); empty: calls are not compared.
    std::function<QString(const health::AccountScore&, int checkpoint)> scoreCall = {};
};

/// Finds the signals of a book on a day. A pure function of the facts up to that day: the same facts give the same
/// signals in the same order, and nothing is stored. What a person decided (snoozed, dismissed, seen) is a fact, too.
/// Former customers and prospects have none. Const functions may be called from several threads.
class Watch
{
public:
    /// Error "work.signals" with the place and what is missing where a signal lacks what its rule demands.
    [[nodiscard]] static Result<Watch> make(WatchOver over);
    ~Watch();
    Watch(Watch&&) noexcept;
    Watch& operator=(Watch&&) noexcept;

    /// Signals that rest are among them, with their state.
    [[nodiscard]] Watched all() const;
    /// The same of one account; empty where it was not there.
    [[nodiscard]] AccountSignals of(AccountId account) const;
    [[nodiscard]] const Portfolio& facts() const; ///< as of the day

private:
    struct Body;
    explicit Watch(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace steward::work
