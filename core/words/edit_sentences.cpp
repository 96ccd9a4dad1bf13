// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> editSentences()
{
    static constexpr Sentence all[] = {
        {"edit.import", QT_TRANSLATE_NOOP("words", "Import of %1, %n rows"), 1,
         QT_TRANSLATE_NOOP("words", "Import of %1, one row")},
        {"edit.import-files", QT_TRANSLATE_NOOP("words", "Import of %n files, %2 rows"), 0},
        {"edit.import-routine", QT_TRANSLATE_NOOP("words", "Save the routine \"%1\"")},
        {"edit.import-profile", QT_TRANSLATE_NOOP("words", "Save how %1 is read")},
        {"edit.sample", QT_TRANSLATE_NOOP("words", "Sample book of %n accounts"), 0},
        {"edit.account-field", QT_TRANSLATE_NOOP("words", "Change %1 of %2")},
        {"edit.account-fields", QT_TRANSLATE_NOOP("words", "Change %1 of %n accounts"), 1},
        {"edit.pasted-cells", QT_TRANSLATE_NOOP("words", "Paste %n cells"), 0,
         QT_TRANSLATE_NOOP("words", "Paste one cell")},
        {"edit.fill-gap", QT_TRANSLATE_NOOP("words", "%1 of %2")},
        {"edit.fill-gaps", QT_TRANSLATE_NOOP("words", "%1 of %n accounts"), 1},
        {"edit.setting", QT_TRANSLATE_NOOP("words", "Set the %1")},
        {"edit.rate", QT_TRANSLATE_NOOP("words", "Exchange rate of %1")},
        {"edit.person", QT_TRANSLATE_NOOP("words", "Our people: %1")},
        {"edit.scorecards", QT_TRANSLATE_NOOP("words", "Scorecards, %n changes"), 0,
         QT_TRANSLATE_NOOP("words", "Scorecards, one change")},
        {"edit.record-added", QT_TRANSLATE_NOOP("words", "Add %1, %2")},
        {"edit.record-changed", QT_TRANSLATE_NOOP("words", "Change %1, %2")},
        {"edit.review-actions", QT_TRANSLATE_NOOP("words", "Change the actions of the review, %1")},
        {"edit.review-added", QT_TRANSLATE_NOOP("words", "Add a slide to the review, %1")},
        {"edit.review-follow-ups", QT_TRANSLATE_NOOP("words", "Make the tasks and check-ins of the review, %1")},
        {"edit.review-held", QT_TRANSLATE_NOOP("words", "Record the meeting of the review, %1")},
        {"edit.review-hidden", QT_TRANSLATE_NOOP("words", "Hide a slide of the review, %1")},
        {"edit.review-order", QT_TRANSLATE_NOOP("words", "Move a slide of the review, %1")},
        {"edit.review-recap", QT_TRANSLATE_NOOP("words", "The recap of the review is sent, %1")},
        {"edit.review-refreshed", QT_TRANSLATE_NOOP("words", "Refresh the figures of the review, %1")},
        {"edit.review-shown", QT_TRANSLATE_NOOP("words", "Show a slide of the review again, %1")},
        {"edit.review-taken", QT_TRANSLATE_NOOP("words", "Take a slide out of the review, %1")},
        {"edit.review-words", QT_TRANSLATE_NOOP("words", "Write on a slide of the review, %1")},
        {"edit.record-removed", QT_TRANSLATE_NOOP("words", "Remove %1, %2")},
        {"edit.play-started", QT_TRANSLATE_NOOP("words", "Start the play \"%1\", %2")},
        {"edit.play-started-many", QT_TRANSLATE_NOOP("words", "Start the play \"%1\" for %n accounts"), 1,
         QT_TRANSLATE_NOOP("words", "Start the play \"%1\" for one account")},
        {"edit.play-steps", QT_TRANSLATE_NOOP("words", "Make the steps of the play \"%1\" tasks, %2")},
        {"edit.play-changed", QT_TRANSLATE_NOOP("words", "Keep the play \"%1\" as version %2")},
        {"edit.play-moved", QT_TRANSLATE_NOOP("words", "Move the play \"%1\" to version %2, %3")},
        {"edit.play-moved-many", QT_TRANSLATE_NOOP("words", "Move %n runs of the play \"%1\" to version %3"), 1,
         QT_TRANSLATE_NOOP("words", "Move a run of the play \"%1\" to version %3")},
        {"edit.play-ended", QT_TRANSLATE_NOOP("words", "End the play \"%1\", %2")},
        {"edit.signals-snoozed", QT_TRANSLATE_NOOP("words", "Put off %1 to %2")},
        {"edit.signals-dismissed", QT_TRANSLATE_NOOP("words", "Dismiss %1: %2")},
        {"edit.signals-woken", QT_TRANSLATE_NOOP("words", "Bring back %1")},
        {"edit.stage-moved", QT_TRANSLATE_NOOP("words", "Move %1 to %2")},
        {"edit.task-done", QT_TRANSLATE_NOOP("words", "Done: %1")},
        {"edit.task-reopened", QT_TRANSLATE_NOOP("words", "Open again: %1")},
        {"edit.task-moved", QT_TRANSLATE_NOOP("words", "Due on %2: %1")},
        {"edit.task-snoozed", QT_TRANSLATE_NOOP("words", "Put off to %2: %1")},
        {"edit.task-assigned", QT_TRANSLATE_NOOP("words", "For %2: %1")},
        {"edit.tasks-done", QT_TRANSLATE_NOOP("words", "Done: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "Done: one task")},
        {"edit.tasks-reopened", QT_TRANSLATE_NOOP("words", "Open again: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "Open again: one task")},
        {"edit.tasks-moved", QT_TRANSLATE_NOOP("words", "Due on %2: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "Due on %2: one task")},
        {"edit.tasks-snoozed", QT_TRANSLATE_NOOP("words", "Put off to %2: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "Put off to %2: one task")},
        {"edit.tasks-assigned", QT_TRANSLATE_NOOP("words", "For %2: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "For %2: one task")},
        {"edit.task-undated", QT_TRANSLATE_NOOP("words", "Due on no day: %1")},
        {"edit.tasks-undated", QT_TRANSLATE_NOOP("words", "Due on no day: %n tasks"), 0,
         QT_TRANSLATE_NOOP("words", "Due on no day: one task")},
        {"edit.erase-contact", QT_TRANSLATE_NOOP("words", "Erased a contact")},
    };
    return all;
}

} // namespace steward::words
