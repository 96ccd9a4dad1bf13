// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/watch.h"

/// The order of the day (content 2.2).
namespace steward::work {

/// What an account is worth to the order; the caller knows it.
struct Worth
{
    AccountId account;
    std::optional<qint64> arr; ///< minor units of the book's currency; none: not known
    QString segment;           ///< empty: none
    bool isPooled = false;     ///< no named person looks after it: rows of one play are one row
};

enum class Lane
{
    Clock, ///< on the clock, by time
    Now,   ///< needs you: what fits the day
    Later  ///< can wait
};
/// "clock", "needs_you", "can_wait"
[[nodiscard]] QString nameOf(Lane lane);

/// Why a row stands where it stands: value = arr x gain x severity x time x change x age.
struct Factors
{
    qint64 arr = 0;         ///< minor units; of a group the sum
    bool isAssumed = false; ///< the median of its segment: nobody knows its own
    double gain = 1;        ///< of good news: the share of ARR that may be gained
    double severity = 1;
    double time = 1;
    double change = 1;
    double age = 1;
    /// Minor units, rounded half up once.
    [[nodiscard]] qint64 value() const;
    friend bool operator==(const Factors&, const Factors&) = default;
};

/// The strongest counts in full, each further one adds its share.
[[nodiscard]] double severityFactor(std::span<const content::Severity> severities, const content::Ranking& ranking);
/// days: to the earlier of renewal and last day of notice; negative: passed; none: not known.
[[nodiscard]] double timeFactor(std::optional<int> days, const content::Ranking& ranking);
[[nodiscard]] double changeFactor(double pointsLost, const content::Ranking& ranking);
[[nodiscard]] double ageFactor(qint64 days, const content::Ranking& ranking);

struct TodayRow
{
    Lane lane = Lane::Now;
    std::vector<AccountId> accounts; ///< one; several: small ones with the same play; none: the whole book
    std::vector<Signal> signalList;  ///< open ones, the strongest first; of a group each account's strongest
    Factors factors;                 ///< of a group and of the clock only arr says something
    qint64 value = 0;                ///< minor units; 0 on the clock and for the book
    bool isGood = false;
    QString play;                       ///< to run; empty: none
    std::optional<PlaybookRun> lastRun; ///< the newest of the play on the account, running or ended
    QDate due;
    std::optional<Instant> at;
    std::vector<TodayRow> members; ///< of a group: each account's own row, in the order of accounts
    friend bool operator==(const TodayRow&, const TodayRow&) = default;
};

struct Today
{
    std::vector<TodayRow> rows; ///< lane by lane
    [[nodiscard]] qsizetype count(Lane lane) const;
    friend bool operator==(const Today&, const Today&) = default;
};

/// facts: as of the day. worths: by account id. Accounts that have none are left out: so a list is made for one CSM.
[[nodiscard]] Today todayOf(const Watched& watched, const Portfolio& facts, std::span<const Worth> worths,
                            const content::Signals& signalRules, QDate day);

} // namespace steward::work
