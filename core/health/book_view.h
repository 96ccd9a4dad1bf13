// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/feature_set.h"
#include "core/health/practice.h"
#include "core/health/rule.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/horizons.h"
#include "core/portfolio/metrics.h"
#include "core/portfolio/working_calendar.h"

#include <QHash>
#include <map>

namespace steward::health {

/// What a usage metric means to the score, worked out once for the book.
struct MetricRole
{
    MetricId id;
    const Metric* metric = nullptr;
    int primaryRank = 0; ///< by its name, 2 best: follows the book's primary metric where an account lacks it; 0: never
    int seatRank = 0;    ///< 1 best: marked or assigned seats, then active users; 0: does not count seats
    bool countsPeople = false;
    bool countsUse = true; ///< not how long or how badly
    bool isFeature = false;
    int feature = -1; ///< of a feature: its place in sets of features
    QString featureName;
    bool isMonthly = false;
    bool absenceIsZero = false;
};

/// What the score needs of the whole book, whatever the day. Made by one pass over a snapshot, which it keeps; the next
/// snapshot takes over what an edit left alone.
class BookView
{
public:
    BookView(Portfolio portfolio, const Model& model, Grouping grouping, const BookView* before = nullptr);

    [[nodiscard]] const Portfolio& portfolio() const { return m_portfolio; }
    [[nodiscard]] const BookFacts& facts() const { return m_portfolio.book(); }
    [[nodiscard]] const Model& model() const { return *m_model; }
    [[nodiscard]] const Grouping& grouping() const { return m_grouping; }
    [[nodiscard]] const Horizons& horizons() const { return m_horizons; }
    [[nodiscard]] const Practice& practice() const { return m_practice; }
    [[nodiscard]] std::span<const MetricRole> metrics() const { return m_metrics; } ///< by id
    /// Of accounts that do not say otherwise.
    [[nodiscard]] const WorkingCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] const std::vector<QDate>& holidays() const { return m_holidays; }
    /// nullptr: the book does not know the metric.
    [[nodiscard]] const MetricRole* metric(MetricId id) const;
    /// Features that are measured; a name nobody measures is in no set.
    [[nodiscard]] qsizetype featureCount() const { return m_features.size(); }
    /// nullptr: the plan names none.
    [[nodiscard]] const FeatureSet* featuresOf(const Plan& plan) const;
    [[nodiscard]] FeatureSet featuresNamed(const QStringList& names) const;
    /// Some invoice of the book was paid or has a status by then: one without either is open. Otherwise the book holds
    /// bare lists that tell nothing.
    [[nodiscard]] bool invoicesTell(QDate day) const { return m_invoicesTell.isValid() && m_invoicesTell <= day; }
    /// Some contract of the book says how many seats it has by then: one that does not has none. Otherwise nobody
    /// knows.
    [[nodiscard]] bool seatsTell(QDate day) const { return m_seatsTell.isValid() && m_seatsTell <= day; }
    /// Some answer, ticket or conversation of the book names a person by then. Otherwise nobody knows who is in
    /// contact.
    [[nodiscard]] bool peopleAreNamed(QDate day) const { return m_firstNamed.isValid() && m_firstNamed <= day; }
    /// The primary metric of the use up to then. none: no use.
    [[nodiscard]] std::optional<MetricId> primaryMetric(QDate day) const;

private:
    /// What some accounts add to the book; stays as long as they are the same in memory.
    struct Part
    {
        Part(std::vector<const AccountFacts*> of, std::vector<bool> namesPerson, const BookFacts& book,
             Practice::Asked asked, std::span<const MetricId> settled);
        std::vector<const AccountFacts*> accounts;
        std::vector<bool> hasPeople;
        Horizons horizons;
        std::shared_ptr<const Practice::Part> practice;
        MetricDays metricDays;
        QDate invoicesTell;
        QDate seatsTell;
        QDate firstNamed;
    };
    using Parts = std::vector<std::shared_ptr<const Part>>;
    [[nodiscard]] static Parts partsOf(const Portfolio& portfolio, const Grouping& grouping, Practice::Asked asked,
                                       const BookView* before);
    [[nodiscard]] static Horizons horizonsOf(const Parts& parts, const Portfolio& portfolio);
    [[nodiscard]] static Practice practiceOf(const Parts& parts, Practice::Asked asked);
    void readMetrics();

    Portfolio m_portfolio;
    const Model* m_model;
    Grouping m_grouping;
    Parts m_parts;
    Horizons m_horizons;
    Practice m_practice;
    std::vector<MetricRole> m_metrics;
    std::vector<QDate> m_holidays;
    WorkingCalendar m_calendar;
    QStringList m_features;                        ///< bare names
    QHash<QString, qsizetype> m_featureByText;     ///< as plans and metrics write them
    std::map<qint64, FeatureSet> m_featuresOfPlan; ///< of plans that name any
    QDate m_invoicesTell;
    QDate m_seatsTell;
    QDate m_firstNamed;
    std::vector<PrimaryFrom> m_primaries;
};

/// The same on one day: what is connected, practised, and how far each kind of data reaches.
class BookDay
{
public:
    BookDay(const BookView& view, QDate day);

    [[nodiscard]] const BookView& view() const { return *m_view; }
    [[nodiscard]] const BookFacts& facts() const { return m_view->facts(); }
    [[nodiscard]] QDate day() const { return m_day; }
    /// The last day the book can speak about; invalid: nothing of the kind is known.
    [[nodiscard]] QDate horizon(DataKind kind) const { return m_horizons[std::size_t(kind)]; }
    /// Of a metric, by the index in view().metrics(): of its own source.
    [[nodiscard]] QDate metricHorizon(std::size_t metric) const { return m_metricHorizons[metric]; }
    [[nodiscard]] QDate metricHorizon(const MetricRole& role) const
    {
        return metricHorizon(static_cast<std::size_t>(&role - m_view->metrics().data()));
    }
    /// The book holds a fact of the kind.
    [[nodiscard]] bool holds(DataKind kind) const { return m_holds[std::size_t(kind)]; }
    [[nodiscard]] bool isPractised(DataKind kind) const { return m_practised[std::size_t(kind)]; }
    [[nodiscard]] bool isPractised(KeyRole role) const { return m_rolesPractised[std::size_t(role)]; }
    [[nodiscard]] bool invoicesTell() const { return m_invoicesTell; }
    [[nodiscard]] bool seatsTell() const { return m_seatsTell; }
    [[nodiscard]] bool peopleAreNamed() const { return m_view->peopleAreNamed(m_day); }
    /// 1 best: the book's primary metric of the day; 0: never.
    [[nodiscard]] int primaryRank(const MetricRole& role) const { return m_primary == role.id ? 1 : role.primaryRank; }
    /// Kinds that the book does not hold, or holds of too few accounts to read anything into none.
    [[nodiscard]] DataKinds lacking() const { return m_lacking; }

private:
    const BookView* m_view;
    QDate m_day;
    std::array<QDate, std::size_t(DataKind::Count)> m_horizons;
    std::array<bool, std::size_t(DataKind::Count)> m_holds{};
    std::array<bool, std::size_t(DataKind::Count)> m_practised{};
    std::array<bool, keyRoleCount> m_rolesPractised{};
    DataKinds m_lacking = 0;
    std::vector<QDate> m_metricHorizons;
    bool m_invoicesTell;
    bool m_seatsTell;
    std::optional<MetricId> m_primary;
};

} // namespace steward::health
