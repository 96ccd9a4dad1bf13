// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

#include <QJsonObject>

namespace steward::exchange {

/// Everything a book holds about a person: the contact's records (the same person at another account too), every
/// record that refers to them or names the person by name, e-mail or phone, outside keys, custom fields, dated values.
/// {contact, exported_at, names, emails, phones, items: [{kind, id, account, why, source_file, imported_on, recorded,
/// fields: {...}}], keys: [{kind, id, source, key}], custom: [{kind, id, field, value}], changes: [{kind, id, field,
/// day, value, recorded}]}. why is "contact", "refers" or "names"; ids are texts; source_file and imported_on are null
/// for what was typed.
[[nodiscard]] Result<QJsonObject> contactData(book::Book& book, ContactId contact, Instant now);

/// The same to read: one page of HTML that needs nothing else.
[[nodiscard]] QByteArray contactPage(const QJsonObject& data);

/// One zip with contact.json and contact.html, whole or not at all, readable only by its owner. Returns how many items,
/// keys, fields and values it holds.
[[nodiscard]] Result<qint64> exportContact(book::Book& book, ContactId contact, const QString& path, Instant now);

} // namespace steward::exchange
