// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/message_text.h"

/// The message that goes out after a conversation: what was heard, who does what until when, what is open. Risks are
/// ours and stay with us.
namespace steward::meeting {

/// Made from the records of a held conversation as the book has them. none: the book has no such conversation. to: none
/// takes the first who took part.
[[nodiscard]] std::optional<account::MessageText> recapText(const BookNumbers& numbers, AccountId account, qint64 touch,
                                                            ContactId to, const QLocale& locale);

} // namespace steward::meeting
