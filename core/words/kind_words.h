// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace steward::words {

/// What a kind of data is called; texts to be translated in the context "words".
struct KindWords
{
    const char* id;
    const char* before; ///< "invoice", as in "invoice data"
    const char* many;
    const char* littleAdvice; ///< what to do for accounts of which too little is known
};
/// By the id of the kind, "contact_roles"; nullptr: none.
[[nodiscard]] const KindWords* kindNamed(QStringView id);

} // namespace steward::words
