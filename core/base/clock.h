// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <functional>

namespace steward {

/// Where a room needs "now" it is handed one of these; only app/ knows the real one. Figures take dates and no clock.
struct Clock
{
    std::function<QDate()> today;
    std::function<Instant()> now;
};

} // namespace steward
