// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/exchange/plan.h"

#include <unordered_map>

namespace steward::exchange {

/// Reads a usage file row by row, resolves its keys and metrics and leaves the samples in plan.usage. What a row
/// changes is known only when they are merged: see applyImport() and ImportRequest::isPreview. Internal to the room.
[[nodiscard]] Status planUsage(book::Book& book, const std::vector<ColumnFormat>& formats, ImportPlan& plan);

/// Merges the samples. Fills created, updated and unchanged of counts; rows and rejected are the plan's.
[[nodiscard]] Status applyUsage(const ImportPlan& plan, const std::unordered_map<qint64, qint64>& ids, book::Edit& edit,
                                Counts& counts);

/// To be kept with the import: which rows of earlier files it brought. See usage_completion.h.
[[nodiscard]] std::vector<CustomValue> fieldsOfCompletion(const ImportPlan& plan, qint64 import);

/// Merges on trial and takes everything back: the counts of plan become those of the rows.
[[nodiscard]] Status previewUsage(book::Book& book, ImportPlan& plan);

} // namespace steward::exchange
