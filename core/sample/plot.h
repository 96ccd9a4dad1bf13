// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/content/sample.h"
#include "core/sample/months.h"
#include "core/sample/random.h"

#include <QStringList>
#include <optional>
#include <vector>

/// What is to be told of one account, before a single fact is written: the knobs that a story turns.
namespace steward::sample {

/// Share of the seats in use from a day on; straight lines between two levels, flat outside.
struct Level
{
    QDate from;
    double share = 0;
};

/// Days in which use is lower than its level by a factor.
struct Dip
{
    QDate from;
    QDate to;
    double factor = 1;
};

/// How many facts of a kind an account gets; none: its part of what the book has of them.
struct Quota
{
    std::optional<int> contacts, touches, tickets, answers, goals, opportunities, risks, advocacy, qbrs;
};

/// One NPS answer a story insists on.
struct Score
{
    QDate day;
    int score = 0;
    QString role;  ///< of who answers
    QDate replied; ///< invalid: nobody answered it
};

/// A conversation a story insists on: the mark of a text in touches.json.
struct Scripted
{
    QString mark;
    QDate day;
};

struct Plot
{
    int index = 0;
    int story = 0;
    int nth = 0;   ///< which account of the story, from 0
    int block = 0; ///< which repetition of the 60
    QString segment;

    // the firm
    QString name, domain, trade, country, region;
    bool isParent = false;
    int parentIndex = -1; ///< index of the account it belongs to
    Currency currency;
    qint64 arr = 0; ///< minor units of its currency, at the end of what is told
    int seats = 0;
    int plan = 0;
    int csm = 0;
    int formerCsm = -1; ///< handed over by
    QDate handedOver;
    bool isHandoverRead = false;

    // the contract
    QDate start;
    QDate churned;  ///< for good
    QDate paused;   ///< left on that day ...
    QDate returned; ///< ... and came back
    double returnShare = 1;
    QDate renewal;
    QString churnReason;
    QDate changedOn;      ///< from then on another amount is paid ...
    double changedTo = 1; ///< ... by this factor
    bool isInSeats = false;

    // paying
    QString pays;                   ///< card, direct_debit, transfer
    std::pair<int, int> late{0, 4}; ///< days after the due date
    std::vector<int> overdue;       ///< open invoices, days after the due date
    QDate paysNothingFrom;          ///< what is due from then on stays open
    QDate cardExpired;
    QDate unpaidCharge;

    // use
    std::vector<Level> use;
    std::vector<Dip> dips;
    double noise = 0.04;
    bool hasSeasons = true; ///< August and the turn of the year are quieter
    int featuresUsed = 5;
    bool isListOnly = false;

    // people
    QDate sponsorLeft;
    bool isSuccessorNamed = false;
    QDate successorMet;
    bool isSingleThreaded = false;
    int lastTouch = 6; ///< days ago

    // what they say and want
    std::pair<int, int> nps{7, 9};
    std::pair<int, int> csat{4, 5};
    bool isRatedByAll = false; ///< effort and our own rating too, where these are rare
    std::vector<Score> scores;
    std::vector<Scripted> touches;
    int openTickets = 0;
    int ticketEvery = 0; ///< days between two of them; 0: spread over all that is told
    int escalations = 0;
    bool isValueConfirmed = true;
    int goalsBehind = 0;
    bool isGoalMet = false;
    int pulse = 4;
    QString stage = QStringLiteral("retention"); ///< the farthest it has been
    std::optional<int> onboardingDays;           ///< none: as most
    Quota quota;
    QStringList marks; ///< of stories.json

    /// Few facts: beyond the first 600 accounts a book is for size, not for reading.
    [[nodiscard]] bool isThin() const { return index >= 600; }
    [[nodiscard]] bool isSlim() const { return index >= 60; }
    [[nodiscard]] bool isMarked(QStringView mark) const { return marks.contains(mark); }
    [[nodiscard]] bool is(QStringView wanted) const { return segment == wanted; }
    [[nodiscard]] bool hasPeople() const { return !is(u"self"); }
    /// In the middle of its first months: no goal met, no value confirmed yet.
    [[nodiscard]] bool isOnboarding() const { return stage == u"onboarding"; }
    /// Last day anything can be told of it.
    [[nodiscard]] QDate last(const Months& months) const
    {
        return churned.isValid() ? churned.addDays(-1) : months.asOf;
    }
    /// First day of what is told: the contract may be older.
    [[nodiscard]] QDate first(const Months& months) const { return std::max(start, months.start(1)); }
    [[nodiscard]] bool isCustomerOn(QDate day) const
    {
        return day >= start && !(churned.isValid() && day >= churned) &&
               !(paused.isValid() && day >= paused && day < returned);
    }
};

/// Turns the knobs as the account's story wants it.
void shape(Plot& plot, const content::SampleStory& story, const Months& months, Random& random);
/// The further marks of content 9.2, each on accounts whose story bears it.
void mark(Plot& plot, const Months& months);

/// All accounts of a book, in the order they are written.
[[nodiscard]] std::vector<Plot> castOf(const content::SampleContent& content, const Months& months, int accounts,
                                       quint64 seed);

/// total in whole parts, by weight, to the last one (largest remainder; ties: the earlier).
[[nodiscard]] std::vector<int> shared(int total, const std::vector<double>& weights);

} // namespace steward::sample
