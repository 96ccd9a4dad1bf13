// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "core/exchange/plan.h"

namespace steward::cli {

/// What an import would change, field by field, for people and spreadsheets; the JSON form is planJson(). Of the rows
/// of a table updates come first and a new record is one line; CSV has every field of every row.
[[nodiscard]] Answer previewAnswer(const exchange::ImportPlan& plan, const exchange::Counts& counts, Format format);

/// "300 rows: 2 created, ..."
[[nodiscard]] Message countsMessage(const exchange::Counts& counts);

} // namespace steward::cli
