// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> privacySentences()
{
    static constexpr Sentence all[] = {
        {"contact.unknown",
         QT_TRANSLATE_NOOP("words", "No contact has the id, e-mail, key or name %1; try \"steward-cli search\".")},
        {"contact.ambiguous",
         QT_TRANSLATE_NOOP("words", "%1 may mean several contacts: %2. Name one by the id in brackets.")},
        {"person.unknown", QT_TRANSLATE_NOOP("words", "Nobody of us is called %1; write the whole name.")},
        {"request.confirm",
         QT_TRANSLATE_NOOP("words", "Erasing is for good and nobody is here to ask; add --yes to do it.")},
        {"request.not-confirmed", QT_TRANSLATE_NOOP("words", "Nothing was erased.")},
        {"done.contact-erased",
         QT_TRANSLATE_NOOP("words",
                           "Erased contact %1; %2 texts of other records that named the person were changed.")},
        {"done.contact-exported", QT_TRANSLATE_NOOP("words", "Wrote %1 items to %2.")},
        {"erase.kept",
         QT_TRANSLATE_NOOP("words", "%1 accounts, colleagues or other contacts have the same name or address of their "
                                    "own; those were kept.")},
        {"erase.copies",
         QT_TRANSLATE_NOOP("words", "%1 copies of the book still hold the person or cannot be read; run "
                                    "\"erase-contact %2 --copies redact\" or \"--copies drop\".")},
        {"export.archive", QT_TRANSLATE_NOOP("words", "The archive could not be made (%1); nothing was written.")},
    };
    return all;
}

} // namespace steward::words
