// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/sentences.h"

#include <QCoreApplication>

namespace steward::words {

std::span<const Sentence> sheetSentences()
{
    static constexpr Sentence all[] = {
        {"sheet.too-many-rows",
         QT_TRANSLATE_NOOP("words", "%1 has %2 rows and a sheet holds %3; filter it, or export it as CSV.")},
        {"sheet.too-many-columns", QT_TRANSLATE_NOOP("words", "%1 has %2 columns and a sheet holds %3; choose fewer.")},
        {"sheet.empty", QT_TRANSLATE_NOOP("words", "There are no columns to export; choose at least one.")},
        {"sheet.write-failed",
         QT_TRANSLATE_NOOP("words", "%1 could not be written; check the space left there and for temporary files.")},
    };
    return all;
}

} // namespace steward::words
