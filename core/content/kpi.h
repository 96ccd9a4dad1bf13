// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

namespace steward::content {

/// Entry::text is the definition shown beside the figure.
struct Kpi : Entry
{
    QString unit;      ///< "percent", "money", "count", "days", "score", "difference", "text"
    QString calibrate; ///< the note the team writes; shipped empty
};

/// The figures that follow from what a team wants to reach.
struct Objective : Entry
{
    QStringList kpis;
};

/// kpis.json: content.md 8 and the objectives of 6.3.
struct Kpis
{
    std::vector<Kpi> kpis;
    std::vector<Objective> objectives;
    std::vector<Entry> lists; ///< the four lists behind each figure
};

/// Reads and checks kpis.json: ids unique, every KPI has a definition, objectives name KPIs that exist.
[[nodiscard]] Parsed<Kpis> parseKpis(const QByteArray& bytes);

} // namespace steward::content
