// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/qbr/pack.h"
#include "core/qbr/record.h"

/// What the parts of a pack are made from. Inside this room only.
namespace steward::qbr {

struct Subject
{
    const Portfolio& portfolio;
    const AccountFacts& facts;
    const BookFacts& book;
    const Grouping& grouping;
    const content::Qbr& content;
    const Horizons& horizons;
    std::optional<MetricId> primary; ///< the metric that means "they are working in it"
    Quarter quarter = {};
    Period period = {}; ///< of the quarter, up to the day asked
    Period before = {}; ///< the whole quarter before
    Period year = {};   ///< four quarters up to the end of period
    QDate asOf = {};
    Currency currency = {};      ///< the customer pays in
    const Qbr* review = nullptr; ///< the record of this quarter's review
    const Qbr* last = nullptr;   ///< the newest one held before
    QString vendor = {};
    QString product = {};

    [[nodiscard]] const Contact* contact(ContactId id) const;
    /// "Dana Amari, chief operating officer"; empty where nobody is known.
    [[nodiscard]] QString nameAndTitle(ContactId id) const;
    /// The title alone, else the role: who said something without naming them.
    [[nodiscard]] QString position(ContactId id) const;
};

/// Completes what portfolio, facts, book, grouping, content, horizons and primary say by what is asked for.
void prepare(Subject& subject, const Request& request);

/// On a word's end, with an ellipsis where something was left out.
[[nodiscard]] QString shortened(const QString& text, qsizetype most);
/// What is said about use: "use." and "summary.use_" have the same endings.
[[nodiscard]] Say useSaying(const Pack& pack, const QString& beginning);
/// When a straight line through the day a goal was agreed and the day it was last reviewed reaches the target; invalid:
/// nothing moves, or it would take more than three years.
[[nodiscard]] QDate reachedAtThisPace(const GoalLine& goal);
/// Half up, away from zero.
[[nodiscard]] qint64 rounded(double value);

[[nodiscard]] Goals goalsOf(const Subject& subject);
[[nodiscard]] Change changeOf(const Subject& subject, const Goals& goals);
[[nodiscard]] Use useOf(const Subject& subject);
/// The last day up to the one given of which what is told of the account's use is known; invalid: of none.
[[nodiscard]] QDate useKnownTo(const Subject& subject, QDate day);
[[nodiscard]] std::vector<FeatureLine> featuresOf(const Subject& subject, const Goals& goals);
[[nodiscard]] Service serviceOf(const Subject& subject);
[[nodiscard]] Value valueOf(const Subject& subject);
[[nodiscard]] Story storyOf(const Subject& subject, const Value& value, const Goals& goals);
[[nodiscard]] Plan planOf(const Subject& subject, const Use& use);
[[nodiscard]] Feedback feedbackOf(const Subject& subject);
[[nodiscard]] std::vector<ActionLine> actionsOf(const Subject& subject);
[[nodiscard]] std::vector<Say> summaryOf(const Pack& pack);
[[nodiscard]] Readiness readinessOf(const Subject& subject, const Pack& pack);

} // namespace steward::qbr
