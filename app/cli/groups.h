// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

/// The commands by what they are about; one file each.
namespace steward::cli {

[[nodiscard]] std::vector<Command> accountCommands();
[[nodiscard]] std::vector<Command> bookCommands();
[[nodiscard]] std::vector<Command> feedbackCommands();
[[nodiscard]] std::vector<Command> fileCommands();
[[nodiscard]] std::vector<Command> handoverCommands();
[[nodiscard]] std::vector<Command> healthCommands();
[[nodiscard]] std::vector<Command> importCommands();
[[nodiscard]] std::vector<Command> privacyCommands();
[[nodiscard]] std::vector<Command> sinceCommands();
[[nodiscard]] std::vector<Command> journeyCommands();
[[nodiscard]] std::vector<Command> revenueCommands();
[[nodiscard]] std::vector<Command> sampleCommands();
[[nodiscard]] std::vector<Command> signalCommands();
[[nodiscard]] std::vector<Command> taskCommands();

} // namespace steward::cli
