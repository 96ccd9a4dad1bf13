// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> requestSentences()
{
    static constexpr Sentence all[] = {
        {"account.not-there",
         QT_TRANSLATE_NOOP("words", "%1 was not a customer in this book on %2; ask for a later day.")},
        {"account.unknown", QT_TRANSLATE_NOOP("words", "No account is called %1; try \"steward-cli search\".")},
        {"account.ambiguous",
         QT_TRANSLATE_NOOP("words", "%1 may mean several accounts: %2. Say more of the name, or its key.")},
        {"request.date", QT_TRANSLATE_NOOP("words", "%1 is no date; write it as 2026-11-21.")},
        {"request.month", QT_TRANSLATE_NOOP("words", "%1 is no month; write it as 2026-11.")},
        {"request.option", QT_TRANSLATE_NOOP("words", "%1 is not known here; \"%2 --help\" lists what is.")},
        {"request.command", QT_TRANSLATE_NOOP("words", "There is no command %1; \"steward-cli --help\" lists them.")},
        {"request.value", QT_TRANSLATE_NOOP("words", "%1 cannot be %2; choose one of %3.")},
        {"request.form", QT_TRANSLATE_NOOP("words", "%1 cannot be %2; write it as %1 \"%3\".")},
        {"request.either", QT_TRANSLATE_NOOP("words", "%1 and %2 exclude each other; choose one.")},
        {"request.command-first",
         QT_TRANSLATE_NOOP("words", "%1 stands before the command; name the command first, as in: steward-cli accounts "
                                    "--book FILE")},
        {"request.number",
         QT_TRANSLATE_NOOP("words", "%1 cannot be %2; write a whole number from %3 on, as in: %1 %4")},
        {"request.range", QT_TRANSLATE_NOOP("words", "%1 cannot be %2; write a whole number from %3 to %4.")},
        {"request.missing", QT_TRANSLATE_NOOP("words", "%1 is missing; the form is: %2")},
        {"request.output-is-input",
         QT_TRANSLATE_NOOP("words",
                           "%1 names %2, which this command reads; choose another name. Nothing was changed.")},
        {"request.too-many", QT_TRANSLATE_NOOP("words", "%1 is one too many; the form is: %2")},
        {"request.no-book", QT_TRANSLATE_NOOP("words", "No book was named; add --book FILE or set STEWARD_BOOK.")},
        {"request.months-reversed", QT_TRANSLATE_NOOP("words", "%1 is later than %2; name the earlier month first.")},
        {"request.since-later",
         QT_TRANSLATE_NOOP("words", "%1 is later than %2, the day asked about; name an earlier day.")},
        {"request.past", QT_TRANSLATE_NOOP("words", "A look back changes nothing; leave out --as-of.")},
        {"done.exported", QT_TRANSLATE_NOOP("words", "Wrote %1.")},
        {"done.imported-all", QT_TRANSLATE_NOOP("words", "Read everything in %1.")},
        {"done.created", QT_TRANSLATE_NOOP("words", "Made %1.")},
        {"done.undone", QT_TRANSLATE_NOOP("words", "Took back: %1.")},
        {"done.redone", QT_TRANSLATE_NOOP("words", "Done again: %1.")},
        {"done.backed-up", QT_TRANSLATE_NOOP("words", "Wrote and verified %1.")},
        {"done.restored", QT_TRANSLATE_NOOP("words", "Restored %1.")},
        {"done.restored-over", QT_TRANSLATE_NOOP("words", "Restored %1; what was there is now %2.")},
    };
    return all;
}

} // namespace steward::words
