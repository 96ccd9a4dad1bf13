// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> sinceSentences()
{
    static constexpr Sentence all[] = {
        {"since.account-new", QT_TRANSLATE_NOOP("words", "%1 is new.")},
        {"since.account-archived", QT_TRANSLATE_NOOP("words", "%1 was archived.")},
        {"since.contact-left", QT_TRANSLATE_NOOP("words", "%1 left %2.")},
        {"since.contact-joined", QT_TRANSLATE_NOOP("words", "%1 joined %2.")},
        {"since.subscription-started", QT_TRANSLATE_NOOP("words", "%1 started a subscription: %2")},
        {"since.subscription-ended", QT_TRANSLATE_NOOP("words", "%1 ended a subscription: %2")},
        {"since.arr", QT_TRANSLATE_NOOP("words", "%1: ARR changed from %2 to %3.")},
        {"since.renewal-window", QT_TRANSLATE_NOOP("words", "%1 may give notice until %2.")},
        {"since.ticket-urgent", QT_TRANSLATE_NOOP("words", "%1 has an urgent ticket: %2")},
        {"since.ticket-escalated", QT_TRANSLATE_NOOP("words", "%1 has an escalated ticket: %2")},
        {"since.survey-low", QT_TRANSLATE_NOOP("words", "%1 answered NPS with %2. %3")},
        {"since.stage", QT_TRANSLATE_NOOP("words", "%1 moved from %2 to %3.")},
        {"since.stage-entered", QT_TRANSLATE_NOOP("words", "%1 moved to %2.")},
        {"since.field", QT_TRANSLATE_NOOP("words", "%1: %2 changed from %3 to %4.")},
        {"since.field-import", QT_TRANSLATE_NOOP("words", "%1: %2 changed from %3 to %4 by the import of %5.")},
        {"since.field-person", QT_TRANSLATE_NOOP("words", "%1: %2 changed from %3 to %4 by %5.")},
        {"since.import", QT_TRANSLATE_NOOP("words", "%1 was imported: %2 new, %3 changed.")},
    };
    return all;
}

} // namespace steward::words
