// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/qbr.h"
#include "core/deck/chart.h"
#include "core/portfolio/figure.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/horizons.h"
#include "core/portfolio/portfolio.h"
#include "core/qbr/due.h"

/// What a quarterly review says about one account: facts and figures chosen, nothing worded and nothing invented. Only
/// what a customer may see is in a pack: no score, rating, risk, view of a person, forecast, note of ours, and nothing
/// of another account.
namespace steward::qbr {

using NamedArguments = std::vector<std::pair<QString, Argument>>;

/// A sentence of the content (qbr.json) and what it names.
struct Say
{
    QString id;
    NamedArguments arguments;
    friend bool operator==(const Say&, const Say&) = default;
};

/// A figure as it stands on a slide, already rounded to what is shown.
struct Number
{
    QString id;      ///< "use.now"
    Argument value;  ///< whole number, number, money
    QString unit;    ///< "count", "percent", "money", "days", "minutes", "nps", "ratio", or a goal's own unit
    QString source;  ///< kind of fact it comes from: "usage", "tickets", "invoices" ...
    QDate dataTo;    ///< how far the facts reach; invalid: not limited
    QString of = {}; ///< which one, where a slide shows several: a goal, a feature, "2026-07", "2026Q3"
    friend bool operator==(const Number&, const Number&) = default;
};

struct GoalLine
{
    enum class State
    {
        Met,
        OnCourse,
        Decision, ///< "at risk" to us
        Behind,
        Agreed,
        Reached, ///< open, but its figure is at the target: somebody has to say that it is met
        Doubted, ///< said to be on course, but its figures say otherwise: they are shown, and nothing is claimed
        Changed,
        Dropped
    };
    GoalId id;
    QString name;    ///< short
    QString words;   ///< theirs
    QString measure; ///< what its figure counts
    State state = State::Agreed;
    std::optional<double> baseline;
    std::optional<double> now;
    std::optional<double> target;
    QString unit;
    QDate agreedOn;
    QDate due;
    QDate metOn;
    QDate reviewed;
    QStringList features;
    bool isSince = false; ///< met, but only after the quarter
    friend bool operator==(const GoalLine&, const GoalLine&) = default;
};

struct Goals
{
    std::vector<GoalLine> lines; ///< open and met in the quarter or since, most important first
    qint64 met = 0;              ///< in the quarter
    qint64 since = 0;            ///< met after it
    qint64 decisions = 0;        ///< behind or in need of one
    qint64 doubted = 0;
    QDate reviewed; ///< newest
};

struct Change
{
    QStringList kept;
    QStringList ended; ///< changed or dropped in the quarter
    QStringList added;
    std::vector<std::pair<QString, QDate>> events; ///< ids of the word list "account_event", those one may speak about
    std::vector<GoalLine> decisions;
};

struct MonthUse
{
    Month month;
    std::optional<double> value;
};

/// What may be said about use. Counts under ten are compared as counts, never in percent.
enum class UseTrend
{
    Unshared, ///< nothing of this account
    Begins,   ///< after the quarter
    Ended,    ///< before the quarter
    Left,     ///< in its first half, and so did the account
    Alone,    ///< nothing to compare with
    Same,     ///< less than 3 % apart, or the same few
    FewMore,
    FewLess,
    SlightlyMore, ///< up to 10 %
    More,
    SlightlyLess,
    Less
};

struct Use
{
    bool isKnown = false; ///< there are figures for the quarter
    QString metric;       ///< its display name
    bool isPeople = false;
    bool isPerDay = false;        ///< means of working days, else what the metric adds up to
    std::vector<MonthUse> months; ///< twelve, to the end of the quarter
    std::optional<double> now;    ///< of the quarter
    std::optional<double> before; ///< of the quarter before, where all of it is known (of a mean: most of it)
    std::optional<qint64> seats;
    std::optional<double> baseline;
    QDate baselineDay;
    QDate dataTo;
    QDate from;            ///< first day there is, where it lies after the quarter
    bool hasLeft = false;  ///< dataTo is the last day with us, in the first half of the quarter
    bool isSeason = false; ///< a year before it changed alike, and it does not stand below that year now
    /// Change from before to now in whole percent of the figures as they are shown; none where that would be nonsense
    /// (either side under 10).
    [[nodiscard]] std::optional<qint64> percent() const;
    [[nodiscard]] UseTrend trend() const;
};

struct FeatureLine
{
    QString name;
    double now = 0; ///< of the quarter, by the metric's aggregate
    double before = 0;
    QString goal; ///< short name of an open goal it serves
};

struct Service
{
    bool isKnown = false; ///< the book holds tickets up to the quarter's end
    qint64 opened = 0;
    qint64 closed = 0;                    ///< of those opened in the quarter
    std::optional<qint64> halfWithinDays; ///< half of those opened were solved within so many days
    std::optional<qint64> firstReply;     ///< median minutes
    qint64 satisfied = 0;                 ///< CSAT of the quarter
    qint64 answers = 0;
    std::vector<std::pair<QString, qint64>> themes; ///< categories, most first
    qint64 urgent = 0;
    qint64 urgentOpen = 0;
    qint64 contradictory = 0;                         ///< of those solved: their status says that they are open
    std::vector<std::pair<QDate, QDate>> escalations; ///< opened, closed
    QDate dataTo;
    /// One alone, or one of each, compare nothing.
    [[nodiscard]] bool hasThemes() const { return themes.size() > 1 && themes.front().second > 1; }
    /// The most frequent, which have a bar of their own.
    [[nodiscard]] std::vector<std::pair<QString, qint64>> shownThemes() const;
};

struct ValueLine
{
    QString text;
    std::optional<Money> money;
    QString by; ///< who confirmed it
    QString method;
    QDate day;
};
struct Value
{
    std::vector<ValueLine> confirmed;
    std::vector<ValueLine> estimated;
    std::optional<Money> total;     ///< of what was confirmed in money, in the account's currency; all of another where
                                    ///< nothing is in that
    std::vector<Money> others = {}; ///< the sums in other currencies, which are not in the total
    std::vector<Money> earlier = {}; ///< the sums confirmed before these four quarters
    std::optional<Money> spent;      ///< invoices of the same four quarters
    std::optional<double> ratio;
};

struct Story
{
    enum class Kind
    {
        Told,  ///< by their people, who allowed it
        Quote, ///< goal is what they said
        Goal,  ///< one that is met: goal in their words, its measure from baseline to now
        Value  ///< result is what somebody confirmed
    };
    Kind kind = Kind::Told;
    QString goal;
    QString how;
    QString result;
    QString by;
    QDate day;
    GoalLine met = {}; ///< of Kind::Goal
    [[nodiscard]] bool isKnown() const { return !goal.isEmpty() || !result.isEmpty(); }
};

struct PlanQuarter
{
    Quarter quarter;
    std::optional<qint64> plan; ///< minor units
    std::optional<qint64> actual;
    bool isWhole = false; ///< it is over and its invoices are known
};
/// Spent less planned.
struct OffPlan
{
    qint64 minor = 0;
    std::optional<qint64> percent; ///< of the plan, whole; none: nothing was planned
};
/// None where either is unknown, and where less is spent in a time that still runs: that is no difference yet.
[[nodiscard]] std::optional<OffPlan> offPlan(const std::optional<qint64>& plan, const std::optional<qint64>& actual,
                                             bool isWhole);
struct Plan
{
    Currency currency;
    std::vector<PlanQuarter> quarters; ///< four, the last is the pack's
    std::optional<qint64> yearPlan;    ///< fiscal year to date; none: a quarter with invoices has no plan
    std::optional<qint64> yearActual;
    std::vector<Quarter> unplanned; ///< of the fiscal year to date: they have invoices and no plan
    qint64 otherCurrency = 0;       ///< invoices left out
    std::optional<qint64> seats;
    std::optional<qint64> used;
    QDate runsTo;
    QDate dataTo;
    bool isKnown = false; ///< the book holds invoices or plans of the quarter or before it
    bool isWhole = false; ///< the quarter is over and its invoices are known: less than planned is less spent
    [[nodiscard]] const PlanQuarter& now() const { return quarters.back(); }
};

struct RequestLine
{
    enum class State
    {
        Done,
        Answered,
        Open,
        Declined
    };
    QString text;
    State state = State::Open;
    QDate day; ///< of the answer, else of the question
};
struct Quote
{
    QString words;
    QString by;
    QDate day;
};
struct Feedback
{
    bool isKnown = false;
    bool isAsked = false; ///< the book holds what customers said, up to the quarter: silence says something
    std::vector<RequestLine> requests;
    std::vector<Quote> quotes;
    qint64 answers = 0; ///< of the question whether they would recommend us
    qint64 promoters = 0;
    qint64 passives = 0;
    qint64 detractors = 0;
    std::optional<qint64> nps; ///< from five answers on
    qint64 low = 0;
    qint64 high = 0;
    QDate dataTo;
    [[nodiscard]] qint64 count(RequestLine::State state) const;
};

struct ActionLine
{
    QString what;
    QString who;
    QDate due;
    bool isOurs = false;
    bool isDone = false;
    bool isAllOfUs = false; ///< ours as a whole; who is then our name, where that is known
    bool isCarried = false; ///< left open by the review before
    bool isDropped = false; ///< not pursued
    QString id = {};        ///< of the record, see ActionEntry
    [[nodiscard]] bool isOpen() const { return !isDone && !isDropped; }
    [[nodiscard]] bool isLate(QDate day) const { return isOpen() && due.isValid() && due < day; }
    [[nodiscard]] bool isWhole() const { return (isAllOfUs || !who.isEmpty()) && due.isValid(); }
};

struct Gap
{
    QString id; ///< of the content's readiness list
    int weight = 0;
};
struct Readiness
{
    int percent = 0;
    std::vector<Gap> missing;
};

struct Slide
{
    QString id; ///< of the content
    QString part;
    int minutes = 0;
    Say title;
    QString ownTitle; ///< what the CSM wrote instead
    QString ownText;  ///< what the CSM added
    std::vector<Number> numbers;
    std::optional<deck::ChartKind> chart; ///< how the CSM wants its chart drawn; none: as it is at first
    bool isHidden = false;
    bool isOwn = false; ///< one that the CSM added: ownTitle and ownText are all it says
};

struct Pack
{
    AccountId account;
    QString accountName;
    QString vendor;  ///< us; may be unknown
    QString product; ///< may be unknown
    Quarter quarter;
    Period period; ///< up to the day asked, where the quarter is not over
    QDate asOf;
    std::optional<Instant> meeting;
    std::vector<std::pair<QString, QString>> newPeople; ///< name, title
    std::vector<Slide> slides;                          ///< as they are shown; minutes add up to 60
    std::vector<Say> summary;                           ///< three
    Goals goals;
    Change change;
    Use use;
    std::vector<FeatureLine> features;
    Service service;
    Story story;
    Value value;
    Plan plan;
    Feedback feedback;
    std::vector<ActionLine> actions;
    Readiness readiness;

    [[nodiscard]] const Slide* slide(QStringView id) const;
    /// The quarter is not over on the day asked.
    [[nodiscard]] bool isRunning() const { return period.from.addMonths(3).addDays(-1) > period.to; }
    /// Those that have a bar: used in the quarter or, where that is over, in the one before; eight at most.
    [[nodiscard]] std::vector<FeatureLine> shownFeatures() const;
};

/// A complaint of theirs in that time that nobody has answered: an unhappy answer, or an escalation whose cause they
/// were not told; none: all are answered.
[[nodiscard]] std::optional<RecordRef> openComplaint(const AccountFacts& facts, const Period& year);

struct Request
{
    AccountId account;
    Quarter quarter;
    QDate asOf;     ///< facts are as of this day
    QString vendor; ///< our name on the slides; empty: the setting "company" of the book
};

/// Makes packs from one snapshot; what they share is worked out once. The snapshot is as of the day that is asked for;
/// all three outlive it. Safe to use from several threads.
class Packs
{
public:
    Packs(const Portfolio& portfolio, const Grouping& grouping, const content::Qbr& content);
    /// The account must be in the snapshot.
    [[nodiscard]] Pack of(const Request& request) const;

private:
    /// facts are in the portfolio, without what is archived.
    [[nodiscard]] Pack packOf(const Request& request, const Portfolio& portfolio, const AccountFacts& facts) const;

    const Portfolio& m_portfolio;
    const Grouping& m_grouping;
    const content::Qbr& m_content;
    Horizons m_horizons;
    std::optional<MetricId> m_primary;
};

} // namespace steward::qbr
