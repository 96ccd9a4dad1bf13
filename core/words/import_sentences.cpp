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
    };
    return all;
}

} // namespace steward::words
