// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"
#include "core/portfolio/figure.h"
#include "ui/charts/lane_chart.h"

#include <QLocale>

namespace steward::journeys {

/// Who held the role of the sponsor, one after the other, hollow where they were never met, and the time without
/// anybody. first: where the line begins, of roles whose first day is not known. Keys are places in records, which
/// grow.
[[nodiscard]] std::vector<charts::LaneItem> sponsorItems(const AccountFacts& facts, QDate first, QDate day,
                                                         std::vector<RecordRef>& records, const QLocale& locale);

} // namespace steward::journeys
