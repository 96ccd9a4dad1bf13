// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/health/score.h"
#include "core/revenue/renewals.h"
#include "core/work/signal.h"

/// What the rules of signals read.
namespace steward::work {

/// What the score says of a renewal at a checkpoint (180, 90): an id of the list "renewal_call".
using ScoreCall = std::function<QString(const health::AccountScore&, int checkpoint)>;

/// What rules ask of the whole book; made by one pass over its facts.
struct BookKnown
{
    /// All of them outlive it; portfolio is as of the day.
    BookKnown(const Portfolio& portfolio, const content::Content& content, const health::Scorer& scorer,
              Grouping grouping, ScoreCall scoreCall);

    const BookFacts& facts;
    const content::Content& content;
    const health::Scorer& scorer; ///< for the few rules that ask for other days
    Grouping grouping;
    ScoreCall scoreCall;
    QStringList limits;  ///< names of the plans' limits
    QDate firstReview;   ///< first one held by anybody: from then on one that is missing says something
    QDate firstHandover; ///< the same of handovers
};

/// One account on one day. The facts are as of that day; `all` holds also what is planned for later.
class Subject
{
public:
    /// before: what the score showed on an earlier day; none: the account was not there, or too little was known.
    Subject(const AccountFacts& facts, const AccountFacts& all, const BookKnown& book,
            const health::AccountScore& score, health::TrendPoint before);

    [[nodiscard]] const AccountFacts& facts() const { return m_facts; }
    [[nodiscard]] const AccountFacts& all() const { return m_all; }
    [[nodiscard]] const BookKnown& book() const { return m_book; }
    [[nodiscard]] const health::AccountScore& score() const { return m_score; }
    /// What the score showed four weeks ago.
    [[nodiscard]] const health::TrendPoint& before() const { return m_before; }
    [[nodiscard]] QDate day() const { return m_score.day; }
    template <class T>
    [[nodiscard]] const Rows<T>& of() const
    {
        return m_facts.of<T>();
    }

    /// The measure where it takes part in the score; nullptr: unknown, not applicable, or of another scorecard.
    [[nodiscard]] const health::Contribution* read(QStringView measure) const;
    /// The same where its sentence ends so: ".down".
    [[nodiscard]] const health::Contribution* said(QStringView measure, QStringView ending) const;
    /// Per cent the primary metric lost in four weeks; 0: none, not known, or as every year.
    [[nodiscard]] double useDown() const;

    [[nodiscard]] QDate start() const { return m_start; }
    [[nodiscard]] std::optional<int> age() const;
    [[nodiscard]] bool hasPeople() const { return !m_group || m_group->namedPerson; }
    /// Days between planned conversations; none: none is planned.
    [[nodiscard]] std::optional<int> cadence() const;
    [[nodiscard]] int onboardingTarget() const
    {
        return m_group ? m_group->onboardingDays : GroupRules().onboardingDays;
    }
    [[nodiscard]] const GroupRules* group() const { return m_group; }
    [[nodiscard]] const std::vector<revenue::Renewal>& renewals() const;
    /// Days to the next end of an agreed term; none: not known.
    [[nodiscard]] std::optional<int> daysToRenewal() const;
    /// To the last day of notice where it lies ahead, else to the renewal; negative: passed; none: not known.
    [[nodiscard]] std::optional<int> daysToTurn() const;
    /// It is so many days or fewer.
    [[nodiscard]] bool renewsWithin(int days) const;
    [[nodiscard]] const Contact* contact(ContactId id) const;
    /// The role a contact holds on the day, as an id; else their title; empty: nobody known.
    [[nodiscard]] QString roleOf(ContactId id) const;
    /// Account in good standing (content 2.1): may be asked for something.
    [[nodiscard]] bool isInGoodStanding() const;

private:
    const AccountFacts& m_facts;
    const AccountFacts& m_all;
    const BookKnown& m_book;
    const health::AccountScore& m_score;
    health::TrendPoint m_before;
    const GroupRules* m_group;
    QDate m_start;
    mutable std::optional<std::vector<revenue::Renewal>> m_renewals;
};

/// What speaks against asking an account for something (content 2.1, good standing), each in a sentence; empty: it is
/// in good standing. score: with evidence, of the day of the facts.
[[nodiscard]] std::vector<Message> againstAsking(const AccountFacts& facts, const health::AccountScore& score,
                                                 const content::GoodStanding& asked);

/// Newest NPS answers: of each present contact its latest in the days up to the subject's, those without a contact all.
[[nodiscard]] std::vector<const Survey*> latestNps(const AccountFacts& facts, QDate day, int days);
[[nodiscard]] inline std::vector<const Survey*> latestNps(const Subject& subject, int days)
{
    return latestNps(subject.facts(), subject.day(), days);
}

/// An argument of a sentence as a number; 0: there is none.
[[nodiscard]] double numberAt(const health::Explanation& why, std::size_t index);
[[nodiscard]] QDate dayAt(const health::Explanation& why, std::size_t index);
[[nodiscard]] QString textAt(const health::Explanation& why, std::size_t index);
/// Goals and notes are long: as much as fits a line.
[[nodiscard]] QString shortText(const QString& text);
[[nodiscard]] QString nameOf(const Goal& goal);

} // namespace steward::work
