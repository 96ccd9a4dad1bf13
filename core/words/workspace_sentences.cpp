// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> workspaceSentences()
{
    static constexpr Sentence all[] = {
        {"book.only-to-look",
         QT_TRANSLATE_NOOP("words", "%1 can only be looked at; copy it to a folder of your own to change it.")},
        {"book.reading-copy", QT_TRANSLATE_NOOP("words", "%1 is open in Steward; this is a copy of this moment.")},
        {"book.reading-backup", QT_TRANSLATE_NOOP("words", "%1 is open elsewhere; this is the backup of %2.")},
    };
    return all;
}

} // namespace steward::words
