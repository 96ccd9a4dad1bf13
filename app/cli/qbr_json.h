// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/qbr_files.h"

namespace steward::cli {

/// {account, quarter, readiness, missing, doubts, summary, slides: [{n, title, minutes, numbers}], recap}
[[nodiscard]] QJsonObject packJson(const qbr::Pack& pack, const Reviews& reviews);

} // namespace steward::cli
