// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> bookSentences()
{
    static constexpr Sentence all[] = {
        {"book.held",
         QT_TRANSLATE_NOOP("words", "%1 is open in Steward by %2 on %3 (since %4); run it there or close the book.")},
        {"book.folder-not-writable",
         QT_TRANSLATE_NOOP("words",
                           "The folder %1 cannot be written to; copy the book to a folder of your own first.")},
        {"backup.damaged",
         QT_TRANSLATE_NOOP("words", "The backup %1 is damaged and was not used; choose another one.")},
        {"book.holder-silent",
         QT_TRANSLATE_NOOP("words",
                           "%1 is open somewhere and its holder does not answer; close it there, or try again.")},
        {"book.busy",
         QT_TRANSLATE_NOOP("words", "Another program is using the book (%1); close it there and try again.")},
        {"book.bytes-changed",
         QT_TRANSLATE_NOOP(
             "words", "The disk changed bytes of %1 since it was closed; compare it with the newest good backup: %2")},
        {"book.change.field", QT_TRANSLATE_NOOP("words", "%1 has no field with a history named %2.")},
        {"book.changeset.columns",
         QT_TRANSLATE_NOOP(
             "words", "This edit was made before the table %1 got its newest columns; it can no longer be undone.")},
        {"book.changeset.conflict",
         QT_TRANSLATE_NOOP("words", "The book is no longer as this edit left it; nothing was changed.")},
        {"book.changeset.damaged",
         QT_TRANSLATE_NOOP("words", "What was recorded of this edit is damaged; it can no longer be undone.")},
        {"book.clock",
         QT_TRANSLATE_NOOP("words",
                           "The book was opened without a clock; this is a mistake in the program, please report it.")},
        {"book.closed", QT_TRANSLATE_NOOP("words", "The book is closed; open it first.")},
        {"book.compress", QT_TRANSLATE_NOOP("words", "The edit could not be recorded (%1); nothing was changed.")},
        {"book.constraint", QT_TRANSLATE_NOOP("words", "A value does not fit its field (%1); nothing was changed.")},
        {"book.corrupt", QT_TRANSLATE_NOOP("words", "The book is damaged (%1); restore the newest good backup.")},
        {"book.damaged", QT_TRANSLATE_NOOP("words", "%1 is damaged; restore a backup. The newest good one: %2")},
        {"book.device",
         QT_TRANSLATE_NOOP("words",
                           "The disk reports an error (%1); nothing was changed. Check the disk and try again.")},
        {"book.driver",
         QT_TRANSLATE_NOOP(
             "words", "The database driver %1 does not use SQLite %2; install the driver that belongs to Steward.")},
        {"book.empty", QT_TRANSLATE_NOOP("words", "%1 is an empty file and no book. The newest good backup: %2")},
        {"book.copy.unreadable",
         QT_TRANSLATE_NOOP("words", "The copy %1 cannot be read, so nobody can be erased from it; drop it instead.")},
        {"book.erase.unfinished",
         QT_TRANSLATE_NOOP("words", "The contact was erased, but the file could not be compacted (%1); make room on "
                                    "the disk and erase the contact again.")},
        {"book.exists",
         QT_TRANSLATE_NOOP("words", "A record with the same id is already there (%1); nothing was changed.")},
        {"book.failed",
         QT_TRANSLATE_NOOP("words",
                           "The book could not be changed (%1); this is a mistake in the program, please report it.")},
        {"book.file-exists", QT_TRANSLATE_NOOP("words", "%1 already exists; choose another name.")},
        {"book.interrupted", QT_TRANSLATE_NOOP("words", "Stopped (%1); nothing was changed.")},
        {"book.log",
         QT_TRANSLATE_NOOP(
             "words", "The journal of the book cannot be changed from %1; close other programs that use the book.")},
        {"book.medium-read-only",
         QT_TRANSLATE_NOOP("words", "%1 or its folder cannot be written to; the book is open for reading only.")},
        {"book.migrate.loss",
         QT_TRANSLATE_NOOP(
             "words", "The step %1 to a newer book would lose data (%2: %3 before, %4 after); nothing was changed.")},
        {"book.migrated",
         QT_TRANSLATE_NOOP("words", "The book was brought up to this version. The book as it was: %1")},
        {"book.missing", QT_TRANSLATE_NOOP("words", "There is no book at %1; check the name.")},
        {"book.network", QT_TRANSLATE_NOOP("words", "%1 lies on a network drive; keep it open in one place only.")},
        {"book.newer", QT_TRANSLATE_NOOP("words", "%1 was written by a newer Steward (format %2); it is open for "
                                                  "reading only. Install the newer version to change it.")},
        {"book.no-book", QT_TRANSLATE_NOOP("words", "%1 is not a book. The newest good backup: %2")},
        {"book.no-file", QT_TRANSLATE_NOOP("words", "%1 is a folder or device and no book.")},
        {"book.other-program",
         QT_TRANSLATE_NOOP("words", "%1 is a database of another program and no book; import its exports instead.")},
        {"book.other-writer",
         QT_TRANSLATE_NOOP("words", "Another program has written to %1; it was checked and is sound.")},
        {"book.read-only", QT_TRANSLATE_NOOP("words", "The book is open for reading only.")},
        {"book.record.missing", QT_TRANSLATE_NOOP("words", "There is no %1 with the id %2.")},
        {"book.recovered",
         QT_TRANSLATE_NOOP("words", "%1 was not closed properly the last time; it was recovered and checked.")},
        {"book.redo.none", QT_TRANSLATE_NOOP("words", "There is nothing to redo.")},
        {"book.reference",
         QT_TRANSLATE_NOOP("words", "A record names another one that is not there (%1); nothing was changed.")},
        {"book.schema.foreign",
         QT_TRANSLATE_NOOP(
             "words",
             "Another program added something to the book (%1); it is open for reading only until that is removed.")},
        {"book.too-large", QT_TRANSLATE_NOOP("words", "%1 is larger than any book can be.")},
        {"book.truncated", QT_TRANSLATE_NOOP("words", "%1 is cut off; restore a backup. The newest good one: %2")},
        {"book.undo.erased",
         QT_TRANSLATE_NOOP("words", "A contact was erased from this edit for good, so it and those before it stay.")},
        {"book.undo.none", QT_TRANSLATE_NOOP("words", "There is nothing to undo.")},
        {"book.unfinished", QT_TRANSLATE_NOOP("words", "%1 was not closed properly and cannot be written to; copy it "
                                                       "with the files beside it to a folder of your own first.")},
        {"book.unreadable", QT_TRANSLATE_NOOP("words", "%1 cannot be read; check your rights.")},
        {"book.usage.damaged",
         QT_TRANSLATE_NOOP("words", "The usage of account %1 cannot be read; run a check of the book.")},
        {"book.usage.order",
         QT_TRANSLATE_NOOP("words",
                           "The usage samples are not in order; this is a mistake in the program, please report it.")},
        {"check.edit",
         QT_TRANSLATE_NOOP("words", "What was recorded of edit %1 is damaged; it can no longer be undone.")},
        {"check.file", QT_TRANSLATE_NOOP("words", "The file is damaged: %1")},
        {"check.history",
         QT_TRANSLATE_NOOP("words", "The %1 %2 has another value in its field %3 than its history says.")},
        {"check.more", QT_TRANSLATE_NOOP("words", "%2 more of the kind %1")},
        {"check.owner", QT_TRANSLATE_NOOP("words", "%1 names a %2 that is not there: %3")},
        {"check.reference", QT_TRANSLATE_NOOP("words", "%1 %2 names a record of %3 that is not there.")},
        {"check.usage", QT_TRANSLATE_NOOP("words", "%1 of the metric %2 in %3 cannot be read.")},
        {"history.erased", QT_TRANSLATE_NOOP("words", "A contact was erased from it later; undo ends here.")},
        {"history.erasure", QT_TRANSLATE_NOOP("words", "Erasing a contact is for good.")},
    };
    return all;
}

} // namespace steward::words
