// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/task_queue.h"
#include "core/workspace/numbers.h"
#include "ui/style/theme.h"
#include "ui/widgets/row_delegate.h"

#include <QLocale>

/// What the queue says of a task. Pure functions of the numbers.
namespace steward::tasks {

/// Where a task stands in the list.
enum class Part
{
    Overdue,
    Today,
    Week, ///< due until Sunday
    Later,
    Undated,
    Snoozed,
    Done, ///< since Monday
    Count
};
/// none: it is not shown.
[[nodiscard]] std::optional<Part> partOf(const work::QueuedTask& each, QDate day);
[[nodiscard]] QString titleOf(Part part);

/// A row in words.
struct TaskText
{
    QString title;
    QString account;
    style::Band band = style::Band::Unknown;
    QString score; ///< empty: too little is known
    bool isUrgent = false;
    bool isDone = false;
    QString origin; ///< who waits for whom, else what made it: a play, a proposal, a review
    QString originIcon;
    bool isWaiting = false; ///< for whom origin says
    QString due;
    QString end; ///< "2 d late", "today", "Fri"
    widgets::Shade endShade = widgets::Shade::Muted;
};
[[nodiscard]] TaskText taskText(const work::QueuedTask& each, Part part, const BookNumbers& numbers,
                                const QLocale& locale);
/// The origin where no icon stands beside it.
[[nodiscard]] QString originOf(const TaskText& text);
/// All of it, for who cannot see it.
[[nodiscard]] QString spoken(const TaskText& text, Part part);
/// Why the task exists, in one or two sentences.
[[nodiscard]] QString whyOf(const work::QueuedTask& each, const BookNumbers& numbers, const QLocale& locale);
[[nodiscard]] QString nameOf(PersonId person, const BookNumbers& numbers);

} // namespace steward::tasks
