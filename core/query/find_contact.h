// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

namespace steward::query {

/// The contact a person means by a text: its id, its e-mail, an outside key, its exact name; the first of these that
/// fits anybody. Case and outer blanks do not matter for names and addresses. Read from the book: contacts without a
/// known account are found too. ErrorKind::NotFound names the text; ErrorKind::Ambiguous names it and up to ten
/// candidates as "name, account (id)".
[[nodiscard]] Result<Contact> findContact(book::Book& book, const QString& text);

} // namespace steward::query
