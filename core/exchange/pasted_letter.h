// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/letters.h"

#include <QLocale>

/// An e-mail or a chat that was copied in another program.
namespace steward::exchange {

/// Text that begins with the head of a message (From, To, Subject, Sent) is an e-mail of that day; anything else is a
/// chat of today. locale: how the other program may have written the day. Pasting the same text again gives the same
/// letter. Error: "letter.pasted-nothing".
[[nodiscard]] Result<Letter> pastedLetter(const QString& text, const QTimeZone& zone, QDate today,
                                          const QLocale& locale);

/// Who is named in the text, by full name: adds the addresses of the contacts, and returns their account. Else the one
/// account whose own name stands there. None, and nothing added, where it is several or nobody.
[[nodiscard]] AccountId addNamed(Letter& letter, const QString& text, const Portfolio& facts);

} // namespace steward::exchange
