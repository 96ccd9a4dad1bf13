// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace steward::bench {

/// Prints what all signals of a book of so many accounts take, from a snapshot to the sorted day.
[[nodiscard]] bool printSignals(qint64 accounts);

} // namespace steward::bench
