// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/fraction.h"
#include "core/health/rule.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/look_back.h"
#include "core/portfolio/portfolio.h"

#include <functional>

/// The health score (content 1): every point with its reason, what is not known said, the past replayed without a look
/// ahead. Pure functions of (facts, date); no clock, no locale, no words.
namespace steward::health {

/// A sentence of the content by its key ("measure.nps.scores", "unknown.too_old", "cap.notice") with its arguments in
/// the order of content::Catalogue; the records it was computed from and the last day their data can speak about.
/// Arguments that are ids of a word list stay ids: role and roles (contact_role), kind of a conversation (touch_kind),
/// of a risk (risk_kind) and of data (DataKind), severity, label (pulse), reasons (pulse_reason); several are separated
/// by
/// ", ". core/words makes the sentence.
struct Explanation
{
    QString key;
    Arguments arguments;
    std::vector<RecordRef> records;
    QDate dataTo; ///< invalid: not limited by a source
    friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// A kind of data of which nothing is known, although a measure or a cap of the account's scorecard reads it: the score
/// might be another one. Also where no measure is unknown for want of it.
struct Lack
{
    DataKind kind = DataKind::Count;
    Gap why = Gap::None;
    QString key; ///< of the sentence
    friend bool operator==(const Lack&, const Lack&) = default;
};

/// What one measure adds to the score.
struct Contribution
{
    QString measure;
    QString group;
    content::Score value; ///< 0 to 100, of one that takes part
    int weight = 0;
    State state = State::Unknown;
    Gap gap = Gap::None;                ///< why it is unknown
    DataKind missing = DataKind::Count; ///< the kind of data an unknown one lacks
    Explanation why;                    ///< empty in a score without evidence

    [[nodiscard]] bool takesPart() const { return state == State::Scored || state == State::KnownZero; }
    /// weight x value: over AccountScore::denominator() its points in the score.
    [[nodiscard]] qint64 parts() const { return takesPart() ? weight * value.micro : 0; }
    friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// A cap that matched. Listed from the highest to the lowest, so that each step starts where the last one ended; one
/// that lies above the score matches and changes nothing.
struct CapStep
{
    QString cap;
    int notAbove = 0;
    Fraction before;
    Fraction after;
    Explanation why;
    friend bool operator==(const CapStep&, const CapStep&) = default;
};

/// A band set by a person that is in force on the day.
struct OverrideStep
{
    qint64 record = 0;
    QString band;
    QString reason; ///< id of the scorecards' list
    QString note;
    QDate from;
    QDate until; ///< last day
    PersonId by;
    friend bool operator==(const OverrideStep&, const OverrideStep&) = default;
};

/// How much is known of the score (content 0, coverage).
enum class Known : quint8
{
    No,     ///< under the minimum: there is no number
    Partly, ///< shown with "partly known"
    Well
};

/// The score of one account on one day.
struct AccountScore
{
    AccountId account;
    QDate day;
    QString scorecard;
    int version = 0;                         ///< of the scorecard
    std::vector<Contribution> contributions; ///< of every measure of the scorecard, in the content's order
    int knownWeight = 0;                     ///< of those that take part
    int applicableWeight = 0;                ///< of those, and of the unknown ones
    Known known = Known::No;
    std::optional<Fraction> computed; ///< sum of the contributions; none: too little is known
    std::vector<Lack> lacking;        ///< in the order of the kinds; of a score with evidence
    std::vector<CapStep> caps;        ///< every cap that matched; numbers only where there is a score
    std::optional<Fraction> shown;    ///< after caps
    QString computedBand;             ///< of shown; empty: unknown
    std::optional<OverrideStep> override;
    QString band; ///< of the override where one is in force, else computedBand; empty: unknown
    /// Share of the seats bought that are used, as the measure of seats counts them, whether or not it is in the
    /// scorecard; none: not known, or the question does not exist.
    std::optional<double> seatUse;

    /// Of Contribution::parts(): the sum of all parts over it is `computed`, exactly.
    [[nodiscard]] qint64 denominator() const { return knownWeight * content::Score::perPoint; }
    /// knownWeight / applicableWeight in per cent; 0 where nothing applies.
    [[nodiscard]] Fraction coverage() const;
    [[nodiscard]] const Contribution* find(QStringView measure) const;
    friend bool operator==(const AccountScore&, const AccountScore&) = default;
};

/// The points of each contribution in units of 10^-digits, rounded so that they add up to the rounded score: what
/// rounding leaves over goes to the largest. All 0 where there is no score.
[[nodiscard]] std::vector<qint64> roundedPoints(const AccountScore& score, int digits);

/// A point of a weekly trend.
struct TrendPoint
{
    QDate day;
    std::optional<Fraction> shown;
    QString band;
    friend bool operator==(const TrendPoint&, const TrendPoint&) = default;
};

enum class Detail
{
    Numbers, ///< without evidence: lists, filters, trends
    Evidence
};

/// Scores the accounts of a snapshot. Made once for a snapshot (one pass over its facts), then asked for any day of the
/// past; const functions may be called from several threads. grouping holds for every day asked about: what an account
/// is asked for does not change behind its curve.
class Scorer
{
public:
    /// portfolio: as of today. Looking back happens here, account by account; with AsWeKnewIt by what had been
    /// recorded. Error "health.scorecards" where the content lacks what its measures demand.
    [[nodiscard]] static Result<Scorer> make(Portfolio portfolio, content::Scorecards scorecards,
                                             const content::Journeys& journeys, Grouping grouping,
                                             LookBack mode = LookBack::AsItHappened);
    /// Of the next snapshot: what the edit left alone is taken over, so that one account can be scored again at once.
    [[nodiscard]] Scorer after(Portfolio edited, Grouping grouping) const;
    ~Scorer();
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;

    /// none: no such account, or it was not there on the day.
    [[nodiscard]] std::optional<AccountScore> score(AccountId account, QDate day,
                                                    Detail detail = Detail::Evidence) const;
    /// Every account that was there, in id order.
    [[nodiscard]] std::vector<AccountScore> scoreAll(QDate day, Detail detail = Detail::Evidence) const;
    /// The same of those at the places from <= i < to of the portfolio, for who needs them only one after the other.
    [[nodiscard]] std::vector<AccountScore> scoreSome(std::size_t from, std::size_t to, QDate day,
                                                      Detail detail = Detail::Evidence) const;
    /// Only what score() shows and its band, by place; no value where the account was not there or too little was
    /// known. A quarter of the time.
    [[nodiscard]] std::vector<TrendPoint> shownSome(std::size_t from, std::size_t to, QDate day) const;
    /// Works out beforehand what score() needs of the whole book on the last days of so many weeks, for who may not
    /// wait for it. As we knew it each of those takes as long as all scores, so nothing then.
    void prepare(QDate day, int weeks) const;
    /// Up to where the book can know about a kind of data on the day; invalid: nothing of it is known.
    [[nodiscard]] QDate horizon(DataKind kind, QDate day) const;
    /// So many weeks up to and with the day, oldest first, by account in id order; no value where the account was not
    /// there or too little was known. The same numbers as score() on each day. between: called every few accounts,
    /// for work that others go before.
    [[nodiscard]] std::vector<std::vector<TrendPoint>> trends(QDate day, int weeks = 26,
                                                              const std::function<void()>& between = {}) const;

    [[nodiscard]] const Model& model() const;
    [[nodiscard]] const Portfolio& portfolio() const;
    [[nodiscard]] const Grouping& grouping() const;

private:
    struct Body;
    explicit Scorer(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

} // namespace steward::health
