// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> contentSentences()
{
    static constexpr Sentence all[] = {
        {"content.damaged",
         QT_TRANSLATE_NOOP("words",
                           "The content that came with Steward is damaged (%1 at %2). Install Steward again.")},
        {"health.scorecards",
         QT_TRANSLATE_NOOP("words",
                           "The scorecards cannot be used: %1 does not fit its rule in %2. Correct it there.")},
        {"content.file.missing",
         QT_TRANSLATE_NOOP("words", "The content file %1 is missing. Restore the shipped one.")},
        {"content.syntax", QT_TRANSLATE_NOOP("words", "%1 is not JSON: look at character %2.")},
        {"content.format",
         QT_TRANSLATE_NOOP("words", "%1: this file is of a newer format than this Steward reads. Update Steward.")},
        {"content.field.missing", QT_TRANSLATE_NOOP("words", "%1 is missing or empty. Fill it in.")},
        {"content.field.number", QT_TRANSLATE_NOOP("words", "%1 must be a number.")},
        {"content.field.flag", QT_TRANSLATE_NOOP("words", "%1 must be true or false.")},
        {"content.field.list", QT_TRANSLATE_NOOP("words", "%1 must be a list of words.")},
        {"content.field.range", QT_TRANSLATE_NOOP("words", "%1 must be two numbers, the smaller first.")},
        {"content.text.missing", QT_TRANSLATE_NOOP("words", "%1 must be a text with a key and its English.")},
        {"content.text.conflict",
         QT_TRANSLATE_NOOP("words", "%1: the key %2 already stands for another text. Give one of them a new key.")},
        {"content.id.twice", QT_TRANSLATE_NOOP("words", "%1: the id %2 stands there twice. Ids must differ.")},
        {"content.argument.type", QT_TRANSLATE_NOOP("words", "%1: nobody knows how to write the arguments %2.")},
        {"content.placeholder.unknown",
         QT_TRANSLATE_NOOP("words", "%1: {%2} is not known here. Take one of the fields this sentence offers.")},
        {"content.evidence.missing", QT_TRANSLATE_NOOP("words", "%1: %2 is missing; its rule needs it.")},
        {"content.evidence.unknown",
         QT_TRANSLATE_NOOP("words", "%1: its rule does not know %2. Remove it or correct the name.")},
        {"content.group.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no group %2.")},
        {"content.measure.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no measure %2.")},
        {"content.condition", QT_TRANSLATE_NOOP("words", "%1: %2 is no condition that Steward knows.")},
        {"content.points.shape",
         QT_TRANSLATE_NOOP("words", "%1 must be points [x, score] with a score from 0 to 100.")},
        {"content.points.order", QT_TRANSLATE_NOOP("words", "%1: x must rise from point to point (%2).")},
        {"content.score.range", QT_TRANSLATE_NOOP("words", "%1: %2 is not a score from 0 to 100.")},
        {"content.weight.range",
         QT_TRANSLATE_NOOP("words", "%1: the weight of %2 must be above 0. Leave the measure out instead.")},
        {"content.weights.sum", QT_TRANSLATE_NOOP("words", "%1: the weights add to %2, not to 100.")},
        {"content.cap.range", QT_TRANSLATE_NOOP("words", "%1: a cap at %2 does not lie below the best band.")},
        {"content.bands", QT_TRANSLATE_NOOP("words", "%1: bands must fall from the best to one that starts at 0.")},
        {"content.coverage",
         QT_TRANSLATE_NOOP("words", "%1: the limits of coverage must lie between 0 and 100, the lower one first.")},
        {"content.scorecard.last", QT_TRANSLATE_NOOP("words", "%1: the last scorecard must apply to every account.")},
        {"content.days.range", QT_TRANSLATE_NOOP("words", "%1 must be at least one day.")},
        {"content.spelling.twice", QT_TRANSLATE_NOOP("words", "%1: the spelling %2 belongs to both %3 and %4.")},
        {"content.list.missing",
         QT_TRANSLATE_NOOP(
             "words", "%1: the list %2 is missing; Steward works with it. Retire words instead of removing the list.")},
        {"content.stage.kind",
         QT_TRANSLATE_NOOP("words", "%1: %2 is no kind of stage. Take before, onboarding, main or beside.")},
        {"content.milestone.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no milestone %2.")},
        {"content.journey.onboarding", QT_TRANSLATE_NOOP("words", "%1: every journey must hold %2.")},
        {"content.kpi.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no figure %2.")},
        {"content.qbr.internal", QT_TRANSLATE_NOOP("words", "%1 says \"%2\", a word that no customer should read.")},
        {"content.qbr.part", QT_TRANSLATE_NOOP("words", "%1: a review has no part %2.")},
        {"content.qbr.sum", QT_TRANSLATE_NOOP("words", "%1 add up to %2 and must add up to %3.")},
        {"content.question.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no question %2.")},
        {"content.trade.unknown", QT_TRANSLATE_NOOP("words", "%1: there is no trade %2.")},
        {"content.goal.short", QT_TRANSLATE_NOOP("words", "%1: \"%2\" is longer than 24 characters.")},
        {"content.stories.sum", QT_TRANSLATE_NOOP("words", "%1: the stories have %2 accounts, the book %3.")},
        {"content.stories.mix",
         QT_TRANSLATE_NOOP("words", "%1: the stories give %3 accounts to segment %2, the mix another number.")},
        {"content.story.segments",
         QT_TRANSLATE_NOOP("words", "%1: the segments add to %2 accounts, the story has %3.")},
    };
    return all;
}

} // namespace steward::words
