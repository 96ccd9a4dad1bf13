// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

/// Of figures: the method beside the number, and what it was computed from.
std::span<const Sentence> figureSentences()
{
    static constexpr Sentence all[] = {
        {"revenue.subscriptions.month_end",
         QT_TRANSLATE_NOOP("words", "MRR of the subscriptions in force on the last day of the month")},
        {"revenue.subscriptions.overlap",
         QT_TRANSLATE_NOOP("words", "MRR of the subscriptions in force at any time of the month")},
        {"revenue.movements", QT_TRANSLATE_NOOP("words", "MRR movements as they were imported for the month")},
        {"revenue.snapshots", QT_TRANSLATE_NOOP("words", "MRR by account as it was imported for the month")},
        {"revenue.unknown", QT_TRANSLATE_NOOP("words", "Unknown: the month lies after the last that was imported")},
        {"revenue.added", QT_TRANSLATE_NOOP("words", "New customer: %2 a month since %3")},
        {"revenue.expansion", QT_TRANSLATE_NOOP("words", "Grew from %1 to %2 a month in the month of %3")},
        {"revenue.contraction", QT_TRANSLATE_NOOP("words", "Fell from %1 to %2 a month in the month of %3")},
        {"revenue.churn", QT_TRANSLATE_NOOP("words", "Lost %1 a month in the month of %3")},
        {"revenue.reactivation", QT_TRANSLATE_NOOP("words", "Came back with %2 a month in the month of %3")},
        {"renewal.amount.term", QT_TRANSLATE_NOOP("words", "What the term brings")},
        {"renewal.amount.year",
         QT_TRANSLATE_NOOP("words", "What a year brings, because the term is longer or not known")},
        {"clv.churn", QT_TRANSLATE_NOOP("words", "MRR per account x gross margin / monthly logo churn")},
        {"clv.churn.rough",
         QT_TRANSLATE_NOOP("words", "MRR per account x gross margin / monthly logo churn; rough: under 10 losses")},
        {"clv.at-least", QT_TRANSLATE_NOOP("words", "At least: nobody was lost, so the months are limited")},
        {"clv.no-churn", QT_TRANSLATE_NOOP("words", "No churn in the period; counted over %1 months")},
        {"clv.from", QT_TRANSLATE_NOOP("words", "%1 a month and account, margin %2, monthly churn %3")},
        {"clv.undefined",
         QT_TRANSLATE_NOOP("words", "Churn %1 and margin %2 give no lifetime value; both lie between 0 and 1.")},
        {"nps.latest_per_contact",
         QT_TRANSLATE_NOOP("words", "Latest answer of each contact; answers that name no contact all count")},
        {"nps.all", QT_TRANSLATE_NOOP("words", "All answers")},
        {"csat.top", QT_TRANSLATE_NOOP("words", "Answers of 4-5 of 5 or 9-10 of 10, ratings on tickets included")},
        {"ces.mean7", QT_TRANSLATE_NOOP("words", "Mean of answers from 1 to 7")},
        {"ces.agree7", QT_TRANSLATE_NOOP("words", "Share of answers of 5 or more of 7")},
        {"ces.agree5", QT_TRANSLATE_NOOP("words", "Share of answers of 4 or more of 5")},
        {"response.answered_in_90_days", QT_TRANSLATE_NOOP("words", "Invitations answered within 90 days")},
        {"response.sent", QT_TRANSLATE_NOOP("words", "%2 of %1 invitations answered")},
        {"ttv.kaplan_meier",
         QT_TRANSLATE_NOOP("words", "Median with those who still wait counted as waiting (Kaplan-Meier)")},
        {"ttv.cases", QT_TRANSLATE_NOOP("words", "%1 reached, %2 still waiting")},
        {"onboarding.reached_of_due",
         QT_TRANSLATE_NOOP("words", "Of the onboardings whose target date has passed; those still running left out")},
        {"onboarding.cases", QT_TRANSLATE_NOOP("words", "%1 of %2 reached, %3 still running")},
        {"segment.rule.json", QT_TRANSLATE_NOOP("words", "The rule is not JSON: look at character %1.")},
        {"segment.rule.empty", QT_TRANSLATE_NOOP("words", "The rule asks nothing; give it a condition.")},
        {"segment.rule.unknown", QT_TRANSLATE_NOOP("words", "No rule knows %1; check the name.")},
    };
    return all;
}

} // namespace steward::words
