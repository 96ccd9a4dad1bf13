// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/issue.h"

#include <QJsonArray>

namespace steward::cli {

/// [{line, column, value, code, message}]
[[nodiscard]] QJsonArray issuesJson(const std::vector<csv::Issue>& issues);

} // namespace steward::cli
