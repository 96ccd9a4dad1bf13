// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import.h"

#include <QJsonObject>

namespace steward::cli {

/// What a file is: kind, profile, encoding, delimiter, header row, mapping, fill rates, questions.
[[nodiscard]] QJsonObject detectionJson(const exchange::Detection& detection);
/// What is wrong with a row, in words.
[[nodiscard]] QString messageOf(const exchange::Issue& issue);
/// The contract of import; changes only where asked for.
[[nodiscard]] QJsonObject planJson(const exchange::ImportPlan& plan, const exchange::Counts& counts, bool withChanges);

} // namespace steward::cli
