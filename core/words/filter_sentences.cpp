// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

/// Position and length of what is wrong are the last two arguments; the input shows them, the sentence does not.
std::span<const Sentence> filterSentences()
{
    static constexpr Sentence all[] = {
        {"filter.too-long", QT_TRANSLATE_NOOP("words", "The filter is longer than %1 characters; shorten it.")},
        {"filter.too-deep",
         QT_TRANSLATE_NOOP("words", "The filter has too many parentheses inside each other; take some out.")},
        {"filter.quote-open", QT_TRANSLATE_NOOP("words", "A quote is not closed; add one more.")},
        {"filter.parenthesis-open", QT_TRANSLATE_NOOP("words", "A parenthesis is not closed; add a \")\".")},
        {"filter.parenthesis-close", QT_TRANSLATE_NOOP("words", "A \")\" closes nothing; take it out.")},
        {"filter.word-missing", QT_TRANSLATE_NOOP("words", "A word or a condition is missing here.")},
        {"filter.value-missing", QT_TRANSLATE_NOOP("words", "%1 needs a value.")},
        {"filter.unknown-field", QT_TRANSLATE_NOOP("words", "'%1' is no field; did you mean '%2'?")},
        {"filter.no-such-field",
         QT_TRANSLATE_NOOP("words", "'%1' is no field; put the words in quotes to search for them.")},
        {"sort.no-such-field", QT_TRANSLATE_NOOP("words", "'%1' is no field to sort by; choose one of %2.")},
        {"filter.unknown-value", QT_TRANSLATE_NOOP("words", "%1 is never '%2'; did you mean '%3'?")},
        {"filter.no-such-value", QT_TRANSLATE_NOOP("words", "%1 is never '%2'; it can be %3.")},
        {"filter.not-a-number",
         QT_TRANSLATE_NOOP("words", "%1 is compared with a number, as in 50k, and '%2' is none.")},
        {"filter.not-a-date",
         QT_TRANSLATE_NOOP("words",
                           "%1 is compared with a date, as in 2026-11-21, 90d or this-quarter, and '%2' is none.")},
        {"filter.not-a-flag", QT_TRANSLATE_NOOP("words", "%1 is yes or no, and '%2' is neither.")},
        {"filter.not-ordered", QT_TRANSLATE_NOOP("words", "%1 has no order; use : or = with it.")},
        {"filter.one-value",
         QT_TRANSLATE_NOOP("words", "%1 is compared with one value here; use : with lists and ranges.")},
    };
    return all;
}

} // namespace steward::words
