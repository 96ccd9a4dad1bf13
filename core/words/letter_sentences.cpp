// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> letterSentences()
{
    static constexpr Sentence all[] = {
        {"letter.reading", QT_TRANSLATE_NOOP("words", "Reading %n messages and meetings"), 0,
         QT_TRANSLATE_NOOP("words", "Reading a message or meeting")},
        {"letter.unreadable", QT_TRANSLATE_NOOP("words", "%1 cannot be read; check that it is still there.")},
        {"letter.none",
         QT_TRANSLATE_NOOP("words", "%1 holds no message and no meeting; save it from your mail program again.")},
        {"letter.pasted-nothing",
         QT_TRANSLATE_NOOP("words", "The clipboard holds no text; copy the message or the chat first.")},
        {"edit.letter", QT_TRANSLATE_NOOP("words", "Log \"%1\" with %2")},
        {"edit.letters-one", QT_TRANSLATE_NOOP("words", "Log %n conversations with %2"), 0},
        {"edit.letters", QT_TRANSLATE_NOOP("words", "Log %1 conversations with %n accounts"), 1},
    };
    return all;
}

} // namespace steward::words
