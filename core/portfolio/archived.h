// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

namespace steward {

/// The book as it stands on a day, planned and future facts too, without what was archived by then. The same portfolio
/// where nothing was; accounts that lose nothing are shared.
[[nodiscard]] Portfolio withoutArchived(const Portfolio& portfolio, QDate day);

} // namespace steward
