// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> fileSentences()
{
    static constexpr Sentence all[] = {
        {"cancelled", QT_TRANSLATE_NOOP("words", "Stopped; nothing was changed.")},
        {"file.is-database",
         QT_TRANSLATE_NOOP("words", "%1 is a book or another database and was not overwritten; choose another name.")},
        {"file.no-folder", QT_TRANSLATE_NOOP("words", "There is no folder %1; make it first, or choose another.")},
        {"file.no-space",
         QT_TRANSLATE_NOOP("words", "There is no space left for %1; free some and try again. Nothing was changed.")},
        {"file.too-large",
         QT_TRANSLATE_NOOP("words", "%1 would grow beyond the size that files may have here (ulimit -f, or a quota); "
                                    "nothing was changed.")},
        {"file.unreadable",
         QT_TRANSLATE_NOOP("words", "%1 cannot be read; check that it exists and that you may open it.")},
        {"file.unwritable",
         QT_TRANSLATE_NOOP("words", "%1 cannot be written; check the folder, your rights and the free space.")},
    };
    return all;
}

} // namespace steward::words
