// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::bench {

/// Reviews of so many accounts of the sample book (again from the first when they run out) as PPTX in memory, all in
/// one process, the pack and the slides included. Prints one JSON object: median and first in milliseconds a deck,
/// slides, charts, peak_bytes.
[[nodiscard]] bool printDecks(const QString& path, qint64 decks);

} // namespace steward::bench
