// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> reviewSentences()
{
    static constexpr Sentence all[] = {
        {"deck.empty", QT_TRANSLATE_NOOP("words", "There is nothing to show on slides; show at least one.")},
        {"deck.failed",
         QT_TRANSLATE_NOOP("words", "The slides could not be put together; free some memory and try again.")},
        {"template.large", QT_TRANSLATE_NOOP("words", "The template is larger than 200 MB; use a smaller one.")},
        {"template.locked",
         QT_TRANSLATE_NOOP("words", "The template has a password or is from before 2007; save it anew as .pptx.")},
        {"template.strict",
         QT_TRANSLATE_NOOP("words", "The template is a \"Strict\" presentation; save it anew as .pptx.")},
        {"template.unreadable",
         QT_TRANSLATE_NOOP("words", "The template is no presentation; choose a .pptx or .potx file.")},
        {"review.quarter", QT_TRANSLATE_NOOP("words", "\"%1\" is no quarter; write it as 2026Q3.")},
        {"review.form", QT_TRANSLATE_NOOP("words", "%1: a review is written as %2; choose one of these endings.")},
        {"review.no-account", QT_TRANSLATE_NOOP("words", "Name an account, or ask for all that are due with --due.")},
        {"review.no-folder",
         QT_TRANSLATE_NOOP("words", "--due writes one file an account; name a folder with --output.")},
        {"review.writing", QT_TRANSLATE_NOOP("words", "Writing the deck of %1")},
        {"review.writing-recap", QT_TRANSLATE_NOOP("words", "Writing what follows the review of %1")},
        {"review.writing-all", QT_TRANSLATE_NOOP("words", "Writing %n decks"), 0,
         QT_TRANSLATE_NOOP("words", "Writing one deck")},
        {"review.letters",
         QT_TRANSLATE_NOOP("words", "No font of this machine has %1; the PDF is without them. Install a font that has "
                                    "them, or write another form.")},
        {"review.no-score",
         QT_TRANSLATE_NOOP("words", "The score of %1 is not worked out yet; try again in a moment.")},
        {"review.written", QT_TRANSLATE_NOOP("words", "%1 was written.")},
        {"review.written-all", QT_TRANSLATE_NOOP("words", "%1 reviews were written to %2."), 0,
         "One review was written to %2."},
        {"review.broken-off",
         QT_TRANSLATE_NOOP("words", "%3 %1 reviews were written to %2 before that, and are whole."), 0,
         "%3 One review was written to %2 before that, and is whole."},
        {"review.no-space",
         QT_TRANSLATE_NOOP("words", "There is no space left for %3; free some and try again. %1 reviews were written "
                                    "to %2 before that, and are whole."),
         0,
         "There is no space left for %3; free some and try again. One review was written to %2 before that, and is "
         "whole."},
        {"review.stopped", QT_TRANSLATE_NOOP("words", "Stopped: %1 of %3 reviews were written to %2, and are whole."),
         0, "Stopped: one of %3 reviews was written to %2, and is whole."},
        {"review.no-meeting",
         QT_TRANSLATE_NOOP("words", "%1 has no meeting in %2; enter when it is, then there is a recap.")},
        {"review.not-held",
         QT_TRANSLATE_NOOP(
             "words", "The meeting with %1 ends on %2; a recap says what was agreed, so there is one afterwards.")},
        {"review.no-segment",
         QT_TRANSLATE_NOOP("words", "%1 accounts are in no segment, and so have no rhythm of reviews. Give them one."),
         0, "One account is in no segment, and so has no rhythm of reviews. Give it one."},
        {"review.locale", QT_TRANSLATE_NOOP("words", "%1 is no locale; say it as de_DE or en_GB.")},
        {"review.recap-due", QT_TRANSLATE_NOOP("words", "The recap is due on %1.")},
        {"review.recap-late", QT_TRANSLATE_NOOP("words", "The recap was due on %1.")},
        {"review.no-address", QT_TRANSLATE_NOOP("words", "No e-mail address is known of %1; they are no recipient.")},
        {"review.vendor", QT_TRANSLATE_NOOP("words", "The slides do not name your company; say it with --vendor.")},
    };
    return all;
}

} // namespace steward::words
