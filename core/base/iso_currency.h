// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

namespace steward {

/// A currency of ISO 4217 in use, or one that ended since 2000 and still stands in old contracts. What is not listed is
/// a slip of the pen: "EUX", "USS".
[[nodiscard]] bool isListed(Currency currency);

} // namespace steward
