// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/feedback/nps.h"
#include "core/feedback/satisfaction.h"
#include "core/portfolio/figure.h"
#include "core/portfolio/group_by.h"

namespace steward::feedback {

/// What answers are split by.
enum class AnswersBy
{
    None,
    Segment,
    Stage,
    Csm,
    Plan,
    Account,
    Touchpoint,
    Month,  ///< "2026-11"
    Quarter ///< "2026Q4", of the calendar
};

/// Which of several answers of one contact in the period counts.
enum class Repeats
{
    Latest,
    All
};

struct Query
{
    Period period; ///< open: answers without a date count too
    AnswersBy by = AnswersBy::None;
    AccountId account; ///< none: the whole book
    Repeats repeats = Repeats::Latest;
    /// The day that decides which CSM, stage or plan an answer counts for: false: the first day of the period (the
    /// answer's where it is open), true: always the answer's own day.
    bool groupAtAnswer = false;
};

/// Beside every figure: how many rows there were that are no answers, and which records counted.
struct Base
{
    Group group;
    qint64 responses = 0;
    qint64 invalid = 0; ///< answers off the scale or without a number
    bool isFew = false; ///< under 5: only the answers are to be shown
    Code method;
    std::vector<RecordRef> records;
};

/// Method "nps.latest_per_contact" or "nps.all"; interval by adjusted Wald, none under 5 answers ("too few").
struct NpsRow : Base
{
    NpsCount count;
    std::optional<double> nps;
    std::optional<Interval> interval;
};
[[nodiscard]] std::vector<NpsRow> nps(const Portfolio& portfolio, const Grouping& grouping, const Query& query);

/// Survey answers of kind csat and ratings on tickets (dated when closed, else opened; touchpoint "ticket"). Method
/// "csat.top". The mean is another measure: none where scales differ. Every answer counts.
struct CsatRow : Base
{
    CsatCount count;
    std::optional<double> csat;
    std::optional<Interval> interval;
    std::optional<double> mean;
};
[[nodiscard]] std::vector<CsatRow> csat(const Portfolio& portfolio, const Grouping& grouping, const Query& query);

/// By the method asked for; every answer counts.
struct CesRow : Base
{
    std::optional<double> ces;
};
[[nodiscard]] std::vector<CesRow> ces(const Portfolio& portfolio, const Grouping& grouping, const Query& query,
                                      CesMethod method);

/// Invitations of the period that were answered within 90 days / invitations. No value where none are known.
[[nodiscard]] Figure<double> responseRate(const Portfolio& portfolio, const QString& kind, const Period& period);

/// Groups are ordered by name, facts without an account last; a group without any answer or invalid row is not listed,
/// but a query without a split always gives one row.

} // namespace steward::feedback
