// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/qbr_command.h"

namespace steward::cli {

std::vector<Command> commands()
{
    std::vector<Command> all;
    for (auto group : {sampleCommands(), bookCommands(), fileCommands(), importCommands(), accountCommands(),
                       healthCommands(), signalCommands(), taskCommands(), feedbackCommands(), revenueCommands(),
                       journeyCommands(), handoverCommands(), privacyCommands(), sinceCommands(), qbrCommands()})
        all.insert(all.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    return all;
}

} // namespace steward::cli
