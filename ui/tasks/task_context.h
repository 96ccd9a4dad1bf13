// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_figures.h"
#include "ui/account/lines_pane.h"
#include "ui/tasks/task_text.h"

namespace steward::tasks {

/// "24 Nov 2026, 2 d late, high, Ana"
[[nodiscard]] QString aboutTask(const work::QueuedTask& task, Part part, const BookNumbers& numbers,
                                const QLocale& locale);
/// Why a task exists, how its account stands, whom to talk to, what was said last. figures: of its account.
[[nodiscard]] std::vector<account::Line> contextOf(const work::QueuedTask& task, Part part,
                                                   const account::AccountFigures& figures, const QLocale& locale);

} // namespace steward::tasks
