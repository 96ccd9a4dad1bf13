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
    };
    return all;
}

} // namespace steward::words
