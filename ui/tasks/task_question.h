// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/choice_pane.h"
#include "ui/tasks/tasks_presenter.h"

namespace steward::tasks {

/// What is asked about tasks: until when, on which day, or who.
enum class Asking
{
    Snooze,
    Move,
    Assign
};
/// Without options where none of us is in the book. Ids of options: ISO dates, empty for no day; persons.
[[nodiscard]] account::ChoicePane::Question questionOf(Asking asking, const TasksPresenter::Chosen& tasks,
                                                       const BookNumbers& numbers, const QLocale& locale);

} // namespace steward::tasks
