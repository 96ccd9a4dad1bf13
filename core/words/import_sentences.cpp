// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> importSentences()
{
    static constexpr Sentence all[] = {
        {"import.kind.unknown",
         QT_TRANSLATE_NOOP("words",
                           "Steward cannot tell what %1 holds; say so with a kind, as in: import accounts %1")},
        {"import.no_header", QT_TRANSLATE_NOOP("words", "The file has no rows; export it again.")},
        {"import.words", QT_TRANSLATE_NOOP("words", "The word lists cannot be read (at byte %1).")},
        {"import.profile", QT_TRANSLATE_NOOP("words", "Profile %1 cannot be used: %2. Correct it and try again.")},
        {"import.profile.unknown",
         QT_TRANSLATE_NOOP("words", "There is no import profile %1; choose one of those that detect names.")},
        {"import.map.no_column",
         QT_TRANSLATE_NOOP("words", "The file has no column %1; check the header with: rows FILE")},
        {"import.map.no_field", QT_TRANSLATE_NOOP("words", "%2 have no field %1; choose another.")},
        {"import.ask.kind",
         QT_TRANSLATE_NOOP("words", "What does the file hold? Say so with a kind, as in: import accounts FILE")},
        {"import.ask.account",
         QT_TRANSLATE_NOOP("words", "No column names the account; map one, as in: --map COLUMN=account_id")},
        {"import.ask.date",
         QT_TRANSLATE_NOOP("words", "No column says the day of the figures; map one, as in: --map COLUMN=day")},
        {"import.ask.date_order",
         QT_TRANSLATE_NOOP("words", "The dates can be read in several orders; say which with --date-order.")},
        {"import.ask.mixed_dates",
         QT_TRANSLATE_NOOP(
             "words",
             "The dates do not follow one order; say which is meant with --date-order, the others are rejected.")},
        {"import.ask.date_numbers",
         QT_TRANSLATE_NOOP("words", "The dates are numbers; a profile has to say what they count.")},
        {"import.ask.decimal_sign",
         QT_TRANSLATE_NOOP("words", "It cannot be told whether the comma or the point is the decimal sign.")},
        {"import.cell.not_a_date", QT_TRANSLATE_NOOP("words", "This is no date.")},
        {"import.cell.no_such_day", QT_TRANSLATE_NOOP("words", "There is no such day.")},
        {"import.cell.date_ambiguous", QT_TRANSLATE_NOOP("words", "The date can be read in several ways.")},
        {"import.cell.date_order", QT_TRANSLATE_NOOP("words", "The date does not follow the order of its column.")},
        {"import.cell.time_zone", QT_TRANSLATE_NOOP("words", "The time names a zone that several places use.")},
        {"import.cell.not_a_number", QT_TRANSLATE_NOOP("words", "This is no number.")},
        {"import.cell.not_whole", QT_TRANSLATE_NOOP("words", "A whole number is needed.")},
        {"import.cell.decimal_sign", QT_TRANSLATE_NOOP("words", "The decimal sign does not follow its column.")},
        {"import.cell.multiplier",
         QT_TRANSLATE_NOOP("words", "Shortened numbers such as 1.5K are not multiplied; write them out.")},
        {"import.cell.too_large", QT_TRANSLATE_NOOP("words", "The number is too large.")},
        {"import.cell.not_a_flag", QT_TRANSLATE_NOOP("words", "This says neither yes nor no.")},
        {"import.cell.not_a_currency", QT_TRANSLATE_NOOP("words", "This is no currency code of three letters.")},
        {"import.row.ambiguous", QT_TRANSLATE_NOOP("words", "Several records have this name; a key is needed.")},
        {"import.cancelled", QT_TRANSLATE_NOOP("words", "The import was stopped; nothing was changed.")},
    };
    return all;
}

} // namespace steward::words
