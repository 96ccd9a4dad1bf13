// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/kind_words.h"

#include <QCoreApplication>
#include <array>

namespace steward::words {

namespace {

constexpr std::array kindWords = {
    KindWords{"usage", QT_TRANSLATE_NOOP("words", "usage"), QT_TRANSLATE_NOOP("words", "usage"),
              QT_TRANSLATE_NOOP("words", "Import earlier usage of these accounts, or wait for more")},
    KindWords{"subscriptions", QT_TRANSLATE_NOOP("words", "subscription"), QT_TRANSLATE_NOOP("words", "subscriptions"),
              QT_TRANSLATE_NOOP("words", "Enter the contracts and plans of these accounts")},
    KindWords{"invoices", QT_TRANSLATE_NOOP("words", "invoice"), QT_TRANSLATE_NOOP("words", "invoices"),
              QT_TRANSLATE_NOOP("words", "Import their invoices with due and paid dates")},
    KindWords{"tickets", QT_TRANSLATE_NOOP("words", "ticket"), QT_TRANSLATE_NOOP("words", "tickets"),
              QT_TRANSLATE_NOOP("words", "Ask these accounts where they turn with problems")},
    KindWords{"surveys", QT_TRANSLATE_NOOP("words", "survey"), QT_TRANSLATE_NOOP("words", "survey answers"),
              QT_TRANSLATE_NOOP("words", "Ask these accounts for feedback")},
    KindWords{"touches", QT_TRANSLATE_NOOP("words", "conversation"), QT_TRANSLATE_NOOP("words", "conversations"),
              QT_TRANSLATE_NOOP("words", "Talk with these accounts")},
    KindWords{"contacts", QT_TRANSLATE_NOOP("words", "contact"), QT_TRANSLATE_NOOP("words", "contacts"),
              QT_TRANSLATE_NOOP("words", "Find contacts at these accounts")},
    KindWords{"contact_roles", QT_TRANSLATE_NOOP("words", "contact role"), QT_TRANSLATE_NOOP("words", "contact roles"),
              QT_TRANSLATE_NOOP("words", "Say who is who at these accounts")},
    KindWords{"goals", QT_TRANSLATE_NOOP("words", "goal"), QT_TRANSLATE_NOOP("words", "goals"),
              QT_TRANSLATE_NOOP("words", "Review the goals of these accounts")},
    KindWords{"milestones", QT_TRANSLATE_NOOP("words", "milestone"), QT_TRANSLATE_NOOP("words", "milestones"),
              QT_TRANSLATE_NOOP("words", "Plan the milestones of these accounts")},
    KindWords{"values", QT_TRANSLATE_NOOP("words", "value"), QT_TRANSLATE_NOOP("words", "confirmed values"),
              QT_TRANSLATE_NOOP("words", "Have these accounts confirm the value")},
    KindWords{"risks", QT_TRANSLATE_NOOP("words", "risk"), QT_TRANSLATE_NOOP("words", "risks"),
              QT_TRANSLATE_NOOP("words", "Record the risks of these accounts")},
    KindWords{"pulse", QT_TRANSLATE_NOOP("words", "pulse"), QT_TRANSLATE_NOOP("words", "pulse ratings"),
              QT_TRANSLATE_NOOP("words", "Rate these accounts")},
    KindWords{"escalations", QT_TRANSLATE_NOOP("words", "escalation"), QT_TRANSLATE_NOOP("words", "escalations"),
              QT_TRANSLATE_NOOP("words", "Record the escalations of these accounts")},
};

} // namespace

const KindWords* kindNamed(QStringView id)
{
    for (const KindWords& each : kindWords)
        if (id == QLatin1StringView(each.id))
            return &each;
    return nullptr;
}

} // namespace steward::words
