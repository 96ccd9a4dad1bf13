// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace steward::cli {

/// Quarterly reviews.
[[nodiscard]] std::vector<Command> qbrCommands();

} // namespace steward::cli
