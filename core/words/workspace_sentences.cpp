// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> workspaceSentences()
{
    static constexpr Sentence all[] = {
        {"work.copy", QT_TRANSLATE_NOOP("words", "Copying into %1")},
        {"workspace.closed-meanwhile",
         QT_TRANSLATE_NOOP("words", "The book was closed before this was done; nothing was changed.")},
        {"book.only-to-look",
         QT_TRANSLATE_NOOP("words", "%1 can only be looked at; copy it to a folder of your own to change it.")},
        {"book.backup-failed",
         QT_TRANSLATE_NOOP("words", "No backup of %1 could be made; run check, and look at the free space.")},
        {"book.reading-copy", QT_TRANSLATE_NOOP("words", "%1 is open in Steward; this is a copy of this moment.")},
        {"book.reading-unfinished",
         QT_TRANSLATE_NOOP(
             "words", "%1 was not closed properly and cannot be written to now; this is a repaired copy. Make room on "
                      "its disk, or copy it to a folder of your own, to go on with it.")},
        {"book.reading-backup", QT_TRANSLATE_NOOP("words", "%1 is open elsewhere; this is the backup of %2, %3.")},
    };
    return all;
}

} // namespace steward::words
