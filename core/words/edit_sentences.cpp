// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> editSentences()
{
    static constexpr Sentence all[] = {
        {"edit.import", QT_TRANSLATE_NOOP("words", "Import of %1, %n rows"), 1,
         QT_TRANSLATE_NOOP("words", "Import of %1, one row")},
        {"edit.sample", QT_TRANSLATE_NOOP("words", "Sample book of %n accounts"), 0},
        {"edit.erase-contact", QT_TRANSLATE_NOOP("words", "Erased a contact")},
    };
    return all;
}

} // namespace steward::words
