// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// Currency, time zone and fiscal year of the book from its definitions; what none of them says keeps its default.
void readSettings(BookFacts& book);

} // namespace steward
