// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace steward {

/// Kills the process with SIGKILL when STEWARD_FAILPOINT=name:n names this point and it is passed for the n-th time.
/// The crash tests place a kill where it hurts; without the variable it costs one comparison.
void failpoint(std::string_view name);

} // namespace steward
