// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> standingSentences()
{
    static constexpr Sentence all[] = {
        {"standing.escalation", QT_TRANSLATE_NOOP("words", "an escalation is open since %2: %1")},
        {"standing.unhappy", QT_TRANSLATE_NOOP("words", "somebody scored %1 on %2")},
        {"standing.overdue", QT_TRANSLATE_NOOP("words", "an invoice is %n days later than they usually pay"), 0,
         QT_TRANSLATE_NOOP("words", "an invoice is one day later than they usually pay")},
        {"standing.band", QT_TRANSLATE_NOOP("words", "the score is not green")},
        {"standing.unknown", QT_TRANSLATE_NOOP("words", "too little is known for a score")},
        {"standing.known", QT_TRANSLATE_NOOP("words", "less than %1 % of the score is known")},
    };
    return all;
}

} // namespace steward::words
