// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/deck/package_reader.h"

namespace steward::tests {

/// What would make a program refuse or repair a deck, one line each; empty: nothing is known to be wrong. Reads the
/// file only, none of the writer's values.
[[nodiscard]] QStringList faultsOf(const QByteArray& deck);
/// The same of parts that a test has changed.
[[nodiscard]] QStringList faultsOf(const std::map<QByteArray, QByteArray>& parts);

} // namespace steward::tests
