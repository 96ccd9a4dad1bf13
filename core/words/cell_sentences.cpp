// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

/// Why a cell of a table keeps its old value.
std::span<const Sentence> cellSentences()
{
    static constexpr Sentence all[] = {
        {"cell.not-a-date", QT_TRANSLATE_NOOP("words", "'%1' is not a date; write it as in %2.")},
        {"cell.not-a-person", QT_TRANSLATE_NOOP("words", "'%1' is nobody in this book; known are %2.")},
        {"cell.not-a-choice", QT_TRANSLATE_NOOP("words", "'%1' is not one of them: %2.")},
        {"cell.computed", QT_TRANSLATE_NOOP("words", "%1 is worked out from other facts and cannot be typed here.")},
    };
    return all;
}

} // namespace steward::words
