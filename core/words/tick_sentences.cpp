// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> tickSentences()
{
    static constexpr Sentence all[] = {
        {"tick.answer-replied", QT_TRANSLATE_NOOP("words", "the answer was replied to on %1")},
        {"tick.customer-spoke", QT_TRANSLATE_NOOP("words", "they spoke with us on %1")},
        {"tick.handover-read", QT_TRANSLATE_NOOP("words", "the handover was read on %1")},
        {"tick.handover-written", QT_TRANSLATE_NOOP("words", "the handover is written")},
        {"tick.invoice-paid", QT_TRANSLATE_NOOP("words", "invoice %1 was paid on %2")},
        {"tick.milestone", QT_TRANSLATE_NOOP("words", "%1 was reached on %2")},
        {"tick.renewal-call", QT_TRANSLATE_NOOP("words", "the %1-day call was recorded on %2")},
        {"tick.review-held", QT_TRANSLATE_NOOP("words", "the review was held on %1")},
        {"tick.successor-met", QT_TRANSLATE_NOOP("words", "%1 was met on %2")},
    };
    return all;
}

} // namespace steward::words
