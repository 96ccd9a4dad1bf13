// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

/// Of files as a whole, and of single rows; line and column of a row stand beside its sentence, %1 is the value.
std::span<const Sentence> csvSentences()
{
    static constexpr Sentence all[] = {
        {"csv.compressed", QT_TRANSLATE_NOOP("words", "%1 is a compressed file; unpack it and import what is inside.")},
        {"csv.spreadsheet", QT_TRANSLATE_NOOP("words", "%1 is a workbook; save the sheet as CSV and import that.")},
        {"csv.document", QT_TRANSLATE_NOOP("words", "%1 is a document, not a list of rows; choose a CSV export.")},
        {"csv.pdf", QT_TRANSLATE_NOOP("words", "%1 is a PDF; ask the tool it came from for a CSV export.")},
        {"csv.html",
         QT_TRANSLATE_NOOP("words", "%1 is a web page, perhaps a sign-in page; download the export again.")},
        {"csv.not-text", QT_TRANSLATE_NOOP("words", "%1 holds no text; choose a CSV export.")},
        {"csv.empty", QT_TRANSLATE_NOOP("words", "%1 is empty; export it again.")},
        {"csv.not-found", QT_TRANSLATE_NOOP("words", "There is no file %1; check the name.")},
        {"csv.not-a-file",
         QT_TRANSLATE_NOOP("words", "%1 is no file that can be read to its end; choose a CSV export.")},
        {"csv.unreadable", QT_TRANSLATE_NOOP("words", "%1 cannot be read (%2); check that you may open it.")},
        {"csv.too-large", QT_TRANSLATE_NOOP("words", "%1 has %2 bytes, more than the %3 that are read; split it.")},
        {"csv.file-changed", QT_TRANSLATE_NOOP("words", "The file changed while it was read; import it again.")},
        {"csv.field-too-long", QT_TRANSLATE_NOOP("words", "A cell is longer than the limit; is a quote missing?")},
        {"csv.line-too-long", QT_TRANSLATE_NOOP("words", "The row is longer than the limit; is a quote missing?")},
        {"csv.too-many-columns", QT_TRANSLATE_NOOP("words", "The row has more columns than the limit.")},
        {"csv.quote-bare",
         QT_TRANSLATE_NOOP("words",
                           "A quote stands inside a cell that does not start with one; it was read as it is.")},
        {"csv.quote-inside",
         QT_TRANSLATE_NOOP("words", "Text follows a closing quote; it was read as part of the cell.")},
        {"csv.quote-unclosed", QT_TRANSLATE_NOOP("words", "A quote was opened here and never closed.")},
        {"csv.invalid-bytes", QT_TRANSLATE_NOOP("words", "Bytes that are no text in this encoding were replaced.")},
        {"csv.nul-replaced", QT_TRANSLATE_NOOP("words", "A NUL byte was replaced.")},
        {"csv.write-failed", QT_TRANSLATE_NOOP("words", "The output could not be written (%1).")},
        {"csv.nul", QT_TRANSLATE_NOOP("words", "The row holds a NUL byte.")},
        {"csv.title-row", QT_TRANSLATE_NOOP("words", "A title above the table was left out.")},
        {"csv.header-missing", QT_TRANSLATE_NOOP("words", "The file has no header; its columns are numbered.")},
        {"csv.header-empty", QT_TRANSLATE_NOOP("words", "A column has no name; it is called by its number.")},
        {"csv.header-duplicate", QT_TRANSLATE_NOOP("words", "Two columns are called %1; the later one got a number.")},
        {"csv.total-row", QT_TRANSLATE_NOOP("words", "A row of totals at the end was left out.")},
        {"csv.footer", QT_TRANSLATE_NOOP("words", "A line of the report's footer was left out.")},
        {"csv.no-rows", QT_TRANSLATE_NOOP("words", "The file has a header and no rows.")},
        {"csv.short-row", QT_TRANSLATE_NOOP("words", "The row has fewer cells than the header.")},
        {"csv.long-row", QT_TRANSLATE_NOOP("words", "The row has more cells than the header.")},
    };
    return all;
}

} // namespace steward::words
