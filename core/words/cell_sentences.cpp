// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

/// Why a cell of a table keeps its old value, and a form is not saved.
std::span<const Sentence> cellSentences()
{
    static constexpr Sentence all[] = {
        {"cell.not-a-date", QT_TRANSLATE_NOOP("words", "'%1' is not a date; write it as in %2.")},
        {"cell.not-a-person", QT_TRANSLATE_NOOP("words", "'%1' is nobody in this book; known are %2.")},
        {"cell.not-a-choice", QT_TRANSLATE_NOOP("words", "'%1' is not one of them: %2.")},
        {"cell.not-a-number", QT_TRANSLATE_NOOP("words", "'%1' is not a whole number above 0.")},
        {"cell.empty", QT_TRANSLATE_NOOP("words", "Nothing is written there; the book keeps what it has.")},
        {"cell.no-contract", QT_TRANSLATE_NOOP("words", "%1 has no contract that this could belong to.")},
        {"settings.currency", QT_TRANSLATE_NOOP("words", "'%1' is no currency code of three letters other than %2.")},
        {"settings.rate", QT_TRANSLATE_NOOP("words", "'%1' is no rate; write it as in 0.92.")},
        {"cell.computed", QT_TRANSLATE_NOOP("words", "%1 is worked out from other facts and cannot be typed here.")},
        {"record.needed", QT_TRANSLATE_NOOP("words", "%1 is needed.")},
        {"record.not-a-number", QT_TRANSLATE_NOOP("words", "'%1' is not a number.")},
        {"record.band-note", QT_TRANSLATE_NOOP("words", "Say in at least %n characters why the band is another one."),
         0},
        {"record.band-until", QT_TRANSLATE_NOOP("words", "A band set by hand ends by itself: choose a day up to %1.")},
        {"record.meeting-end",
         QT_TRANSLATE_NOOP("words", "The meeting ends before it begins; correct one of the two.")},
        {"record.plan-open", QT_TRANSLATE_NOOP("words", "Onboarding is closed once the plan (O) says: %1.")},
        {"record.gone", QT_TRANSLATE_NOOP("words", "This record is no longer in the book.")},
    };
    return all;
}

} // namespace steward::words
